import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskSnapshot } from '../../common/contracts/desk/snapshot.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { MAX_SNAPSHOT_BYTES } from '../../common/rpc/channel.ts';
import type { DeskEffect, DeskEvent } from './events.ts';
import type { DeskPolicy } from './policy.ts';
import { type DeskFrame, project } from './project.ts';
import { counts, reduce } from './reduce.ts';
import { initialState, type State } from './state.ts';

export interface DeskRunner {
  dispatch(event: DeskEvent): void;
  /** True where the intent was offered on that snapshot and is being done. */
  intent(version: number, intent: DeskIntent): boolean;
  state(): State;
  snapshot(): DeskSnapshot;
  onSnapshot(listener: (snapshot: DeskSnapshot) => void): () => void;
  stop(): void;
}

export interface DeskRunnerOptions {
  readonly clock: Clock;
  readonly policy: DeskPolicy;
  readonly frame: DeskFrame;
  /** Does an effect; answers come back through `dispatch`. */
  readonly perform: (effect: DeskEffect) => void;
  readonly report: (what: string) => void;
}

const SECOND_MS = 1000;

/** Drives the pure desk machine: one event at a time, effects after the state they belong to, a snapshot when it grows. */
export function createDeskRunner({ clock, policy, frame, perform, report }: DeskRunnerOptions): DeskRunner {
  let state = initialState(clock.monotonic());
  const queue: DeskEvent[] = [];
  const listeners = new Set<(snapshot: DeskSnapshot) => void>();
  let busy = false;
  let stopped = false;
  let cancelWake = (): void => {};

  const snapshot = (): DeskSnapshot => project(state, frame, policy, { at: clock.monotonic(), now: clock.now() });

  const publish = (): void => {
    if (listeners.size === 0) return;
    const shown = snapshot();
    if (Buffer.byteLength(JSON.stringify(shown)) > MAX_SNAPSHOT_BYTES) {
      report(`snapshot too large: ${shown.screen.kind}`);
      return;
    }
    for (const listener of listeners) listener(shown);
  };

  const turn = (event: DeskEvent): boolean => {
    const before = state.version;
    const next = reduce(state, event, clock.monotonic(), policy);
    state = next.state;
    if (state.version !== before) publish();
    for (const effect of next.effects) perform(effect);
    return next.accepted;
  };

  const wake = (): void => {
    cancelWake();
    if (!stopped && counts(state)) cancelWake = clock.after(SECOND_MS, () => dispatch({ kind: 'tick' }));
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

  const dispatch = (event: DeskEvent): void => {
    if (stopped) return;
    queue.push(event);
    drain();
  };

  return {
    dispatch,
    intent(version, intent) {
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
