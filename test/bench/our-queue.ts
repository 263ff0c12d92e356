import { openChain } from '../../terminal/audit/chain.ts';
import { createAuditLog } from '../../terminal/audit/log.ts';
import { createOutbox } from '../../terminal/outbox/outbox.ts';
import type { Sink } from '../../terminal/outbox/sink.ts';
import { openStore } from '../../terminal/store/open.ts';
import { systemClock, systemRandom } from '../../wire/system.ts';
import { type Contender, payload } from './contender.ts';

/** Rows that the operator takes with one call (the site profile's default). */
const BATCH = 50;

/** The terminal's queue as it runs: production store, outbox, pump and audit chain; the other side takes all at once. */
export function openOurs(file: string, key: Uint8Array): Contender {
  const opened = openStore({ file }, () => key);
  if (!opened.ok) throw new Error(`bench: ${opened.error}`);
  const store = opened.value;
  const sink: Sink = {
    batch: BATCH,
    deliver: async (rows) => ({
      kind: 'answered',
      verdicts: rows.map(() => ({ kind: 'delivered' as const, answer: 'stored' })),
    }),
  };
  const clock = systemClock();
  const log = createAuditLog({
    clock,
    line: () => {},
    report: (_, cause) => {
      throw cause;
    },
  });
  log.attach({ store, chain: openChain(store, { institutionCode: 'H99010100017', terminalSlot: 7 }, systemRandom, 0) });
  const outbox = createOutbox({
    store,
    clock,
    random: systemRandom,
    audit: log.audit,
    sinks: { operator: sink, his: sink },
  });
  return {
    enqueue(number) {
      const body = payload(number);
      store.transaction(() =>
        outbox.enqueue({ destination: 'operator', kind: 'settlement', group: String(body['encounterId']), body }),
      );
    },
    drain: () => outbox.flush(),
    finished: () => store.outbox.counts().delivered,
    close: () => store.close(),
  };
}
