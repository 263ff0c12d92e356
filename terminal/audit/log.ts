import type { AuditCode } from '../../common/contracts/audit.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Audit } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { AuditFacts } from './canonical.ts';
import type { AuditChain } from './chain.ts';

/** An act that is still to get its row. */
interface Act {
  readonly at: number;
  readonly code: AuditCode;
  readonly facts: AuditFacts;
}

export interface AuditLogDeps {
  readonly clock: Clock;
  /** The line of the log; for what a transaction holds, after its commit and only if it commits. */
  readonly line: Audit;
  readonly report: (what: string, cause: unknown) => void;
}

export interface AuditBooks {
  readonly store: Pick<Store, 'transaction' | 'inTransaction' | 'onEnd'>;
  readonly chain: Pick<AuditChain, 'append'>;
}

/**
 * The audit port. Inside a transaction of the store the row is part of it, and a row that cannot be written takes the
 * transaction with it; outside one it has its own. `later` is for acts that no money and no staff hang on: their rows
 * share one transaction soon after, or go along with the next that comes, so that the person waits for no disk.
 */
export interface AuditLog {
  readonly audit: Audit;
  readonly later: Audit;
  /** From now on there are rows; what was logged before gets its own first. */
  attach(books: AuditBooks): void;
  /** Calls `listener`, until `detach`, inside each transaction that has got rows, with the number of the newest. */
  onAppended(listener: (seq: number) => void): void;
  /** Writes what is still owed and ends the rows: the store is about to close. The log line goes on. */
  detach(): void;
}

/** Acts kept while the store is not open or cannot be written; beyond that only the log line has them. */
const OWED = 500;
/** How long `later` waits for company, ms. */
const SOON_MS = 200;

export function createAuditLog({ clock, line, report }: AuditLogDeps): AuditLog {
  let books: AuditBooks | null = null;
  let owed: Act[] = [];
  let appended: (seq: number) => void = () => {};
  let cancelSoon: (() => void) | null = null;

  const owe = (acts: readonly Act[]): void => {
    owed = [...acts, ...owed].slice(0, OWED);
  };

  /** Appends what is owed and then `acts`, in the caller's transaction or one of its own; what fails is owed again. */
  const append = ({ store, chain }: AuditBooks, acts: readonly Act[], onCommit = (): void => {}): void => {
    store.transaction(() => {
      const before = owed;
      owed = [];
      store.onEnd((committed) => {
        if (committed) onCommit();
        else owe(before);
      });
      let seq = 0;
      for (const { at, code, facts } of [...before, ...acts]) seq = chain.append(at, code, facts).seq;
      appended(seq);
    });
  };

  /** As `append`, where nothing may come out: what cannot be written now is owed. */
  const settle = (acts: readonly Act[]): void => {
    if (books === null || acts.length + owed.length === 0) return;
    try {
      append(books, acts);
    } catch (cause) {
      owed = [...owed, ...acts].slice(0, OWED);
      report('an audit row could not be written yet', cause);
    }
  };

  const soon = (): void => {
    cancelSoon ??= clock.after(SOON_MS, () => {
      cancelSoon = null;
      settle([]);
    });
  };

  const note = (code: AuditCode, facts: AuditFacts): Act => ({ at: clock.now(), code, facts });

  return {
    audit(code, facts) {
      const act = note(code, facts);
      if (books === null) {
        owed = [...owed, act].slice(0, OWED);
        line(code, facts);
      } else if (books.store.inTransaction()) {
        append(books, [act], () => line(code, facts));
      } else {
        line(code, facts);
        settle([act]);
      }
    },
    later(code, facts) {
      owed = [...owed, note(code, facts)].slice(0, OWED);
      line(code, facts);
      if (books !== null) soon();
    },
    attach(opened) {
      books = opened;
      settle([]);
    },
    onAppended(listener) {
      appended = listener;
    },
    detach() {
      cancelSoon?.();
      cancelSoon = null;
      settle([]);
      books = null;
      appended = () => {};
    },
  };
}
