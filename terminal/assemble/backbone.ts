import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Store } from '../store/store.ts';
import { type CoreParts, createCore, createIdleOutbox, openDatabase, type RunningCore } from './core.ts';
import { openGateways } from './gateways.ts';

/** What may mend by itself: another process that still holds the database, a file that is put in place. */
const MENDS: ReadonlySet<FailureCode> = new Set(['STORE_LOCKED', 'CONFIG_MISSING', 'STORE_FULL']);
const RETRY_MS = 5000;

export interface Backbone {
  /** Opens what can be opened, and tries again later what may mend. */
  start(): void;
  core(): RunningCore | null;
  /** The store with its queue, also while centre and HIS are not configured; null while it is not open. */
  books(): { readonly store: Store; readonly outbox: Outbox } | null;
  stop(why: string): Promise<void>;
}

/**
 * Store, gateways and money core, as far as they can be had. Why they cannot is told by `onFault` (null: all is
 * there); the terminal runs on and reads cards all the same.
 */
export function createBackbone(
  parts: CoreParts,
  listeners: {
    readonly onCore: (core: RunningCore) => void;
    readonly onFault: (code: FailureCode | null) => void;
  },
): Backbone {
  let store: Store | null = null;
  let idle: Outbox | null = null;
  let core: RunningCore | null = null;
  let stopped = false;
  let cancelRetry = (): void => {};

  const open = (): FailureCode | null => {
    if (store === null) {
      const opened = openDatabase(parts);
      if (!opened.ok) return opened.error;
      store = opened.value;
    }
    const gateways = openGateways(parts.profile, parts.clock, parts.random);
    if (!gateways.ok) {
      idle ??= createIdleOutbox(parts, store);
      return gateways.error;
    }
    core = createCore(parts, store, gateways.value);
    listeners.onCore(core);
    core.start();
    return null;
  };

  const start = (): void => {
    if (stopped || core !== null) return;
    const fault = open();
    listeners.onFault(fault);
    if (fault !== null && MENDS.has(fault)) cancelRetry = parts.clock.after(RETRY_MS, start);
  };

  return {
    start,
    core: () => core,
    books() {
      const outbox = core?.outbox ?? idle;
      return store === null || outbox === null ? null : { store, outbox };
    },
    async stop(why) {
      stopped = true;
      cancelRetry();
      await core?.stop();
      parts.auditLog.audit('terminal.stopped', { why });
      parts.auditLog.detach();
      store?.close();
    },
  };
}
