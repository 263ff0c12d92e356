import type { CheckView } from '../../common/contracts/session/check.ts';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { readCertificateCode } from '../../common/kernel/certificate-code.ts';
import type { SessionEvent } from './events.ts';
import { end, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { StageOf } from './stage.ts';
import type { State } from './state.ts';

/**
 * Checking a certificate by its code, by whoever holds the paper and without a card. The terminal keeps what is typed, so
 * that a keypad, a finger and the voice are all at the same digit.
 */

const CODE_LENGTH = 20;

/** Whether it is offered: there is a centre to ask, and the terminal waits for a card. */
export function offersCheck({ stage, fault, hostUp, card }: State, { hasServices }: SessionPolicy): boolean {
  return hasServices && stage.kind === 'idle' && fault === null && hostUp && card.kind === 'empty';
}

/** The page on which a code is typed; null where it is not offered. */
export function openCheck(state: State, { at, policy }: Moment): Move | null {
  return offersCheck(state, policy) ? go(state, { kind: 'check', typed: '', op: null, told: null }, at) : null;
}

/** A key of that page. */
export function onCheckIntent(state: State, stage: StageOf<'check'>, intent: Intent, moment: Moment): Move | null {
  switch (intent.kind) {
    case 'typeCode':
      return type(state, stage, intent.digit, moment);
    case 'eraseCode':
      return erase(state, stage, moment);
    default:
      return end(state, 'finished', moment.at);
  }
}

/** One more digit. The page stays the same one, so that somebody who types fast loses none. */
function type(state: State, stage: StageOf<'check'>, digit: string, { at }: Moment): Move | null {
  if (stage.op !== null || stage.told !== null || stage.typed.length >= CODE_LENGTH) return null;
  const typed = stage.typed + digit;
  const code = readCertificateCode(typed);
  if (code === null) return { state: { ...state, stage: { ...stage, typed }, activeAt: at }, effects: [] };
  const { state: counted, op } = nextOp(state);
  const effect = { kind: 'checkCertificate', op, code } as const;
  return { state: { ...counted, stage: { ...stage, typed, op }, activeAt: at }, effects: [effect] };
}

/** Takes the last digit back, or begins anew with another code. */
function erase(state: State, stage: StageOf<'check'>, { at }: Moment): Move | null {
  if (stage.told !== null) return go(state, { kind: 'check', typed: '', op: null, told: null }, at);
  if (stage.op !== null || stage.typed === '') return null;
  return { state: { ...state, stage: { ...stage, typed: stage.typed.slice(0, -1) }, activeAt: at }, effects: [] };
}

/** What the code told, shown only to whoever still waits for it. */
export function onCertificateChecked(
  state: State,
  { op, told }: Extract<SessionEvent, { kind: 'certificateChecked' }>,
  { at }: Moment,
): Move {
  const { stage } = state;
  if (stage.kind !== 'check' || stage.op !== op) return stay(state);
  return go(state, { ...stage, op: null, told }, at);
}

/** The page as a screen shows it. */
export function checkView({ typed, op, told }: StageOf<'check'>): CheckView {
  const found = told?.found ?? null;
  const failure = told?.failure ?? null;
  if (told !== null) return { typed, phase: 'told', mistyped: false, found, failure };
  const mistyped = op === null && typed.length === CODE_LENGTH;
  return { typed, phase: op === null ? 'typing' : 'asking', mistyped, found, failure };
}
