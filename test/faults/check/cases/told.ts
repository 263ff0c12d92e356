import { type Case, evidence, journal } from './doctored.ts';

/** What the queue told operator and hospital. */
export const TOLD: readonly Case[] = [
  [
    'I9',
    'a row that waits behind a dead one',
    ({ paid }) =>
      journal(paid, (one) => ({
        ...one,
        outbox: one.outbox.map((row, index) => ({
          ...row,
          state: index === 0 ? ('dead' as const) : ('waiting' as const),
        })),
      })),
  ],
  ['I10', 'a delivered row that never arrived', ({ paid }) => ({ ...paid, operator: paid.operator.slice(1) })],
  [
    'I10',
    'one settlement told under two keys',
    ({ paid }) => ({
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
    ({ paid }) => ({ ...paid, bookings: [...paid.bookings, ...paid.bookings] }),
  ],
  ['I12', 'rows that overtook each other', ({ paid }) => ({ ...paid, operator: [...paid.operator].reverse() })],
  [
    'I12',
    'a message id that is older than the one before',
    ({ paid }) => evidence(paid, { sent: [...paid.evidence.sent].reverse() }),
  ],
  [
    'I12',
    'a 2601 whose message id is older than that of what it is about',
    ({ fenced }) =>
      evidence(fenced, {
        sent: fenced.evidence.sent.map((one) =>
          one.key === '2601'
            ? { ...one, msgid: `${one.msgid?.slice(0, 12)}20200101000000${one.msgid?.slice(26)}` }
            : one,
        ),
      }),
  ],
  [
    'I12',
    'a report that left for the hospital before the one in front of it was there',
    ({ fenced }) =>
      evidence(fenced, {
        sent: fenced.evidence.sent.map((one) => (one.key === 'settled' ? { ...one, at: 0 } : one)),
      }),
  ],
  [
    'I10',
    'a report to the hospital that is delivered and never came',
    ({ paid }) => evidence(paid, { sent: paid.evidence.sent.filter(({ key }) => key !== 'settled') }),
  ],
  [
    'his',
    'a hospital that was not told',
    ({ paid }) => ({ ...paid, his: paid.his.map((row) => ({ ...row, settlement: null })) }),
  ],
  [
    'his',
    'a hold that was forgotten',
    ({ paid }) => ({ ...paid, his: paid.his.map((row) => ({ ...row, holder: 'HC-07-1' })) }),
  ],
];
