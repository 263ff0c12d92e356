import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../plan/plan.ts';
import { blankRow, booksAfter, booksOf, CALM, COMER } from '../testing.ts';
import { type Books, type JournalBooks, onWorklist, standing } from './books.ts';
import { check } from './check.ts';

/** Who must be told of money that moved, and what excuses what: worlds that a real run left, with bent books. */
let paid: Books;
let fenced: Books;

const lost: Item = { is: 'net', target: 'centre', key: '2207', nth: 1, kind: 'lostBefore', ms: 0 };

beforeAll(async () => {
  paid = await booksAfter([]);
  fenced = await booksAfter([lost]);
});

const journal = (books: Books, change: (journal: JournalBooks) => JournalBooks): Books => ({
  ...books,
  journals: books.journals.map(change),
});
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('an empty list');
  return one;
};

/** The first settlement's money, which moved after its own 2601, beside that of the second one. */
function late(change: Partial<Books['setting']>, work: readonly JournalBooks['worklist'][number][]): Books {
  const rows = first(fenced.journals).settlements;
  const reversed = rows.find((row) => row.state === 'reversed');
  const moved = { ...first(fenced.ledger), msgid: reversed?.messageId ?? '', setlId: 'late' };
  const books = { ...fenced, setting: { ...fenced.setting, ...change }, ledger: [...fenced.ledger, moved] };
  return journal(books, (one) => ({
    ...one,
    worklist: work.map((row) => ({ ...row, settlementId: reversed?.id ?? null })),
  }));
}
const call: JournalBooks['worklist'][number] = { ...blankRow, kind: 'settlement-late' };
const closed = (resolution: 'void' | 'ended') => ({ resolution, by: 'a', second: 'b' });

it.each([
  ['is open', {}, []],
  ['is of a print', { kind: 'print-unknown' }, ['I1', 'I8', 'rest']],
  ['ended by itself', closed('ended'), ['I1', 'I8', 'rest']],
  ['was closed with void', closed('void'), ['I1', 'I8', 'rest']],
] as const)('late money beside another payment, at a centre without fences: the row %s', (_how, change, found) => {
  const names = check(late({ noFence: true }, [{ ...call, ...change }])).map(({ invariant }) => invariant);
  expect([...new Set(names)].sort()).toEqual(found);
});

it('late money beside another payment is never in order where the centre keeps its fences', () => {
  expect(check(late({}, [call])).map(({ invariant }) => invariant)).toEqual(expect.arrayContaining(['I1', 'I5']));
});

it('counts as told only rows about money that a person has open or has closed', () => {
  const [book] = paid.journals;
  const [row] = book?.settlements ?? [];
  if (book === undefined || row === undefined) throw new Error('nothing was paid');
  const told = (change: Partial<typeof call>): boolean =>
    onWorklist({ ...book, worklist: [{ ...call, settlementId: row.id, ...change }] }, row);
  expect([told({}), told(closed('void'))]).toEqual([true, true]);
  expect([told({ kind: 'print-unknown' }), told(closed('ended'))]).toEqual([false, false]);
});

it('a report that was set aside excuses what the hospital holds of its own encounter only', () => {
  const other = journal(paid, (one) => ({
    ...one,
    outbox: one.outbox.map((row) =>
      row.destination === 'his' ? { ...row, group: 'another', state: 'dead' as const } : row,
    ),
    worklist: [{ ...call, kind: 'row-dead' as const }],
  }));
  const untold: Books = { ...other, his: other.his.map((row) => ({ ...row, settlement: null })) };
  expect(check(untold).map(({ invariant }) => invariant)).toContain('his');
});

it('finds money that moved after its own 2601, unless the centre keeps no fences and a person knows', () => {
  const [reversed] = first(fenced.journals).settlements.filter((row) => row.state === 'reversed');
  const msgid = reversed?.messageId ?? '';
  const moved = { ...first(paid.ledger), msgid };
  const late: Books = { ...fenced, ledger: [...fenced.ledger.filter((row) => row.msgid !== msgid), moved] };
  expect(check(late).map(({ invariant }) => invariant)).toContain('I5');
  const unknown: Books = { ...late, setting: { ...late.setting, noFence: true } };
  expect(check(unknown).map(({ invariant }) => invariant)).toContain('rest');
});

it.each(['unknown', 'settled'] as const)('finds a 2207 for what a lost journal left %s', (state) => {
  const [book] = paid.journals;
  const [row] = book?.settlements ?? [];
  if (book === undefined || row === undefined) throw new Error('nothing was paid');
  const before = { ...book, settlements: [{ ...row, messageId: 'of the lost one', state }] };
  const names = (lost: JournalBooks): readonly string[] =>
    check({ ...paid, lost: [lost] }).map(({ invariant }) => invariant);
  expect(names(before)).toContain('I4');
  expect(names({ ...before, settlements: [{ ...row, messageId: 'of the lost one', state: 'reversed' }] })).toEqual([]);
});

it('takes what only a lost journal knows for known, and never for a second payment', () => {
  const [book] = paid.journals;
  if (book === undefined) throw new Error('no journal');
  const adopted: Books = { ...paid, journals: [{ ...book, settlements: [], outbox: [] }], lost: [book] };
  expect(check(adopted)).toEqual([]);
  const rows = book.settlements.map((row) => ({ ...row, messageId: 'a late one', state: 'reversed' as const }));
  const lost = { ...book, settlements: [...book.settlements, ...rows] };
  const late = { ...first(paid.ledger), msgid: 'a late one', setlId: 'late' };
  const beside = {
    ...adopted,
    lost: [lost],
    ledger: [...paid.ledger, late],
    setting: { ...paid.setting, noFence: true },
  };
  const compared = { ...call, kind: 'difference' as const, detail: { setlId: 'late' } };
  const told = journal(beside, (one) => ({ ...one, worklist: [compared] }));
  expect(check(beside).map(({ invariant }) => invariant)).toContain('I1');
  expect(check(told)).toEqual([]);
  // The journal that followed has paid it: it had to ask first.
  const again = { ...told, journals: told.journals.map((one) => ({ ...one, settlements: book.settlements })) };
  expect(check(again).map(({ invariant }) => invariant)).toContain('I1');
  const twice = { ...adopted, ledger: [...paid.ledger, { ...first(paid.ledger), msgid: 'another', setlId: 'other' }] };
  expect(check(twice).map(({ invariant }) => invariant)).toContain('I1');
});

it('what people said to stand and an early 2601 took back is for a person, and only at a centre without fences', () => {
  const [row] = paid.journals[0]?.settlements ?? [];
  if (row === undefined) throw new Error('nothing was paid');
  const said = { ...call, settlementId: row.id, ...closed('void'), resolution: 'stands' as const };
  const told = { ...call, id: 2, kind: 'difference' as const, settlementId: row.id };
  const names = (noFence: boolean, worklist: JournalBooks['worklist']): readonly string[] => {
    const gone = { ...paid, ledger: [], setting: { ...paid.setting, noFence } };
    return check(journal(gone, (one) => ({ ...one, worklist }))).map(({ invariant }) => invariant);
  };
  expect(names(true, [said, told])).toEqual([]);
  expect(names(true, [said])).toContain('I6');
  expect(names(true, [told])).toContain('I6');
  expect(names(false, [said, told])).toContain('I6');
});

describe('a late settlement that two people let stand, though another terminal has been paid meanwhile', () => {
  let contested: Books;
  beforeAll(async () => {
    const overtaken: Item = { is: 'net', target: 'centre', key: '2207', nth: 1, kind: 'overtaken', ms: 131_657 };
    const setting = { ...CALM, noFence: true, reconciles: true, rules: true, balance: 0 };
    const visits = [{ ...COMER, retries: 0, thinks: 1866 }];
    contested = await booksOf({
      seed: 314_452,
      setting,
      visits,
      items: [overtaken, { is: 'otherTerminal', at: 44_380 }],
    });
  });
  const found = (books: Books): readonly string[] => check(books).map(({ invariant }) => invariant);
  const without = (isGone: (row: JournalBooks['worklist'][number]) => boolean): Books =>
    journal(contested, (one) => ({ ...one, worklist: one.worklist.filter((row) => !isGone(row)) }));

  it('is in order while somebody is called about the answer of the hospital, which has the other payment', () => {
    expect(standing(contested)).toHaveLength(2);
    expect(contested.journals.flatMap(({ settlements }) => settlements.map(({ state }) => state))).toEqual([
      'settled',
      'settled',
    ]);
    expect(found(contested)).toEqual([]);
  });

  it('is a second payment where nobody is called, nobody had ruled, or the centre keeps its fences', () => {
    expect(found(without(({ kind }) => kind === 'row-dead'))).toContain('I1');
    expect(found(without(({ kind }) => kind === 'settlement-late'))).toContain('I1');
    expect(found({ ...contested, setting: { ...contested.setting, noFence: false } })).toContain('I1');
  });
});
