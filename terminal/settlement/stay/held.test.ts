import { expect, it } from 'vitest';
import type { RefundChange } from '../../store/refunds.ts';
import type { SettlementChange } from '../../store/settlements.ts';
import { settled } from '../testing/ruling.ts';
import { CONFIRMED, settlementKit } from '../testing/settlement.ts';
import { whyHeld, whyNotWritten } from './held.ts';

const ENCOUNTER = 'OP20260302001';
const told: SettlementChange = { ...settled, live: false };
const refunded = { refunded: { refundSetlId: 'R1', refundedAt: '2026-03-02 10:00:00', foundBy: 'answer' } } as const;

/** A settlement of the encounter, and what has become of its refund. */
function why(settlement: SettlementChange | null, refund: RefundChange | null = null) {
  const { store, intend } = settlementKit();
  const row = settlement === null ? null : intend(settlement);
  if (row !== null && refund !== null) {
    const order = { setlId: CONFIRMED.setlId, cause: 'desk', by: 'S1', second: null } as const;
    store.transaction(() => {
      const id = store.refunds.insert({ settlementId: row.id, encounterId: ENCOUNTER, ...order, nowMs: 0 });
      store.refunds.change(id, refund, 0);
    });
  }
  return [whyHeld(store, ENCOUNTER), whyNotWritten(store, ENCOUNTER)];
}

it.each([
  ['nothing', null, null, null, null],
  ['one that is open', {}, null, 'SETTLEMENT_OPEN', 'SETTLEMENT_OPEN'],
  ['one that stands, told or untold', told, null, 'STAY_SETTLED', 'STAY_SETTLED'],
  ['one that was refused', { state: 'refused', live: false }, null, null, null],
  ['one that people keep', told, { state: 'kept' }, 'STAY_SETTLED', 'STAY_SETTLED'],
  ['one that is to go back', told, { state: 'ready' }, 'SETTLEMENT_OPEN', 'SETTLEMENT_OPEN'],
  ['one whose refund waits for people', told, { state: 'stopped' }, 'SETTLEMENT_OPEN', 'SETTLEMENT_OPEN'],
  // The refund itself writes then, and nobody else.
  ['one that has gone back and is being undone', told, { state: 'refunded', ...refunded }, 'SETTLEMENT_OPEN', null],
  [
    'one that has gone back, with another under way',
    { ...told, live: true },
    { state: 'refunded', ...refunded },
    'SETTLEMENT_OPEN',
    'SETTLEMENT_OPEN',
  ],
  ['one that is all undone', told, { state: 'done', ...refunded }, null, null],
] as const)('what holds a stay, and what its next message: %s', (_words, settlement, refund, held, written) => {
  expect(why(settlement, refund)).toEqual([held, written]);
});
