import { unwrapPii } from '../../common/kernel/pii.ts';
import { ownCardIn } from './intents.ts';
import type { State } from './state.ts';

/**
 * The name in clear, for the two screens that have the key for it, and while the person's own card is in the reader: what
 * goes on without the card (a payment, its result, a host that is gone) goes on masked. Null: it is not given.
 */
export function nameInClear(state: State): string | null {
  const { stage } = state;
  if (stage.kind !== 'whoYouAre' && stage.kind !== 'home') return null;
  return ownCardIn(state) ? unwrapPii(stage.visitor.holder).name : null;
}
