import type { Collection, CollectionResult } from '../../common/contracts/session/collection.ts';
import type { Settled } from '../ports.ts';
import type { Effect, SessionEvent } from './events.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { StageOf } from './stage.ts';
import type { Visitor } from './stage-facts.ts';
import type { State } from './state.ts';

/** The cash part at the external cashier: a stretch of the result screen, before its slip, which says how it ended. */

type Done = StageOf<'done'>;
interface Turned {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** Settled, and the cashier is asked; the slip waits for its answer. */
export function beginCollecting(
  state: State,
  shown: { readonly visitor: Visitor; readonly settled: Settled; readonly others: number },
  limitMs: number,
  { at, policy }: { readonly at: number; readonly policy: SessionPolicy },
): Turned {
  const op = state.op + 1;
  const stage: Done = {
    kind: 'done',
    ...shown,
    collecting: op,
    collection: { state: 'asking' },
    print: { op: null, state: policy.hasPrinter ? 'queued' : 'none', failure: null },
    quietSince: at,
  };
  const { settled } = shown;
  return {
    state: { ...state, op, stage, since: at, activeAt: at },
    effects: [{ kind: 'collect', op, settled, limitMs }],
  };
}

/** The stage with its slip under way, or without one where there is no printer. */
function withSlip(state: State, stage: Done, collection: CollectionResult, hasPrinter: boolean, at: number): Turned {
  const ended: Done = { ...stage, collecting: null, collection, quietSince: at };
  if (!hasPrinter) {
    const print = { op: null, state: 'none', failure: null } as const;
    return { state: { ...state, stage: { ...ended, print } }, effects: [] };
  }
  const op = state.op + 1;
  const { visitor, settled } = stage;
  const print = { op, state: 'queued', failure: null } as const;
  return {
    state: { ...state, op, printing: op, stage: { ...ended, print } },
    effects: [{ kind: 'print', op, slip: { kind: 'settlement', visitor, settled, collection } }],
  };
}

/** The cashier answered, or was asked to end it. */
export function onCollected(
  state: State,
  event: Extract<SessionEvent, { kind: 'collected' }>,
  { at, policy }: { readonly at: number; readonly policy: SessionPolicy },
): Turned {
  const { stage } = state;
  if (stage.kind !== 'done' || stage.collecting !== event.op) return { state, effects: [] };
  return withSlip(state, stage, event.collection, policy.hasPrinter, at);
}

/** The person rather pays at the window: the cashier is told, and its word is awaited. */
export function payAtWindow(state: State, stage: Done): Turned | null {
  if (stage.collecting === null || stage.collection?.state !== 'asking') return null;
  const collection: Collection = { state: 'stopping' };
  return {
    state: { ...state, stage: { ...stage, collection } },
    effects: [{ kind: 'stopCollecting', op: stage.collecting }],
  };
}

/** The result is left while the cashier is still asked (another card is in): it is told, and the slip says "unknown". */
export function leaveCollecting(state: State, at: number): Turned {
  const { stage } = state;
  if (stage.kind !== 'done' || stage.collecting === null) return { state, effects: [] };
  const stop: Effect = { kind: 'stopCollecting', op: stage.collecting };
  const left = withSlip(state, stage, { state: 'unknown' }, stage.print.state !== 'none', at);
  return { state: left.state, effects: [stop, ...left.effects] };
}
