import { z } from 'zod';
import {
  type FaultKind,
  faultKinds,
  faultTargets,
  isConnectionFault,
  isEnvelopeFault,
} from '../../../common/contracts/fault-kinds.ts';

/** Replies that stand in for the real one: whether the request is handled behind them is up to `commit`. */
const committing: ReadonlySet<FaultKind> = new Set([
  'loseReplyAfterCommit',
  'delayMs',
  'delayThenCommitAfterHangup',
  'garbage',
  'halfBody',
  'slowDrip',
  'nullOutput',
  'infcodeNumber',
  'wrongPerson',
  'wrongAmounts',
  'wrongMsgid',
]);

export const faultSchema = z
  .strictObject({
    target: z.enum(faultTargets),
    /** Only this transaction (centre), or only this path; neither: every request. */
    infno: z.string().optional(),
    path: z.string().optional(),
    kind: z.enum(faultKinds),
    /** How many requests (tlsReset: connections) it meets before it is used up. */
    times: z.int().min(1).max(100_000).default(1),
    /** How many matching requests pass before the first. */
    skip: z.int().min(0).default(0),
    /** Wait before the fault acts. */
    afterMs: z.int().min(0).max(600_000).default(0),
    /** delayMs: the delay; slowDrip: ms per byte; refuseConnections: how long; delayThenCommitAfterHangup: longest wait. */
    ms: z.int().min(0).max(600_000).optional(),
    /** Handle the request behind a reply that hides it; each kind has its usual default. */
    commit: z.boolean().optional(),
    /** Words of businessRefusal and systemError. */
    err_msg: z.string().max(5000).optional(),
    /** http429: seconds; null: no such header. */
    retryAfterS: z.int().min(0).nullable().default(1),
  })
  .refine((fault) => fault.target === 'centre' || !isEnvelopeFault(fault.kind), {
    message: 'this kind needs target centre',
  });
export type Fault = z.output<typeof faultSchema>;

/** Whether the request is handled behind this fault. */
export function commits(fault: Fault): boolean {
  return fault.commit ?? committing.has(fault.kind);
}

export interface Armed {
  readonly id: number;
  readonly fault: Fault;
  readonly timesLeft: number;
  readonly skipLeft: number;
}

/** The armed faults. `take` uses one up. */
export interface FaultBook {
  arm(fault: Fault): Armed;
  clear(): void;
  list(): readonly Armed[];
  /** The first armed fault for a request with these names. */
  take(target: Fault['target'], keys: readonly string[]): Fault | null;
  /** The same for a new connection. */
  takeConnection(target: Fault['target']): Fault | null;
}

export function createFaultBook(): FaultBook {
  let armed: Armed[] = [];
  let nextId = 1;
  const use = (matches: (fault: Fault) => boolean): Fault | null => {
    const found = armed.find((entry) => matches(entry.fault));
    if (found === undefined) return null;
    const skipping = found.skipLeft > 0;
    const left = {
      ...found,
      skipLeft: Math.max(0, found.skipLeft - 1),
      timesLeft: found.timesLeft - (skipping ? 0 : 1),
    };
    armed = armed.map((entry) => (entry.id === found.id ? left : entry)).filter((entry) => entry.timesLeft > 0);
    return skipping ? null : found.fault;
  };
  return {
    arm(fault) {
      const entry = { id: nextId++, fault, timesLeft: fault.times, skipLeft: fault.skip };
      // A refused port is at work at once: it is not kept for a request that cannot come.
      if (fault.kind !== 'refuseConnections') armed.push(entry);
      return entry;
    },
    clear() {
      armed = [];
    },
    list: () => armed,
    take: (target, keys) =>
      use(
        (fault) =>
          fault.target === target &&
          !isConnectionFault(fault.kind) &&
          (fault.infno === undefined || keys.includes(fault.infno)) &&
          (fault.path === undefined || keys.includes(fault.path)),
      ),
    takeConnection: (target) => use((fault) => fault.target === target && fault.kind === 'tlsReset'),
  };
}
