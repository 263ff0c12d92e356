import type { FaultKind } from '../../common/contracts/fault-kinds.ts';
import type { Target } from './message.ts';

/** Requests as they came in, whether they were answered or not; kept in memory, the newest 20 000. */
export interface LogEntry {
  readonly sequence: number;
  readonly at: number;
  readonly target: Target;
  /** Transaction number, or path. */
  readonly key: string;
  readonly messageId: string | null;
  readonly fault: FaultKind | null;
  /** The request was handled, whatever the other side saw of it. */
  handled: boolean;
  /** HTTP status that went out; null where none did. */
  status: number | null;
}

export interface RequestLog {
  add(entry: Omit<LogEntry, 'sequence' | 'handled' | 'status'>): LogEntry;
  entries(): readonly LogEntry[];
  clear(): void;
}

const KEPT = 20_000;

export function createRequestLog(): RequestLog {
  let entries: LogEntry[] = [];
  let sequence = 0;
  return {
    add(entry) {
      const added: LogEntry = { ...entry, sequence: ++sequence, handled: false, status: null };
      entries.push(added);
      if (entries.length > KEPT) entries = entries.slice(-KEPT / 2);
      return added;
    },
    entries: () => entries,
    clear() {
      entries = [];
    },
  };
}
