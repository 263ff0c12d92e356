import { afterEach, expect, it } from 'vitest';
import { lateSettlement } from './testing/late.ts';
import { CONFIRMED } from './testing/settlement.ts';
import { endAll } from './testing/start.ts';
import { rowOf } from './testing/unanswered.ts';

afterEach(endAll);

it('what the books take up, and was reversed meanwhile, calls people under its number', async () => {
  const t = await lateSettlement();
  const { store, settlements } = t.terminal;
  store.transaction(() => store.worklist.end('settlement-late', t.work.subject, t.clock.now()));
  expect(settlements.books.takeUp(1, { ...CONFIRMED, setlId: 'B', foundBy: '5203' })).toBe('reversed');
  expect(rowOf(t, 'settlement-late')).toMatchObject({
    amountFen: CONFIRMED.split.total,
    detail: { setlId: 'B', why: null },
  });
});
