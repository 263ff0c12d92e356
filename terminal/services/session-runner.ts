import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { MAX_SNAPSHOT_BYTES } from '../../common/rpc/channel.ts';
import type { Effect, SessionEvent } from '../session/events.ts';
import { project, type SnapshotFrame } from '../session/project.ts';
import { reduce } from '../session/reduce.ts';
import type { SessionPolicy } from '../session/session-policy.ts';
import { initialState, type State } from '../session/state.ts';
import { nextWake } from '../session/time.ts';

export interface SessionRunner {
  dispatch(event: SessionEvent): void;
  /** True where the intent was offered on that snapshot and is being done. */
  intent(version: number, intent: Intent): boolean;
  state(): State;
  snapshot(): Snapshot;
  /** Calls `listener` with every new snapshot; answers the way to unsubscribe. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  stop(): void;
}

export interface SessionRunnerOptions {
  readonly clock: Clock;
  readonly policy: SessionPolicy;
  readonly frame: SnapshotFrame;
  /** Does an effect; answers come back through `dispatch`. */
  readonly perform: (effect: Effect) => void;
  /** Told where a snapshot would not fit the screen's frame: then the old one stays. */
  readonly report: (what: string, code: FailureCode | null) => void;
}

/**
 * Drives the pure session machine: one event at a time, effects after the state they belong to, a wake-up at the
 * next second or end, a snapshot to every screen whenever the version grows.
 */
export function createSessionRunner(options: SessionRunnerOptions): SessionRunner {
  const { clock, policy } = options;
  let state = initialState(clock.monotonic());
  const queue: SessionEvent[] = [];
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let busy = false;
  let stopped = false;
  let cancelWake = (): void => {};

  const snapshot = (): Snapshot => project(state, options.frame, policy, { at: clock.monotonic(), now: clock.now() });

  const publish = (): void => {
    if (listeners.size === 0) return;
    const shown = snapshot();
    if (Buffer.byteLength(JSON.stringify(shown)) > MAX_SNAPSHOT_BYTES) {
      options.report(`snapshot too large: ${shown.screen.kind}`, null);
      return;
    }
    for (const listener of listeners) listener(shown);
  };

  const turn = (event: SessionEvent): boolean => {
    const before = state.version;
    const next = reduce(state, event, clock.monotonic(), policy);
    state = next.state;
    if (state.version !== before) publish();
    for (const effect of next.effects) options.perform(effect);
    return next.accepted;
  };

  const wake = (): void => {
    cancelWake();
    if (stopped) return;
    const at = clock.monotonic();
    const due = nextWake(state, at, policy);
    if (due !== null) cancelWake = clock.after(Math.max(1, due - at), () => dispatch({ kind: 'tick' }));
  };

  /** Events that effects raise while one is handled wait their turn. */
  const drain = (): void => {
    if (busy) return;
    busy = true;
    try {
      for (let event = queue.shift(); event !== undefined; event = queue.shift()) turn(event);
    } finally {
      busy = false;
      wake();
    }
  };

  const dispatch = (event: SessionEvent): void => {
    if (stopped) return;
    queue.push(event);
    drain();
  };

  return {
    dispatch,
    intent(version, intent) {
      // An intent never comes from within a turn, so its own turn is at hand.
      if (stopped || busy) return false;
      busy = true;
      let accepted = false;
      try {
        accepted = turn({ kind: 'intent', version, intent });
      } finally {
        busy = false;
        drain();
      }
      return accepted;
    },
    state: () => state,
    snapshot,
    onSnapshot(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      cancelWake();
    },
  };
}
