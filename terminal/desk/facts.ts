import type { Clock } from '../../common/kernel/ports.ts';
import type { Store } from '../store/store.ts';
import type { createDayList } from './day/list.ts';
import type { Shifts } from './shift/shifts.ts';
import type { Facts } from './state.ts';

export interface FactsDeps {
  readonly clock: Clock;
  readonly store: () => Pick<Store, 'worklist' | 'settlements' | 'refunds'> | null;
  readonly shifts: Pick<Shifts, 'current'>;
  readonly day: Pick<ReturnType<typeof createDayList>, 'queue'>;
  /** The profile's limit for an answer of the centre, ms. */
  readonly answerMs: number;
  readonly tell: (facts: Facts) => void;
}

/** The journal is looked at this often, ms; each look reads a few indexed rows, and walks the day list's index once. */
const EVERY_MS = 1000;
/** An answer that takes longer than this is slow, ms. */
const SLOW_MS = 3000;

/** What the head of every screen says: shift, work-list, who comes next, how the centre answers. */
export function createDeskFacts({ clock, store, shifts, day, answerMs, tell }: FactsDeps) {
  let centre: Facts['centre'] = { state: 'untried', answerMs: null };
  let cancel = (): void => {};
  let stopped = false;

  const work = (): Facts['work'] => {
    const open = store();
    if (open === null) return { open: 0, unknown: 0 };
    const refunds = open.refunds.open().filter(({ state }) => state !== 'refunded').length;
    // One whose answer is still awaited is under way, and nobody is to worry about it yet.
    const settlements = open.settlements.open().filter(({ state }) => state !== 'intended').length;
    return { open: open.worklist.countOpen(), unknown: settlements + refunds };
  };

  const look = (): void => {
    if (!stopped) tell({ centre, shift: shifts.current(), work: work(), queue: day.queue() });
  };

  const tick = (): void => {
    if (stopped) return;
    try {
      look();
    } catch {
      // A journal that cannot be read says so by its own fault; the head keeps what it last knew.
    }
    cancel = clock.after(EVERY_MS, tick);
  };

  return {
    start: tick,
    look,
    /** How long a step took; the centre's say how it is. */
    timed(step: string, ms: number): void {
      if (!step.startsWith('centre.')) return;
      const state = ms >= answerMs ? 'silent' : ms >= SLOW_MS ? 'slow' : 'ok';
      centre = { state, answerMs: Math.round(ms) };
    },
    stop(): void {
      stopped = true;
      cancel();
    },
  };
}
