import { beforeAll, expect, it } from 'vitest';
import { fen } from '../../../common/kernel/money.ts';
import type { Item } from '../plan/plan.ts';
import { booksAfter } from '../testing.ts';
import { PEOPLE } from '../world/people.ts';
import type { Books, JournalBooks } from './books.ts';
import { check } from './check.ts';
import { INVARIANTS, type Invariant } from './finding.ts';

/** Each invariant must be able to speak: worlds that a real run left, with one thing in the books made wrong. */
let paid: Books;
let fenced: Books;
let declined: Books;

const lost: Item = { is: 'net', target: 'centre', key: '2207', nth: 1, kind: 'lostBefore', ms: 0 };

beforeAll(async () => {
  paid = await booksAfter([]);
  fenced = await booksAfter([lost]);
  declined = await booksAfter([{ ...lost, kind: 'businessRefusal' }]);
});

type Journal = (journal: JournalBooks) => JournalBooks;
const journal = (books: Books, change: Journal): Books => ({ ...books, journals: books.journals.map(change) });
const evidence = (books: Books, change: Partial<Books['evidence']>): Books => ({
  ...books,
  evidence: { ...books.evidence, ...change },
});
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('an empty list');
  return one;
};

it('finds nothing in books that are in order', () => {
  expect(check(paid)).toEqual([]);
  expect(check(fenced)).toEqual([]);
  expect(first(paid.journals).settlements.map((row) => row.state)).toEqual(['settled']);
  expect(first(fenced.journals).settlements.map((row) => row.state)).toContain('reversed');
});

type Case = readonly [Invariant, string, () => Books];

const cases: readonly Case[] = [
  [
    'I1',
    'two settlements of one message',
    () => ({ ...paid, ledger: [...paid.ledger, { ...first(paid.ledger), setlId: 'other' }] }),
  ],
  [
    'I1',
    'a settlement that no journal knows, in a world that did not come to rest, at a centre without fences',
    () => ({
      ...paid,
      rested: false,
      setting: { ...paid.setting, noFence: true },
      ledger: [...paid.ledger, { ...first(paid.ledger), setlId: 'other', msgid: 'of nobody', mdtrtId: 'other' }],
      registered: new Map([...paid.registered, ['other', PEOPLE[1]?.encounters[0]?.encounterId ?? '']]),
    }),
  ],
  [
    'I1',
    'a settlement of another encounter than the journal says',
    () => ({
      ...paid,
      registered: new Map([...paid.registered.keys()].map((mdtrtId) => [mdtrtId, 'another'])),
    }),
  ],
  [
    'I2',
    'success on the glass before the row was durable',
    () =>
      evidence(paid, {
        shown: paid.evidence.shown.map((one) =>
          one.success === null ? one : { ...one, success: { ...one.success, journal: false } },
        ),
      }),
  ],
  [
    'I2',
    'a slip for something that the centre does not have',
    () =>
      evidence(paid, {
        paper: paid.evidence.paper.map((one) =>
          one.success === null ? one : { ...one, success: { ...one.success, centre: false } },
        ),
      }),
  ],
  [
    'I3',
    'bytes that left before they were committed',
    () =>
      evidence(paid, {
        sent: paid.evidence.sent.map((one) => (one.key === '2207' ? { ...one, durable: false } : one)),
      }),
  ],
  [
    'I3',
    'a 2207 that was sent twice',
    () => evidence(paid, { sent: [...paid.evidence.sent, ...paid.evidence.sent.filter(({ key }) => key === '2207')] }),
  ],
  [
    'I4',
    'a time-out taken for a refusal',
    () =>
      evidence(fenced, {
        changes: fenced.evidence.changes.map((one) =>
          one.from === 'intended' && one.to === 'unknown' ? { ...one, to: 'refused' } : one,
        ),
      }),
  ],
  [
    'I4',
    'a refused connection taken for unknown',
    () =>
      evidence(paid, {
        changes: paid.evidence.changes.map((one) => ({ ...one, to: 'unknown' })),
        sent: paid.evidence.sent.map((one) => (one.key === '2207' ? { ...one, truth: 'notSent' as const } : one)),
      }),
  ],
  [
    'I4',
    'a refusal that 5203 bore out twice, taken for unknown',
    () =>
      evidence(declined, {
        changes: declined.evidence.changes.map((one) => (one.to === 'refused' ? { ...one, to: 'unknown' } : one)),
      }),
  ],
  [
    'I4',
    'a new settlement beside an open one',
    () =>
      evidence(paid, {
        sent: paid.evidence.sent.map((one) => (one.key === '2207' ? { ...one, openOthers: ['earlier'] } : one)),
      }),
  ],
  [
    'I5',
    'a reversal whose 2601 named another message',
    () =>
      evidence(fenced, {
        sent: fenced.evidence.sent.map((one) =>
          one.key === '2601' ? { ...one, body: one.body.replace(/"omsgid":"[^"]+"/, '"omsgid":"other"') } : one,
        ),
      }),
  ],
  [
    'I5',
    'a 2601 that was not stored first',
    () =>
      evidence(fenced, {
        sent: fenced.evidence.sent.map((one) => (one.key === '2601' ? { ...one, durable: false } : one)),
      }),
  ],
  [
    'I6',
    'a final state that changed',
    () =>
      evidence(fenced, {
        changes: [
          ...fenced.evidence.changes,
          { at: 1, terminal: 0, boot: 1, id: first(fenced.evidence.changes).id, from: 'reversed', to: 'settled' },
        ],
      }),
  ],
  [
    'I6',
    'the setl_id of somebody else',
    () =>
      journal(paid, (one) => ({ ...one, settlements: one.settlements.map((row) => ({ ...row, setlId: 'other' })) })),
  ],
  [
    'I7',
    'two originals',
    () =>
      evidence(paid, {
        paper: [...paid.evidence.paper, ...paid.evidence.paper.map((one) => ({ ...one, jobId: 'again' }))],
      }),
  ],
  [
    'I7',
    'a copy without its mark',
    () => evidence(paid, { paper: paid.evidence.paper.map((one) => ({ ...one, slip: { ...one.slip, copy: 1 } })) }),
  ],
  [
    'I7',
    'an unknown print that counts as printed',
    () => evidence(paid, { paper: paid.evidence.paper.map((one) => ({ ...one, told: 'unknown' as const })) }),
  ],
  [
    'I7',
    'other amounts on paper',
    () => ({ ...paid, ledger: paid.ledger.map((row) => ({ ...row, cash: fen(row.cash + 1) })) }),
  ],
  [
    'I8',
    'parts that do not sum',
    () =>
      journal(paid, (one) => ({
        ...one,
        settlements: one.settlements.map((row) =>
          row.splitSettled === null
            ? row
            : { ...row, splitSettled: { ...row.splitSettled, cash: fen(row.splitSettled.cash + 1) } },
        ),
      })),
  ],
  [
    'I8',
    'half a fen',
    () =>
      journal(paid, (one) => ({
        ...one,
        settlements: one.settlements.map((row) =>
          row.splitSettled === null
            ? row
            : {
                ...row,
                splitSettled: {
                  ...row.splitSettled,
                  total: (row.splitSettled.total + 0.5) as typeof row.splitSettled.total,
                },
              },
        ),
      })),
  ],
  [
    'I9',
    'a row that waits behind a dead one',
    () =>
      journal(paid, (one) => ({
        ...one,
        outbox: one.outbox.map((row, index) => ({
          ...row,
          state: index === 0 ? ('dead' as const) : ('waiting' as const),
        })),
      })),
  ],
  ['I10', 'a delivered row that never arrived', () => ({ ...paid, operator: paid.operator.slice(1) })],
  [
    'I10',
    'one settlement told under two keys',
    () => ({
      ...paid,
      operator: [
        ...paid.operator,
        ...paid.operator.filter(({ kind }) => kind === 'settlement').map((one) => ({ ...one, key: 'f'.repeat(32) })),
      ],
    }),
  ],
  [
    'I11',
    'a report that the hospital booked twice',
    () => ({ ...paid, bookings: [...paid.bookings, ...paid.bookings] }),
  ],
  ['I12', 'rows that overtook each other', () => ({ ...paid, operator: [...paid.operator].reverse() })],
  [
    'I12',
    'a message id that is older than the one before',
    () => evidence(paid, { sent: [...paid.evidence.sent].reverse() }),
  ],
  [
    'I12',
    'a 2601 whose message id is older than that of what it is about',
    () =>
      evidence(fenced, {
        sent: fenced.evidence.sent.map((one) =>
          one.key === '2601'
            ? { ...one, msgid: `${one.msgid?.slice(0, 12)}20200101000000${one.msgid?.slice(26)}` }
            : one,
        ),
      }),
  ],
  [
    'I13',
    'a settlement without free space',
    () => evidence(paid, { sent: paid.evidence.sent.map((one) => ({ ...one, roomy: false })) }),
  ],
  [
    'I12',
    'a report that left for the hospital before the one in front of it was there',
    () =>
      evidence(fenced, {
        sent: fenced.evidence.sent.map((one) => (one.key === 'settled' ? { ...one, at: 0 } : one)),
      }),
  ],
  [
    'I10',
    'a report to the hospital that is delivered and never came',
    () => evidence(paid, { sent: paid.evidence.sent.filter(({ key }) => key !== 'settled') }),
  ],
  ['I15', 'a second instance', () => evidence(paid, { intruders: 1 })],
  [
    'I16',
    'a screen of one person under another card',
    () =>
      evidence(paid, {
        shown: paid.evidence.shown.map((one) => ({ ...one, card: PEOPLE[1]?.name ?? '', cardForMs: 1000 })),
      }),
  ],
  [
    'I16',
    'a bill settled under another name',
    () =>
      evidence(paid, {
        sent: paid.evidence.sent.map((one) =>
          one.key === '2207'
            ? { ...one, body: one.body.replaceAll(PEOPLE[0]?.psnNo ?? '', PEOPLE[1]?.psnNo ?? '') }
            : one,
        ),
      }),
  ],
  ['I17', 'a chain that does not verify', () => journal(paid, (one) => ({ ...one, chainFault: 'modified 3-3' }))],
  ['told', 'a success of which no screen, no slip and no row speaks', () => evidence(paid, { drawn: [], paper: [] })],
  ['rest', 'a world that goes on for ever', () => ({ ...paid, rested: false })],
  [
    'rest',
    'an open settlement that nobody knows of',
    () =>
      journal(paid, (one) => ({
        ...one,
        settlements: one.settlements.map((row) => ({ ...row, state: 'unknown' as const })),
      })),
  ],
  [
    'his',
    'a hospital that was not told',
    () => ({ ...paid, his: paid.his.map((row) => ({ ...row, settlement: null })) }),
  ],
  [
    'his',
    'a hold that was forgotten',
    () => ({ ...paid, his: paid.his.map((row) => ({ ...row, holder: 'HC-07-1' })) }),
  ],
];

it.each(cases)('%s: %s', (invariant, _what, doctored) => {
  expect(check(doctored()).map((finding) => finding.invariant)).toContain(invariant);
});

it('tries every invariant', () => {
  expect([...new Set(cases.map(([invariant]) => invariant))].sort()).toEqual(Object.keys(INVARIANTS).sort());
});
