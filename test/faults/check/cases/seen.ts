import type { Split } from '../../../../common/contracts/session/snapshot.ts';
import { fen } from '../../../../common/kernel/money.ts';
import { PEOPLE } from '../../world/people.ts';
import type { Books } from '../books.ts';
import { type Case, evidence, journal } from './doctored.ts';

/** Every settlement of the journals with other figures than the centre's. */
const settledAs = (books: Books, change: (split: Split) => Split): Books =>
  journal(books, (one) => ({
    ...one,
    settlements: one.settlements.map((row) =>
      row.splitSettled === null ? row : { ...row, splitSettled: change(row.splitSettled) },
    ),
  }));

/** Money, paper and glass, and how a world comes to rest. */
export const SEEN: readonly Case[] = [
  [
    'I7',
    'two originals',
    ({ paid }) =>
      evidence(paid, {
        paper: [...paid.evidence.paper, ...paid.evidence.paper.map((one) => ({ ...one, jobId: 'again' }))],
      }),
  ],
  [
    'I7',
    'a copy without its mark',
    ({ paid }) =>
      evidence(paid, { paper: paid.evidence.paper.map((one) => ({ ...one, slip: { ...one.slip, copy: 1 } })) }),
  ],
  [
    'I7',
    'an unknown print that counts as printed',
    ({ paid }) => evidence(paid, { paper: paid.evidence.paper.map((one) => ({ ...one, told: 'unknown' as const })) }),
  ],
  [
    'I7',
    'other amounts on paper',
    ({ paid }) => ({ ...paid, ledger: paid.ledger.map((row) => ({ ...row, cash: fen(row.cash + 1) })) }),
  ],
  ['I8', 'parts that do not sum', ({ paid }) => settledAs(paid, (split) => ({ ...split, cash: fen(split.cash + 1) }))],
  [
    'I8',
    'half a fen',
    ({ paid }) => settledAs(paid, (split) => ({ ...split, total: (split.total + 0.5) as typeof split.total })),
  ],
  ['I15', 'a second instance', ({ paid }) => evidence(paid, { intruders: 1 })],
  [
    'I16',
    'a screen of one person under another card',
    ({ paid }) =>
      evidence(paid, {
        shown: paid.evidence.shown.map((one) => ({ ...one, card: PEOPLE[1]?.name ?? '', cardForMs: 1000 })),
      }),
  ],
  [
    'I16',
    'a bill settled under another name',
    ({ paid }) =>
      evidence(paid, {
        sent: paid.evidence.sent.map((one) =>
          one.key === '2207'
            ? { ...one, body: one.body.replaceAll(PEOPLE[0]?.psnNo ?? '', PEOPLE[1]?.psnNo ?? '') }
            : one,
        ),
      }),
  ],
  [
    'I17',
    'a chain that does not verify',
    ({ paid }) => journal(paid, (one) => ({ ...one, chainFault: 'modified 3-3' })),
  ],
  [
    'told',
    'a success of which no screen, no slip and no row speaks',
    ({ paid }) => evidence(paid, { drawn: [], paper: [] }),
  ],
  ['rest', 'a world that goes on for ever', ({ paid }) => ({ ...paid, rested: false })],
  [
    'rest',
    'an open settlement that nobody knows of',
    ({ paid }) =>
      journal(paid, (one) => ({
        ...one,
        settlements: one.settlements.map((row) => ({ ...row, state: 'unknown' as const })),
      })),
  ],
];
