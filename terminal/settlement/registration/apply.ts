import type { RegistrationChange, RegistrationRow } from '../../store/registrations.ts';
import type { CoreDeps } from '../deps.ts';
import { type RegistrationEvent, reduceRegistration } from './reducer.ts';

/** What comes with an event; `keep` keeps the answer in the same transaction. */
export interface RegistrationFacts extends Pick<RegistrationChange, 'mdtrtId' | 'feesDoubtful'> {
  readonly keep?: () => void;
}

/** Does one move of the registration's table, durably. */
export type ApplyRegistration = (id: number, event: RegistrationEvent, facts?: RegistrationFacts) => RegistrationRow;

export function createApplyRegistration({
  store,
  clock,
  audit,
}: Pick<CoreDeps, 'store' | 'clock' | 'audit'>): ApplyRegistration {
  const rowOf = (id: number): RegistrationRow => {
    const row = store.registrations.get(id);
    if (row === null) throw new Error(`registration: no row ${id}`);
    return row;
  };
  return (id, event, { keep, ...change } = {}) =>
    store.transaction(() => {
      keep?.();
      const row = rowOf(id);
      const move = reduceRegistration(row.state, event);
      if (move === null) return row;
      store.registrations.change(id, { ...change, state: move.to }, clock.now());
      const moved = rowOf(id);
      const { encounterId, mdtrtId } = moved;
      audit(move.audit, { encounterId, mdtrtId, from: row.state, to: move.to, event });
      return moved;
    });
}
