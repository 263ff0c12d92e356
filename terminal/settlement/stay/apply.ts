import type { StayChange, StayRow } from '../../store/stays.ts';
import type { CoreDeps } from '../deps.ts';
import { reduceStay, type StayEvent } from './reducer.ts';

/** What comes with an event; `keep` keeps the answer in the same transaction. */
export interface StayFacts extends Pick<StayChange, 'encounter' | 'mdtrtId' | 'messageRow' | 'feesDoubtful'> {
  readonly keep?: () => void;
}

/** Does one move of the stay's table, durably. */
export type ApplyStay = (id: number, event: StayEvent, facts?: StayFacts) => StayRow;

export function createApplyStay({ store, clock, audit }: Pick<CoreDeps, 'store' | 'clock' | 'audit'>): ApplyStay {
  const rowOf = (id: number): StayRow => {
    const row = store.stays.get(id);
    if (row === null) throw new Error(`stay: no row ${id}`);
    return row;
  };
  return (id, event, { keep, ...change } = {}) =>
    store.transaction(() => {
      keep?.();
      const row = rowOf(id);
      const move = reduceStay(row.state, event);
      if (move === null) return row;
      store.stays.change(id, { ...change, state: move.to }, clock.now());
      const moved = rowOf(id);
      const { encounterId, mdtrtId } = moved;
      audit(move.audit, { encounterId, mdtrtId, from: row.state, to: move.to, event });
      return moved;
    });
}
