import { err, ok } from '../../../common/kernel/result.ts';
import type { DeskEffect } from '../events.ts';
import { isStay } from '../is-stay.ts';
import type { EffectDeps } from './deps.ts';

type Of<K extends DeskEffect['kind']> = Extract<DeskEffect, { kind: K }>;

/** How long each of the two is waited for at the reader, ms. */
const CARD_MS = 60_000;

/** The settlement of this encounter that can be given back. */
export function findRefund({ billing, store, dispatch }: EffectDeps, { op, encounterId }: Of<'findRefund'>): void {
  const standing = billing.standing(encounterId);
  if (!standing.ok) {
    dispatch({ kind: 'refundable', op, result: err(standing.error.code) });
    return;
  }
  const { settled, state, messageId } = standing.value;
  const row = messageId === null ? null : (store()?.settlements.byMessageId(messageId) ?? null);
  const visit = row === null ? null : (store()?.visits.get(row.visitId) ?? null);
  if (settled === null || state !== 'settled' || visit === null) {
    dispatch({ kind: 'refundable', op, result: err('RECEIPT_NONE') });
    return;
  }
  dispatch({ kind: 'refundable', op, result: ok({ bill: settled, stay: isStay(visit.encounter) }) });
}

/** Two people prove themselves for exactly this settlement; then it is given back, in the shift that is open. */
export async function refund(deps: EffectDeps, { op, messageId, until }: Of<'proveRefund'>): Promise<void> {
  const { staff, shifts, billing, store, dispatch, audit } = deps;
  const act = { act: 'deskRefund', settlement: messageId } as const;
  const ticket = await staff.prove(act, { waitMs: CARD_MS, page: false });
  if (!ticket.ok) {
    staff.cancel();
    dispatch({ kind: 'refundProved', op, result: err(ticket.error.code) });
    return;
  }
  const row = store()?.settlements.byMessageId(messageId) ?? null;
  const stood = await staff.under(ticket.value.ticket, act, (people) => {
    if (row === null || !shifts.beginRefund(row.id)) return err('SHIFT_NONE' as const);
    audit('desk.refund-proved', { messageId, by: people.by, second: people.second });
    return ok(people);
  });
  const people = stood.ok ? stood.value : stood;
  dispatch({ kind: 'refundProved', op, result: people.ok ? ok(null) : err(people.error) });
  if (!people.ok) return;
  const { by, second } = people.value;
  dispatch({ kind: 'refunded', op, answer: await billing.refund(messageId, by, second, until) });
}
