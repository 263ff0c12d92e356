import type { Lent } from '../staff/desk.ts';
import { mayLend } from './on-staff.ts';
import type { DeskRunner } from './runner.ts';

/**
 * The glass as the staff room borrows it. A view that comes from an effect of the desk itself waits for its turn, so whether
 * it will stand there is told by the state that it meets, not by the one that stands there yet.
 */
export function lentOf(runner: Pick<DeskRunner, 'dispatch' | 'state'>): Lent {
  return {
    show(view) {
      const may = mayLend(runner.state());
      runner.dispatch({ kind: 'lend', view });
      return may;
    },
    takeBack: () => runner.dispatch({ kind: 'takeBack' }),
    isFree: () => mayLend(runner.state()),
  };
}
