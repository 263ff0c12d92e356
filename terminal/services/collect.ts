import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { Effect, SessionEvent } from '../session/events.ts';
import type { WithCore } from './core.ts';

/** The external cashier on behalf of the person who stands there. */
export interface Collecting {
  collect(effect: Extract<Effect, { kind: 'collect' }>): void;
  /** Ends the collection of this number, where it is still under way. */
  stop(op: number): void;
}

export function createCollecting(deps: {
  readonly dispatch: (event: SessionEvent) => void;
  readonly withCore: WithCore;
}): Collecting {
  /** How to end the collections that are under way, by their number. */
  const stops = new Map<number, () => void>();
  return {
    /** The cashier's word on the cash part; without one, or where asking throws, nothing was asked. */
    collect({ op, settled, limitMs }) {
      const tell = (collection: CollectionResult): void => {
        stops.delete(op);
        deps.dispatch({ kind: 'collected', op, collection });
      };
      deps.withCore(
        async ({ collections }) => {
          if (collections === null) return tell({ state: 'notCollected', because: 'unreachable' });
          const { result, stop } = collections.collect(settled, limitMs);
          stops.set(op, stop);
          tell(await result);
        },
        () => tell({ state: 'notCollected', because: 'unreachable' }),
      );
    },
    stop: (op) => stops.get(op)?.(),
  };
}
