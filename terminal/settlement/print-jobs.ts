import type { AuditCode } from '../../common/contracts/audit.ts';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit, PrintJobs } from '../ports.ts';
import type { PrintJobRow } from '../store/print-jobs.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';
import { createWorklist } from '../worklist/worklist.ts';

export interface PrintJobsDeps {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
}

export interface PrintJobsCore extends PrintJobs {
  /**
   * Within the caller's transaction: the person of this settlement has gone, and as far as is known without her slip.
   * Nobody saw that but us, so a person is called; a copy that is printed ends it.
   */
  owed(settlementId: number): void;
  /** At start: a job that a gone process left without an outcome may have been printed. Returns how many. */
  recover(): number;
}

const AUDIT: { readonly [kind in PrintOutcome['kind']]: AuditCode } = {
  printed: 'print.printed',
  notPrinted: 'print.not-printed',
  unknown: 'print.unknown',
};

/** The journal of slips: durable before the first byte, the outcome told to the operator in its own transaction. */
export function createPrintJobs({ store, outbox, clock, random, audit }: PrintJobsDeps): PrintJobsCore {
  const worklist = createWorklist({
    store,
    clock,
    audit,
    tell: (record) => outbox.enqueue({ destination: 'operator', ...record }),
  });

  /** Somebody must look whether she has this paper. */
  const call = (
    { encounterId, id, messageId }: SettlementRow,
    slip: { readonly jobId: string | null; readonly kind: string; readonly copy: number; readonly trouble: string },
  ): void => {
    const { jobId, kind, copy, trouble } = slip;
    const detail = { jobId, kind, copy, messageId, trouble };
    const subject = `${messageId} ${kind}`;
    worklist.open({ kind: 'print-unknown', subject, encounterId, settlementId: id, amountFen: null, detail });
  };

  /** Whether the person has her paper only a person can see; a copy that is printed later ends the question. */
  const askAbout = ({ jobId, kind, copy }: PrintJobRow, settlement: SettlementRow, outcome: PrintOutcome): void => {
    const subject = `${settlement.messageId} ${kind}`;
    if (outcome.kind === 'printed') worklist.end('print-unknown', subject);
    if (outcome.kind !== 'unknown') return;
    call(settlement, { jobId, kind, copy, trouble: outcome.trouble });
  };

  const finish = (jobId: string, outcome: PrintOutcome): void => {
    const told = store.transaction(() => {
      const job = store.prints.get(jobId);
      if (job === null || !store.prints.finish(jobId, outcome, clock.now())) return false;
      const settlement = job.settlementId === null ? null : store.settlements.get(job.settlementId);
      outbox.enqueue({
        destination: 'operator',
        kind: 'print',
        group: settlement?.encounterId ?? `print-${jobId}`,
        body: {
          jobId,
          kind: job.kind,
          copy: job.copy,
          by: job.by,
          outcome: outcome.kind,
          trouble: outcome.kind === 'printed' ? null : outcome.trouble,
          checkCode: job.checkCode,
          messageId: settlement?.messageId ?? null,
        },
      });
      if (settlement !== null) askAbout(job, settlement, outcome);
      // She has it on paper.
      if (settlement?.unseen === true && job.kind === 'settlement' && outcome.kind === 'printed') {
        store.settlements.change(settlement.id, { unseen: false }, clock.now());
      }
      audit(AUDIT[outcome.kind], { jobId, kind: job.kind, copy: job.copy });
      return true;
    });
    if (told) outbox.kick();
  };
  return {
    create(input) {
      const jobId = Buffer.from(random.bytes(16)).toString('hex');
      const row = store.transaction(() => {
        const made = store.prints.insert({ ...input, jobId, nowMs: clock.now() });
        const { kind, copy, by, settlementId } = made;
        if (by !== null) audit('receipt.copied', { jobId, kind, copy, by, settlement: settlementId });
        return made;
      });
      return { jobId, kind: row.kind, copy: row.copy };
    },
    finish,
    owed(settlementId) {
      const settlement = store.settlements.get(settlementId);
      // Where she was not told of it at all, somebody is called for that.
      if (settlement === null || settlement.unseen || store.prints.mayBeOut(settlementId)) return;
      call(settlement, { jobId: null, kind: 'settlement', copy: 0, trouble: 'hostGone' });
    },
    recover() {
      const left = store.prints.open();
      for (const { jobId } of left) {
        finish(jobId, { kind: 'unknown', trouble: 'hostGone', acknowledged: 0, blocks: 0 });
      }
      return left.length;
    },
  };
}
