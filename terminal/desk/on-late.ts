import type { DeskEvent } from './events.ts';
import { amend, go, type Moment, type Move, stay } from './moves.ts';
import { settledNow } from './on-money.ts';
import { baseOf, type Outcome, overBase, type StageOf } from './stage.ts';
import type { State } from './state.ts';

type EventOf<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>;
type Unknown = Extract<Outcome, { kind: 'unknown' }>;

/** What was unknown is known: the result says so, on the glass or under what stands over it. */

/** The result that still waits for the end of this message; a refund bears the message of what it gives back. */
function waiting(
  state: State,
  of: Unknown['of'],
  messageId: string,
): { readonly base: StageOf<'result'>; readonly outcome: Unknown } | null {
  const base = baseOf(state.stage);
  if (base?.kind !== 'result' || base.outcome.kind !== 'unknown') return null;
  const { outcome } = base;
  return outcome.of === of && outcome.messageId === messageId ? { base, outcome } : null;
}

/** A key of the glass before no longer counts where the result itself is what stands there. */
function show(state: State, base: StageOf<'result'>, outcome: Outcome, { at }: Moment): Move {
  const { stage } = state;
  const changed = overBase(stage, { ...base, outcome });
  return stage.kind === 'result' ? go(state, changed, at) : amend(state, changed);
}

/** A settlement has come to its end. */
export function onResolved(state: State, { messageId, answer }: EventOf<'resolved'>, moment: Moment): Move {
  const found = waiting(state, 'settlement', messageId);
  if (found === null) return stay(state);
  const { base, outcome } = found;
  if (answer.kind === 'unknown') return show(state, base, { ...outcome, next: answer.next }, moment);
  if (answer.kind === 'refused') {
    const { failure, next } = answer;
    const refused = { kind: 'refused', of: 'settlement', encounterId: outcome.encounterId, failure, next } as const;
    return show(state, base, refused, moment);
  }
  const now = settledNow(state, answer.value, outcome.tender, moment, base.client?.person.psnType ?? null);
  return { ...show(now.state, base, now.outcome, moment), effects: now.effects };
}

/** A refund has come to its end, or waits for people. */
export function onRefundEnded(state: State, { messageId, answer }: EventOf<'refundEnded'>, moment: Moment): Move {
  const found = waiting(state, 'refund', messageId);
  if (found === null) return stay(state);
  const { base, outcome } = found;
  if (answer.kind === 'unknown') return show(state, base, { ...outcome, next: answer.next }, moment);
  if (answer.kind === 'settled') {
    return show(state, base, { kind: 'refunded', bill: answer.value, resettle: outcome.resettle }, moment);
  }
  const { failure, next } = answer;
  const refused = { kind: 'refused', of: 'refund', encounterId: outcome.encounterId, failure, next } as const;
  return show(state, base, refused, moment);
}
