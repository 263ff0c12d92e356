import { expect, it } from 'vitest';
import type { StaffView } from '../../common/contracts/session/staff-view.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { createStaffPage, type Resolve } from './page.ts';
import { deskBench } from './testing/bench.ts';

const cashier = { persona: 'staff-cashier' };
const auditor = { persona: 'staff-auditor' };

/** The page over a real desk and a store with one matter on its work-list. */
function pageBench(resolved?: Resolve, how: Parameters<typeof deskBench>[0] = {}) {
  const bench = deskBench(how);
  const { store, clock, desk } = bench;
  const { id } = store.transaction(() =>
    store.worklist.open({
      ...{ kind: 'settlement-after-session', subject: 'H99', encounterId: 'MZ1', settlementId: null },
      ...{ amountFen: 4200, detail: { mdtrtId: '9', setlId: 'JS1', why: null }, nowMs: clock.now() - 7_200_000 },
    }),
  );
  const asked: unknown[] = [];
  const keys: string[] = [];
  const resolve: Resolve = async (act, people) => {
    asked.push({ act, people });
    const done = store.transaction(() => store.worklist.resolve(id, { ...act, ...people, nowMs: clock.now() }));
    const row = store.worklist.get(id);
    return done && row !== null ? ok(row) : err('WORKLIST_NOT_FOUND');
  };
  const page = createStaffPage({
    ...{ clock, desk, lent: bench.glass, worklist: () => store.worklist, resolve: resolved ?? resolve },
    answers: () => ['refund'],
    report: {
      intent: async (intent) => void keys.push(intent.kind),
      leave: () => void keys.push('leave'),
      busy: () => keys.at(-1) === 'staffCompare',
    },
    reasonText: (key) => `because ${key}`,
  });
  const last = (): StaffView | undefined => bench.views.at(-1);
  const answer = { kind: 'staffResolve', id, resolution: 'refund', reason: 'seenAtCentre' } as const;
  const until = (kind: StaffView['kind']) =>
    bench.until(
      (async () => {
        while (last()?.kind !== kind) await new Promise((done) => setTimeout(done, 1));
      })(),
    );
  return { ...bench, keys, page, asked, last, answer, until, id };
}

it('shows the work-list with what is known and what may be answered', () => {
  const { page, last, id } = pageBench();
  page.open('梁*信');
  expect(last()).toMatchObject({ kind: 'list', name: '梁*信', total: 1 });
  const [row] = (last() as Extract<StaffView, { kind: 'list' }>).rows;
  expect(row).toMatchObject({
    id,
    encounterId: 'MZ1',
    amountFen: 4200,
    ageMs: 7_200_000,
    // Not what its kind may be answered at other times.
    answers: ['refund'],
  });
  expect(row?.facts[0]).toEqual({ name: 'setlId', value: 'JS1' });
});

it('an answer about money takes two proofs of its own, then is recorded with its reason', async () => {
  const { page, come, until, last, answer, asked, id } = pageBench();
  page.open('梁*信');
  come(cashier, auditor);
  page.intent(answer);
  // A second press while it is under way is nothing.
  page.intent(answer);
  await until('recorded');
  const act = { act: 'worklistResolve', id, resolution: 'refund', reason: 'because seenAtCentre', setlId: null };
  expect(asked).toEqual([{ act, people: { by: 'S001', second: 'S002' } }]);
  expect(last()).toMatchObject({ kind: 'recorded', work: { id }, resolution: 'refund' });
  page.intent({ kind: 'staffBack' });
  expect(last()).toMatchObject({ kind: 'list', total: 0 });
});

it('an answer that the row does not take any more is refused on the page, before anybody proves herself', async () => {
  const { page, until, last, answer, asked, views } = pageBench(undefined, { refusal: () => 'WORKLIST_NOT_FOUND' });
  page.open('梁*信');
  page.intent(answer);
  await until('refused');
  expect(last()).toMatchObject({ failure: 'WORKLIST_NOT_FOUND', mayGoBack: true });
  expect(views.some(({ kind }) => kind === 'proof')).toBe(false);
  expect(asked).toEqual([]);
  page.intent({ kind: 'staffBack' });
  expect(last()).toMatchObject({ kind: 'list' });
});

it('a refusal leads back to the list, and nothing was asked of the money room', async () => {
  const { page, come, until, last, answer, asked } = pageBench();
  page.open('梁*信');
  come(cashier, cashier);
  page.intent(answer);
  await until('refused');
  expect(last()).toMatchObject({ failure: 'STAFF_SAME_PERSON', mayGoBack: true });
  page.intent({ kind: 'staffBack' });
  expect(last()).toMatchObject({ kind: 'list', total: 1 });
  expect(asked).toEqual([]);
});

it('what the money room refuses is said with its code', async () => {
  const { page, come, until, last, answer } = pageBench(async () => err('WORKLIST_NOT_PROVEN'));
  page.open('梁*信');
  come(cashier, auditor);
  page.intent(answer);
  await until('refused');
  expect(last()).toMatchObject({ failure: 'WORKLIST_NOT_PROVEN', mayGoBack: true });
});

it('stopped in the middle of a proof, the list stands again and stays', async () => {
  const { page, until, last, answer, desk, clock } = pageBench();
  page.open('梁*信');
  page.intent(answer);
  await until('proof');
  page.intent({ kind: 'staffBack' });
  for (let i = 0; i < 20; i++) {
    clock.advance(40);
    await new Promise((done) => setTimeout(done, 1));
  }
  expect([last()?.kind, desk.busy()]).toEqual(['list', false]);
});

it('ends by its key, or by itself when nobody presses anything', () => {
  const { page, lent, clock } = pageBench();
  page.open('梁*信');
  page.intent({ kind: 'staffEnd' });
  expect([page.isOpen(), lent()]).toEqual([false, false]);
  page.open('梁*信');
  clock.advance(119_000);
  page.intent({ kind: 'staffBack' });
  clock.advance(119_000);
  expect(page.isOpen()).toBe(true);
  clock.advance(1000);
  expect([page.isOpen(), lent()]).toEqual([false, false]);
});

it('takes no answer while it is not open', async () => {
  const { page, come, answer, asked, views, clock } = pageBench();
  come(cashier, auditor);
  page.intent(answer);
  clock.advance(10_000);
  expect([asked, views]).toEqual([[], []]);
});

it('hands the keys of the day’s books on, and stays while these are being compared', () => {
  const { page, keys, clock } = pageBench();
  page.intent({ kind: 'staffReport', day: null });
  page.open('梁*信');
  page.intent({ kind: 'staffReport', day: null });
  page.intent({ kind: 'staffCompare', day: '2026-11-21' });
  expect(keys).toEqual(['staffReport', 'staffCompare']);
  clock.advance(300_000);
  expect(page.isOpen()).toBe(true);
  page.intent({ kind: 'staffBack' });
  expect(keys.at(-1)).toBe('leave');
  clock.advance(120_000);
  expect(page.isOpen()).toBe(false);
});
