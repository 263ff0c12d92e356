import type { CardError } from '../../common/contracts/devices/card.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import { type Move, nextOp, stay } from './moves.ts';
import type { Stage } from './stage.ts';
import type { Visitor } from './stage-facts.ts';
import { generationOf, type State } from './state.ts';

/**
 * A device host that died saw nothing of what went on in the slot meanwhile. So where a person's matter is still on the
 * glass, the card that its successor finds is read, and only the same card of the same person is the own one (risks I16).
 */

/** A host that dies twice over one card will die a third time. */
export const MAX_ATTEMPTS = 2;

/** After these there will be another host, or the card in another state: that is when it is read again. */
const COMES_ANEW: ReadonlySet<CardError> = new Set(['CARD_MUTE', 'READER_STUCK', 'READER_GONE']);

/** The person whose matter this stage is. */
export function personOf(stage: Stage): Visitor | null {
  if (stage.kind === 'stillThere') return personOf(stage.back);
  if (stage.kind === 'policy') return stage.back?.visitor ?? null;
  return 'visitor' in stage ? stage.visitor : null;
}

/**
 * Has the card read that the new host sees, as soon as it is no more mute; null where there is none, nobody's matter, or
 * it was tried often enough.
 */
export function askWhose(state: State): Move | null {
  const { card, stage } = state;
  const generation = generationOf(card);
  const attempt = (state.proof?.attempt ?? 0) + 1;
  if (attempt > MAX_ATTEMPTS || personOf(stage) === null) return null;
  if (card.kind === 'mute') return stay(state);
  if (card.kind !== 'present' || generation === null) return null;
  const { state: counted, op } = nextOp(state);
  const proof = { op, generation, attempt };
  return { state: { ...counted, adopt: false, proof }, effects: [{ kind: 'readCard', op, generation }] };
}

/** The read failed, which says nothing of whose the card is: once more, or null where that was the last attempt. */
export function askAgain(state: State, error: CardError): Move | null {
  if (state.proof === null || state.proof.attempt >= MAX_ATTEMPTS) return null;
  const unanswered = { ...state, proof: interrupted(state) };
  return COMES_ANEW.has(error) ? stay(unanswered) : askWhose(unanswered);
}

/** The host that was asked is gone too: its answer is none, the attempt counts. */
export function interrupted({ proof }: State): State['proof'] {
  return proof === null ? null : { ...proof, op: 0 };
}

/** The same card, and the same person on it. */
export function isSameCard(known: Visitor, read: Visitor): boolean {
  const [a, b] = [unwrapPii(known.holder), unwrapPii(read.holder)];
  const same = a.name === b.name && a.identityNumber === b.identityNumber;
  return same && a.cardNumber === b.cardNumber && a.cardId === b.cardId;
}
