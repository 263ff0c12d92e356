import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Result } from '../../common/kernel/result.ts';
import { openChain } from '../audit/chain.ts';
import type { ServerTime } from '../gateways/https.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { storeFailure } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { type CoreParts, createCore, createIdleOutbox, type RunningCore } from './core.ts';
import { type Gateways, openGateways } from './gateways.ts';
import { type Adoption, createJournal } from './journal.ts';
import { createQueriesOnly, type QueriesOnly } from './queries-only.ts';
import { watchStore } from './watched-store.ts';

/** What may mend by itself: another process that still holds the database, a file that is put in place, a full disk. */
const MENDS: ReadonlySet<FailureCode> = new Set([
  'STORE_LOCKED',
  'CONFIG_MISSING',
  'STORE_FULL',
  'STORE_IO',
  'STORE_GONE',
]);
/**
 * Without a journal nothing is settled, but people can still be told who they are and how their year stands. Not so
 * where another process has the journal: that one is this terminal, and two may not speak in its name.
 */
const QUERIES_ON: ReadonlySet<FailureCode> = new Set([
  'STORE_CORRUPT',
  'STORE_GONE',
  'STORE_KEY',
  'STORE_NEWER',
  'STORE_FULL',
  'STORE_IO',
  'TERMINAL_INTERNAL',
]);
/** A new journal may be begun by staff only where the old one is out of reach for good. */
const ADOPTABLE: ReadonlySet<FailureCode> = new Set(['STORE_CORRUPT', 'STORE_GONE', 'STORE_KEY']);
const RETRY_MS = 5000;

/** An open store and its queue. */
export interface BackboneBooks {
  readonly store: Store;
  readonly outbox: Outbox;
}

export interface Backbone {
  /** Opens what can be opened, and tries again later what may mend. */
  start(): void;
  /** Whatever can serve people now: with a journal, or for queries only. */
  core(): RunningCore | null;
  /** The journal with its queue, also while centre and HIS are not configured; null while it is not open. */
  books(): BackboneBooks | null;
  /** Where a record for the operator goes: the journal's queue, or one in memory while there is none. */
  voice(): BackboneBooks | null;
  /** Why nothing can be settled here, or null. */
  fault(): FailureCode | null;
  /** Names of the journals that were set aside. */
  setAside(): readonly string[];
  /** Where staff are looked up: the journal, or while there is none its list in the memory of a terminal without one. */
  people(): Store | null;
  /** A staff list was put in force: it is kept outside the journal too. */
  keepStaff(): void;
  /** Begins a new journal beside a lost one, by a person's decision; false where the present state does not allow it. */
  adopt(adoption: Adoption): boolean;
  /** Looks whether the open journal is still where it was. */
  inspect(): void;
  stop(why: string): Promise<void>;
}

export interface BackboneListeners {
  readonly onCore: (core: RunningCore) => void;
  /** Why no session may begin, or null. Told with every attempt. */
  readonly onFault: (code: FailureCode | null) => void;
  /** Why nothing can be settled, whenever that changes. */
  readonly onClosed: (code: FailureCode | null) => void;
  readonly onCentreTime: (time: ServerTime) => void;
}

/**
 * Store, gateways and money core, as far as they can be had. A journal that fails while it is open is put away at once:
 * the core over it is stopped, and queries go on without it.
 */
export function createBackbone(parts: CoreParts, listeners: BackboneListeners): Backbone {
  const { profile, clock, random, auditLog, report } = parts;
  const journal = createJournal({ ...parts, audit: auditLog.audit });
  let store: Store | null = null;
  let idle: Outbox | null = null;
  let core: RunningCore | null = null;
  let queries: QueriesOnly | null = null;
  let fault: FailureCode | null = 'STORE_LOCKED';
  /** Nothing has been tried yet. */
  let untold = true;
  /** The end of a core that is being put away; nothing is opened before it. */
  let ending: Promise<void> | null = null;
  let stopped = false;
  let cancelRetry = (): void => {};

  const gateways = (): Result<Gateways, 'CONFIG_MISSING'> =>
    openGateways(profile, clock, random, listeners.onCentreTime);

  /** Opens the journal; from then on each auditable act has its row. */
  const openJournal = (): FailureCode | null => {
    const opened = journal.open();
    if (!opened.ok) return opened.error;
    const { value } = opened;
    try {
      auditLog.attach({ store: value, chain: openChain(value, profile.site, random, clock.now()) });
    } catch (cause) {
      value.close();
      report('the audit chain', cause);
      return storeFailure(cause) ?? 'TERMINAL_INTERNAL';
    }
    store = watchStore(value, () => lose('STORE_CORRUPT'));
    return null;
  };

  const open = (): FailureCode | null => {
    if (store === null) {
      const failed = openJournal();
      if (failed !== null) return failed;
    }
    if (store === null) return 'TERMINAL_INTERNAL';
    const reached = gateways();
    if (!reached.ok) {
      idle ??= createIdleOutbox(parts, store);
      return reached.error;
    }
    const made = createCore(parts, store, reached.value);
    try {
      // It writes at once: what an earlier process left is taken up. On a full disk it is made anew later.
      made.start();
    } catch (cause) {
      idle ??= createIdleOutbox(parts, store);
      void made.stop();
      report('what was open could not be taken up', cause);
      return storeFailure(cause) ?? 'TERMINAL_INTERNAL';
    }
    core = made;
    return null;
  };

  const people = (): Store | null => store ?? queries?.memory ?? null;

  const startQueries = (): void => {
    if (queries !== null) return;
    const reached = gateways();
    if (!reached.ok) return;
    queries = createQueriesOnly(parts, reached.value, () => fault ?? 'TERMINAL_INTERNAL');
    journal.putStaff(queries.memory);
    queries.core.start();
  };

  const tell = (code: FailureCode | null): void => {
    const changed = untold || code !== fault;
    [untold, fault] = [false, code];
    if (code !== null && QUERIES_ON.has(code)) startQueries();
    const serves = code === null || (QUERIES_ON.has(code) && queries !== null);
    if (changed) listeners.onClosed(code);
    listeners.onFault(serves ? null : code);
    if (code !== null && MENDS.has(code)) cancelRetry = clock.after(RETRY_MS, start);
  };

  const start = (): void => {
    cancelRetry();
    if (stopped || core !== null || ending !== null) return;
    const code = open();
    if (core !== null) {
      void queries?.core.stop();
      queries = null;
      listeners.onCore(core);
    }
    tell(code);
  };

  /** The open journal is of no use any more. */
  const lose = (code: 'STORE_CORRUPT' | 'STORE_GONE'): void => {
    if (stopped || ending !== null || store === null) return;
    const [lostStore, lostCore] = [store, core];
    [store, idle, core] = [null, null, null];
    auditLog.detach();
    ending = (async () => {
      await lostCore?.stop().catch((cause: unknown) => report('a core over a lost journal', cause));
      try {
        if (code === 'STORE_GONE') journal.putBack(lostStore);
        else {
          try {
            lostStore.close();
          } finally {
            journal.putAway();
          }
        }
      } catch (cause) {
        report('a lost journal could not be put away', cause);
      }
      ending = null;
      if (code === 'STORE_GONE') start();
    })();
    tell(code);
  };

  return {
    start,
    core: () => core ?? queries?.core ?? null,
    books() {
      const outbox = core?.outbox ?? idle;
      return store === null || outbox === null ? null : { store, outbox };
    },
    voice() {
      if (store !== null && core !== null) return { store, outbox: core.outbox };
      return queries === null ? null : { store: queries.memory, outbox: queries.core.outbox };
    },
    fault: () => fault,
    setAside: journal.setAside,
    people,
    keepStaff: () => journal.keepStaff(people()),
    adopt(adoption) {
      if (stopped || ending !== null || core !== null || fault === null || !ADOPTABLE.has(fault)) return false;
      const { by, second, reason } = adoption;
      // In the same transaction: no journal follows another without the operator being told by whom and why.
      const adopted = journal.adopt(adoption, (begun, predecessor) => {
        journal.putStaff(begun);
        const staffList = begun.staff.file()?.digest ?? null;
        const body = { fault: 'STORE_ADOPTED', by, second, reason, predecessor, staffList };
        const record = { destination: 'operator', kind: 'fault', group: 'terminal', body } as const;
        createIdleOutbox(parts, begun).enqueue(record);
      });
      if (!adopted.ok) {
        tell(adopted.error);
        return false;
      }
      auditLog.audit('store.adopted', { by, second, reason });
      start();
      return core !== null;
    },
    inspect() {
      if (store?.gone() === true) lose('STORE_GONE');
    },
    async stop(why) {
      stopped = true;
      cancelRetry();
      await ending;
      // Before the core ends, so that the operator's last checkpoint holds it.
      auditLog.audit('terminal.stopped', { why });
      await core?.stop();
      await queries?.core.stop();
      auditLog.detach();
      store?.close();
    },
  };
}
