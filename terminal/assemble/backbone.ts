import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Result } from '../../common/kernel/result.ts';
import { openChain } from '../audit/chain.ts';
import type { ServerTime } from '../gateways/https.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { storeFailure } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createAlarm } from './alarm.ts';
import { type CoreParts, createCore, createIdleOutbox, type RunningCore } from './core.ts';
import { ADOPTABLE, MENDS, QUERIES_ON } from './fault-rules.ts';
import { type Gateways, openGateways } from './gateways.ts';
import { type Adoption, createJournal } from './journal.ts';
import { createKeptStaff, putStaff } from './kept-staff.ts';
import { createQueriesOnly, type QueriesOnly } from './queries-only.ts';
import { createStandIn } from './stand-in.ts';
import { watchStore } from './watched-store.ts';

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
  /** Where staff are looked up: the journal, or while there is none a memory with what is known of its list. */
  people(): Store | null;
  /** A staff list was put in force: it is kept outside the journal too. */
  keepStaff(): void;
  /** Why nobody can be looked up there, while no list is in force. */
  noList(): FailureCode;
  /**
   * Begins a new journal beside a lost one, by a person's decision; null once it is open. Fails with why nothing can be
   * settled where the present state does not allow it, with STAFF_NO_LIST or STAFF_LIST_COPY where no staff list is
   * known: in a journal without one, anybody could put herself on the first.
   */
  adopt(adoption: Adoption): FailureCode | null;
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

  const gateways = (): Result<Gateways, 'CONFIG_MISSING' | 'CONFIG_INVALID'> =>
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

  const voice = (): BackboneBooks | null => {
    if (store !== null && core !== null) return { store, outbox: core.outbox };
    return queries === null ? null : { store: queries.memory, outbox: queries.core.outbox };
  };

  const alarm = createAlarm({ audit: auditLog.audit, voice, report });
  const kept = createKeptStaff({
    ...{ file: journal.file, databaseKey: parts.databaseKey, clock, report },
    trouble: (code) => alarm('staff.copy-failed', { code }, code),
  });

  const standIn = createStandIn(kept);
  const people = (): Store | null => (store !== null || queries === null ? store : standIn.people());

  const startQueries = (): void => {
    if (queries !== null) return;
    const reached = gateways();
    if (!reached.ok) return;
    queries = createQueriesOnly(parts, reached.value, () => fault ?? 'TERMINAL_INTERNAL');
    standIn.people();
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
    if (store !== null) kept.keep(store);
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
        else journal.putAway(lostStore);
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
    voice,
    fault: () => fault,
    setAside: journal.setAside,
    people,
    keepStaff() {
      if (store !== null) kept.keep(store);
      else standIn.keep();
    },
    noList: kept.noList,
    adopt(adoption) {
      if (stopped || ending !== null || core !== null || fault === null || !ADOPTABLE.has(fault)) {
        return fault ?? 'STORE_NOT_LOST';
      }
      const list = kept.known();
      if (list === null) return kept.noList();
      const { by, second, reason } = adoption;
      // In the same transaction: no journal follows another without the operator being told by whom and why.
      const adopted = journal.adopt(adoption, (begun, predecessor) => {
        putStaff(begun, list, clock.now());
        const body = { fault: 'STORE_ADOPTED', by, second, reason, predecessor, staffList: list.digest };
        const record = { destination: 'operator', kind: 'fault', group: 'terminal', body } as const;
        createIdleOutbox(parts, begun).enqueue(record);
      });
      if (!adopted.ok) {
        tell(adopted.error);
        return adopted.error;
      }
      auditLog.audit('store.adopted', { by, second, reason });
      start();
      return core === null ? (fault ?? 'TERMINAL_INTERNAL') : null;
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
      standIn.close();
    },
  };
}
