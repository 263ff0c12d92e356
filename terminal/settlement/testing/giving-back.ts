import { SqliteError } from '../../store/database.ts';
import { createGivingBack } from '../giving-back.ts';
import { createLife, createSerial } from '../life.ts';
import { createWork } from '../work.ts';
import { settlementKit, WAITS } from './settlement.ts';

export const ENCOUNTER = 'OP20260302001';
export const full = () => new SqliteError('full', 'SQLITE_FULL');

/** A preparation, and an undoing that succeeds as `undone` says, one attempt after the other. */
export function make(undone: readonly (boolean | Error)[] = [true]) {
  const kit = settlementKit();
  const { deps, clock, notices } = kit;
  const life = createLife(clock);
  const { background } = createWork(life, deps.audit);
  const at: number[] = [];
  const givingBack = createGivingBack(deps, {
    notices,
    background,
    serial: createSerial(),
    life,
    waits: WAITS,
    undo: async ({ id }) => {
      const result = undone[Math.min(at.push(clock.monotonic()), undone.length) - 1];
      if (result instanceof Error) throw result;
      if (result === true) kit.store.transaction(() => kit.store.visits.setPhase(id, 'ended', 0));
      return result === true;
    },
  });
  const run = <T>(work: Promise<T>) => clock.until(work);
  return { ...kit, life, at, givingBack, run };
}
