import type { FailureCode } from '../../common/contracts/failures.ts';
import { formatMessageId, type MessageIdCursor, messageIdRoom, nextCursor } from '../../common/kernel/message-id.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { type CoreParts, createCore, type RunningCore } from './core.ts';
import { gateSettlements } from './gated.ts';
import type { Gateways } from './gateways.ts';

/** A core without a journal, and the memory that it works on. */
export interface QueriesOnly {
  readonly core: RunningCore;
  readonly memory: Store;
}

/**
 * What a terminal without its journal can still do: say who the holder is, what is unpaid, and how the year stands.
 * Its messages live in memory. Nothing is prepared or settled: `code` says why. Ids of such queries come from the
 * upper half of each second's counters, so that they meet none of a journal whose cursor nobody can read.
 */
export function createQueriesOnly(parts: CoreParts, gateways: Gateways, code: () => FailureCode): QueriesOnly {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(`a database in memory: ${opened.error}`);
  const memory = withUpperIds(opened.value);
  const core = createCore(parts, memory, gateways);
  return {
    memory,
    core: {
      ...core,
      reconcile: null,
      // What is issued must stay in the archive's index, and this one ends with the process.
      papers: null,
      settlements: gateSettlements(core.settlements, code),
      start: () => core.outbox.start(),
      async stop() {
        await core.stop();
        memory.close();
      },
    },
  };
}

function withUpperIds(store: Store): Store {
  let cursor: MessageIdCursor | null = null;
  return {
    ...store,
    messages: {
      ...store.messages,
      nextId(institution, slot, nowMs, pattern = 'base36') {
        const next = nextCursor(cursor, nowMs, pattern);
        // The lower half of a second's counters belongs to the journal that cannot be read.
        const upperHalf = messageIdRoom(pattern).perSecond / 2;
        cursor = { second: next.second, counter: Math.max(next.counter, upperHalf) };
        return formatMessageId(institution, slot, cursor, pattern);
      },
    },
  };
}
