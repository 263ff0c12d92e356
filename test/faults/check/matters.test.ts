import { beforeAll, expect, it } from 'vitest';
import { type WorklistKind, worklistKindSchema } from '../../../common/contracts/worklist.ts';
import type { WorklistRow } from '../../../terminal/store/worklist.ts';
import type { Item } from '../plan/plan.ts';
import { blankRow, booksAfter } from '../testing.ts';
import type { Books, JournalBooks } from './books.ts';
import { check } from './check.ts';

/** The work-list against the books: rows of each kind in worlds that a real run left. */
let paid: Books;
let fenced: Books;

const lost: Item = { is: 'net', target: 'centre', key: '2207', nth: 1, kind: 'lostBefore', ms: 0 };

beforeAll(async () => {
  paid = await booksAfter([]);
  fenced = await booksAfter([lost]);
});

/** What is found of rows about the settlement of this state. */
function found(books: Books, state: string, rows: readonly Partial<WorklistRow>[], bent: Partial<JournalBooks> = {}) {
  const journals = books.journals.map((one): JournalBooks => {
    const about = one.settlements.find((row) => row.state === state);
    if (about === undefined) throw new Error(`nothing is ${state}`);
    const worklist = rows.map((row, index) => ({ ...blankRow, id: index + 1, settlementId: about.id, ...row }));
    return { ...one, ...bent, worklist };
  });
  return check({ ...books, journals })
    .filter(({ what }) => what.startsWith('row '))
    .map(({ what }) => what.replace(/^row (\d+) [a-z-]+ /, '$1 '));
}

const OVER = '1 is open, its matter is over, and nobody can close it';
const LASTS = '1 ended by itself, and its matter lasts';
const ended = { resolution: 'ended' } as const;

it.each([
  'settlement-unknown',
  'settlement-late',
  'settlement-after-session',
  'reversal-stuck',
  'refund-stuck',
] as const)('a row %s of what was paid and shown is over, and no row that has ended', (kind) => {
  expect(found(paid, 'settled', [{ kind }])).toEqual([OVER]);
  expect(found(paid, 'settled', [{ kind, ...ended }])).toEqual([]);
});

it('a 2601 that is at the centre ends the call about it; a centre without fences does not say', () => {
  expect(found(fenced, 'reversed', [{ kind: 'reversal-stuck' }])).toEqual([OVER]);
  expect(found({ ...fenced, fences: [] }, 'reversed', [{ kind: 'reversal-stuck' }])).toEqual([]);
});

it.each(['settlement-unsound', 'print-unknown'] as const)('a row %s does not vanish', (kind) => {
  expect(found(paid, 'settled', [{ kind }])).toEqual([]);
  expect(found(paid, 'settled', [{ kind, ...ended }])).toEqual([LASTS]);
  // The same matter, opened again; another one does not count.
  expect(found(paid, 'settled', [{ kind, ...ended }, { kind }])).toEqual([]);
  expect(
    found(paid, 'settled', [
      { kind, ...ended },
      { kind, subject: 'another' },
    ]),
  ).toEqual([LASTS]);
});

it('a row settlement-unsound is over where its number counts: it was found sound', () => {
  const setlId = paid.journals[0]?.settlements[0]?.setlId ?? '';
  const row = { kind: 'settlement-unsound', detail: { setlId } } as const;
  expect(found(paid, 'settled', [row])).toEqual([OVER]);
  expect(found(paid, 'settled', [{ ...row, ...ended }])).toEqual([]);
  expect(found(paid, 'settled', [{ ...row, detail: { setlId: 'another' }, ...ended }])).toEqual([LASTS]);
});

it('a doubtful slip ends with a later copy that came out, of the same kind', () => {
  const detail = { kind: 'settlement', copy: -1 };
  const row = { kind: 'print-unknown', detail } as const;
  expect(found(paid, 'settled', [{ ...row, ...ended }])).toEqual([]);
  expect(found(paid, 'settled', [row])).toEqual([OVER]);
  expect(found(paid, 'settled', [{ ...row, detail: { kind: 'unknown', copy: -1 }, ...ended }])).toEqual([LASTS]);
});

it('a call that nobody was told of a success does not end while nobody was', () => {
  const dark: Books = { ...paid, evidence: { ...paid.evidence, drawn: [], paper: [] } };
  expect(found(dark, 'settled', [{ kind: 'settlement-after-session', ...ended }])).toEqual([LASTS]);
});

it('a queue row that is set aside keeps its own row', () => {
  const [first] = paid.journals[0]?.outbox ?? [];
  if (first === undefined) throw new Error('nothing was queued');
  const outbox = [{ ...first, state: 'dead' as const }];
  const row = { kind: 'row-dead', detail: { row: first.id } } as const;
  expect(found(paid, 'settled', [{ ...row, ...ended }], { outbox })).toEqual([LASTS]);
  expect(found(paid, 'settled', [row], { outbox })).toEqual([]);
});

it('a difference is over where the journal counts on that very number, and lasts where only the centre has it', () => {
  const mine = paid.journals[0]?.settlements[0]?.setlId ?? '';
  for (const verdict of ['deniedHere', 'doubled'] as const) {
    expect(found(paid, 'settled', [{ detail: { verdict, setlId: mine } }])).toEqual([OVER]);
    expect(found(paid, 'settled', [{ detail: { verdict, setlId: 'gone' }, ...ended }])).toEqual([]);
    const [other] = fenced.ledger.filter((row) => row.state === 'settled');
    const row = { detail: { verdict, setlId: other?.setlId ?? '' }, ...ended };
    expect(found(fenced, 'reversed', [row])).toEqual([LASTS]);
  }
  expect(found(paid, 'settled', [{ detail: { verdict: 'missingThere', setlId: mine }, ...ended }])).toEqual([]);
  const gone: Books = { ...paid, ledger: [] };
  expect(found(gone, 'settled', [{ detail: { verdict: 'missingThere', setlId: mine }, ...ended }])).toEqual([LASTS]);
});

it('a late settlement is not over because another number of its message was given back or counts', () => {
  const [other] = fenced.ledger.filter((row) => row.state === 'settled');
  const detail = { setlId: other?.setlId ?? '' };
  const row = { kind: 'settlement-late', detail } as const;
  expect(found(fenced, 'reversed', [row])).toEqual([]);
  expect(found(fenced, 'reversed', [{ ...row, ...ended }])).toEqual([LASTS]);
  expect(found(fenced, 'settled', [row])).toEqual([OVER]);
});

it('nobody closes a row with a word that its kind does not know', () => {
  const wrong = { kind: 'print-unknown', resolution: 'void', by: 'a', second: 'b' } as const;
  expect(found(paid, 'settled', [wrong])).toEqual(['1 was closed with void, which nobody can say of it']);
});

it('knows every kind', () => {
  const kinds: readonly WorklistKind[] = worklistKindSchema.options;
  for (const kind of kinds) expect(() => found(paid, 'settled', [{ kind }])).not.toThrow();
});
