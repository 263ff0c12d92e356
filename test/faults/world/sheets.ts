import type { Store } from '../../../terminal/store/store.ts';
import type { VirtualClock } from './clock.ts';
import type { Paper, Recorder } from './record.ts';

/** Puts down what is handed to the printer, with what the journal and the centre hold of it at that moment. */
export function sheets(parts: {
  readonly clock: VirtualClock;
  readonly record: Recorder;
  readonly terminal: number;
  readonly boot: number;
  readonly journal: Store;
  /** What is read of the journal now is committed. */
  readonly settled: () => boolean;
  readonly standsAtCentre: (messageId: string) => boolean;
}): (jobId: string, slip: Paper['slip']) => Paper {
  const { clock, record, terminal, boot, journal, settled } = parts;
  return (jobId, slip) => {
    const job = settled() ? journal.prints.get(jobId) : null;
    const row = job?.settlementId ? journal.settlements.get(job.settlementId) : null;
    const sheet: Paper = {
      at: clock.monotonic(),
      terminal,
      boot,
      jobId,
      slip,
      durable: job !== null && job.outcome === null,
      success:
        slip.kind !== 'settlement'
          ? null
          : {
              messageId: row?.messageId ?? '',
              journal: row?.state === 'settled',
              centre: row !== null && parts.standsAtCentre(row.messageId),
            },
      came: false,
      told: null,
    };
    record.evidence.paper.push(sheet);
    record.say(`T${terminal}.${boot} prints ${slip.kind} ${slip.copy}`);
    return sheet;
  };
}
