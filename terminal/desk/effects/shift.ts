import { err, ok } from '../../../common/kernel/result.ts';
import type { DeskEffect } from '../events.ts';
import type { EffectDeps } from './deps.ts';

type Of<K extends DeskEffect['kind']> = Extract<DeskEffect, { kind: K }>;

const CARD_MS = 60_000;

/** The cashier proves herself by card and PIN, and signs in at the centre. */
export async function openShift(
  { staff, shifts, dispatch }: EffectDeps,
  { op, float }: Of<'openShift'>,
): Promise<void> {
  const act = { act: 'shiftOpen' } as const;
  const ticket = await staff.prove(act, { waitMs: CARD_MS, page: false });
  if (!ticket.ok) {
    staff.cancel();
    dispatch({ kind: 'shiftOpened', op, result: err(ticket.error.code) });
    return;
  }
  const done = await staff.under(ticket.value.ticket, act, ({ by }) => shifts.open(by, float));
  dispatch({ kind: 'shiftOpened', op, result: done.ok ? done.value : done });
}

export function reportShift({ shifts, dispatch }: EffectDeps, { op }: Of<'report'>): void {
  dispatch({ kind: 'reported', op, result: shifts.report() });
}

export async function closeShift(
  { shifts, dispatch }: EffectDeps,
  { op, count, expected }: Of<'closeShift'>,
): Promise<void> {
  dispatch({ kind: 'shiftClosed', op, result: await shifts.close(count, expected) });
}

/** 补打 of an encounter's settlement, under the cashier's number. */
export async function copy(
  { billing, shifts, copyReceipt, dispatch }: EffectDeps,
  { op, encounterId }: Of<'copy'>,
): Promise<void> {
  const [standing, shift] = [billing.standing(encounterId), shifts.current()];
  const messageId = standing.ok ? (standing.value.settled?.messageId ?? null) : null;
  if (shift === null || messageId === null) {
    dispatch({ kind: 'copied', op, result: err(shift === null ? 'SHIFT_NONE' : 'RECEIPT_NONE') });
    return;
  }
  const copied = await copyReceipt(messageId, shift.staffId);
  dispatch({ kind: 'copied', op, result: copied.ok ? ok(copied.value.outcome) : copied });
}
