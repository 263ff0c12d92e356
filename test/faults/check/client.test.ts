import { beforeAll, expect, it } from 'vitest';
import type { ClientOrder } from '../plan/order.ts';
import type { Item } from '../plan/plan.ts';
import { booksAtCounter } from '../testing.ts';
import { type Books, standing } from './books.ts';
import { check } from './check.ts';

/** A stay by days, asked twice, given back, and billed anew with a line less. */
const STAY = { stay: true, byDays: true, asksTwice: true, refunds: 'settlement', rebills: true } as const;

const booksOfClient = (order: Partial<ClientOrder>, items: readonly Item[] = []): Promise<Books> =>
  booksAtCounter([{ ...STAY, ...order }], items);

let stay: Books;
beforeAll(async () => {
  stay = await booksOfClient({});
});

const broken = (books: Books): readonly string[] => check(books).map(({ invariant }) => invariant);

it('the hospital’s system settles a stay, has it given back and bills a line less: one of two stands', () => {
  expect(check(stay)).toEqual([]);
  expect(stay.ledger.filter((row) => row.refundOf === null)).toHaveLength(2);
  expect(standing(stay).map(({ total }) => total)).toEqual([90_000]);
  expect(stay.stays).toHaveLength(1);
  expect(stay.journals[0]?.refunds).toMatchObject([{ cause: 'desk', by: 'his-a', until: 'settlement', state: 'done' }]);
  expect(stay.evidence.sent.filter(({ key }) => key === '2304')).toHaveLength(2);
});

it('an answer that only the client’s machine took is no word to anybody: people are called', async () => {
  const deaf = await booksOfClient({ asksTwice: false, deaf: true, away: null, refunds: 'nothing' });
  expect(check(deaf)).toEqual([]);
  expect(deaf.evidence.counter).toMatchObject({ told: [], unanswered: 1 });
  expect(deaf.journals[0]?.worklist.map(({ kind }) => kind)).toEqual(['settlement-after-session']);
});

it('a client that is gone before the answer, for ever, leaves a success that people are told of', async () => {
  const gone = await booksOfClient({ asksTwice: false, patience: 1, away: null, refunds: 'nothing' });
  expect(check(gone)).toEqual([]);
  expect(gone.evidence.drawn).toEqual([]);
  expect(gone.journals[0]?.worklist.map(({ kind }) => kind)).toEqual(['settlement-after-session']);
  const unknown = gone.journals.map((one) => ({ ...one, worklist: [] }));
  expect(broken({ ...gone, journals: unknown })).toContain('told');
});

it('one that comes back asks under its key, and is told once', async () => {
  const back = await booksOfClient({ asksTwice: false, patience: 1, refunds: 'nothing' });
  expect(check(back)).toEqual([]);
  expect(back.evidence.counter).toMatchObject({ unanswered: 1, replayed: 1 });
  expect(back.evidence.counter.told.filter(({ how }) => how === 'answer').map(({ what }) => what)).toEqual(['settled']);
  expect(back.journals[0]?.worklist).toEqual([]);
});

it('a 2304 whose answer is lost is found by 5203, and not sent again', async () => {
  const lost: Item = { is: 'net', target: 'centre', key: '2304', nth: 1, kind: 'lostAfter', ms: 0 };
  const found = await booksOfClient({ asksTwice: false, refunds: 'nothing' }, [lost]);
  expect(check(found)).toEqual([]);
  expect(found.journals[0]?.settlements).toMatchObject([{ state: 'settled', foundBy: '5203' }]);
  const sent = found.evidence.sent;
  expect(broken({ ...found, evidence: { ...found.evidence, sent: [...sent, ...sent] } })).toContain('I3');
});

it('finds a stay that is at the centre twice, and one that is settled twice', () => {
  const [one] = stay.stays;
  if (one === undefined) throw new Error('no stay');
  expect(broken({ ...stay, stays: [one, { ...one, mdtrtId: 'another' }] })).toContain('I1');
  const ledger = stay.ledger.map((row) => (row.refundOf === null ? { ...row, state: 'settled' as const } : row));
  expect(broken({ ...stay, ledger })).toContain('I1');
});
