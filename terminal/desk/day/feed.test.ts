import { expect, it } from 'vitest';
import { hisDayApi } from '../../../common/contracts/his/day.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import { openStore } from '../../store/open.ts';
import { createDayFeed } from './feed.ts';
import { createDayList } from './list.ts';

const NOON = Date.parse('2026-03-02T12:00:00+08:00');

const row = (encounterId: string, state: 'unpaid' | 'settled', name = '周大平') => ({
  ...{ encounterId, number: '0463', name, initials: 'zdp', visitedAt: '2026-03-02 08:30:00', department: '内科' },
  ...{ medicalType: '11', total: '70.48', state },
});

function desk(pages: readonly (readonly ReturnType<typeof row>[] | null)[]) {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const asked: (string | null)[] = [];
  const timers: (() => void)[] = [];
  const clock = {
    now: () => NOON,
    monotonic: () => 0,
    after: (_ms: number, fn: () => void) => {
      timers.push(fn);
      return () => {};
    },
  };
  const his = {
    async day(_day: string, cursor: string | null) {
      const place = asked.push(cursor) - 1;
      const page = pages[place] ?? null;
      const silent = { kind: 'notSent', reason: 'refused', detail: '' } as const;
      if (page === null) return err(silent as never);
      const more = place + 1 < pages.length && pages[place + 1] !== null;
      return ok(hisDayApi.out.parse({ encounters: page, cursor: `c${place}`, more }));
    },
  };
  const billing = {
    standing: (encounterId: string) =>
      ok({
        encounterId,
        state: encounterId === 'MZ2' ? ('unknown' as const) : ('none' as const),
        messageId: null,
        settled: null,
        refunded: null,
      }),
  };
  const list = createDayList({ clock, store: () => store, billing });
  const feed = createDayFeed({ clock, his: () => his, store: () => store, changed: () => {}, report: () => {} });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { store, asked, list, feed, timers, settle };
}

const everything = { text: '', state: null, from: 0, count: 60 };

it('reads page after page, from where it stopped, and keeps no name', async () => {
  const { store, asked, list, feed, timers, settle } = desk([[row('MZ1', 'unpaid')], [row('MZ2', 'unpaid')], null]);
  feed.start();
  await settle();
  expect(asked).toEqual([null, 'c0']);
  const page = list.page(everything);
  expect(page).toMatchObject({
    total: 2,
    fits: 2,
    asOf: NOON,
    rows: [{ name: '周*平', state: 'unpaid' }, { state: 'unknown' }],
  });
  expect(list.page({ ...everything, text: 'zd 463' }).fits).toBe(2);
  expect(list.queue()).toEqual({
    waiting: 2,
    next: [
      { number: '0463', name: '周*平' },
      { number: '0463', name: '周*平' },
    ],
  });
  expect(
    JSON.stringify(store.dayList.page('2026-03-02', { words: [], standing: null, from: 0, count: 9 })),
  ).not.toContain('周大平');
  timers.at(-1)?.();
  await settle();
  expect(asked.at(-1)).toBe('c1');
  expect(list.page(everything).total).toBe(2);
  feed.stop();
});

it('what the hospital says anew takes the place of what it said', async () => {
  const { list, feed, settle } = desk([[row('MZ1', 'unpaid')], [row('MZ1', 'settled')]]);
  feed.start();
  await settle();
  expect(list.page(everything)).toMatchObject({ total: 1, rows: [{ state: 'settled' }] });
  expect(list.queue().waiting).toBe(0);
  feed.stop();
});
