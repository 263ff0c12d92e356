import type { Clock } from '../../../common/kernel/ports.ts';
import { ok } from '../../../common/kernel/result.ts';
import type { Effect, SessionEvent } from '../../../terminal/session/events.ts';
import type { Prelude } from './prelude.ts';

/** The time that a look-up and a preparation take, ms. */
const LOOK_UP_MS = 150;
const PREPARE_MS = 700;

/**
 * Answers the first look-up and the first preparation of a process from the prelude that it starts from, in the time
 * that they would take. True where it did.
 */
export function shortcut(
  session: Pick<Prelude, 'found' | 'prepared'> | null,
  clock: Clock,
  dispatch: (event: SessionEvent) => void,
): (effect: Effect) => boolean {
  let { found, prepared } = session ?? { found: null, prepared: null };
  return (effect) => {
    if (effect.kind === 'lookUp' && found !== null) {
      const result = ok(found);
      found = null;
      clock.after(LOOK_UP_MS, () => dispatch({ kind: 'lookedUp', op: effect.op, result }));
      return true;
    }
    if (effect.kind !== 'prepare' || prepared === null) return false;
    const { encounterId } = effect.encounter;
    const [same, result] = [encounterId === prepared.encounter.encounterId, ok(prepared)];
    prepared = null;
    if (same) clock.after(PREPARE_MS, () => dispatch({ kind: 'prepared', op: effect.op, encounterId, result }));
    return same;
  };
}
