import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { unreachable } from '../../common/kernel/result.ts';
import type { Devices } from '../devices/devices.ts';
import type { PrintJobs } from '../ports.ts';
import { lossSlip } from '../receipts/loss-slip.ts';
import { refusedSlip, reversedSlip, unknownSlip } from '../receipts/open-slips.ts';
import type { SlipSite } from '../receipts/paper.ts';
import { pinSlip } from '../receipts/pin-slip.ts';
import { policySlip } from '../receipts/policy-slip.ts';
import { serviceSlip } from '../receipts/service-slip.ts';
import { settlementSlip } from '../receipts/settlement-slip.ts';
import type { SlipRequest } from '../session/events.ts';
import type { Timings } from './timings.ts';

export interface PrintSlipDeps {
  readonly jobs: PrintJobs;
  readonly devices: Pick<Devices, 'print'>;
  readonly site: SlipSite;
  readonly timings: Timings;
  readonly clock: Clock;
  /** The journal's row of a settlement by its message id, or null. */
  readonly settlementRow: (messageId: string) => number | null;
  /** Told what went wrong on our side, for the log. */
  readonly report: (what: string, cause: unknown) => void;
}

/** How long a job waits for a hand at paper or cover before it is given up, ms. */
const PATIENCE_MS = 120_000;

/** What a slip is printed with beside its content: when the request that it speaks of went out, epoch ms. */
export interface SlipMoment {
  readonly sentAt: number;
  readonly psnType: string | null;
}

/** The document of a request. `copy` is the number of earlier prints of the same thing. */
export function buildSlip(site: SlipSite, slip: SlipRequest, moment: SlipMoment, copy: number): SlipDocument {
  if (slip.kind === 'policy') return policySlip({ ...site, locale: slip.locale ?? site.locale }, slip.page);
  if (slip.kind === 'loss') return lossSlip({ ...site, locale: slip.locale ?? site.locale }, slip.card);
  const { person } = slip.visitor;
  switch (slip.kind) {
    case 'settlement':
      return settlementSlip(site, {
        person,
        settled: slip.settled,
        collection: slip.collection,
        psnType: moment.psnType,
        copy,
      });
    case 'unknown':
      return unknownSlip(site, { ...slip, person, sentAt: moment.sentAt, copy });
    case 'reversed':
      return reversedSlip(site, { ...slip, person, sentAt: moment.sentAt, copy });
    case 'refused':
      return refusedSlip(site, { ...slip, person, sentAt: moment.sentAt, copy });
    case 'service':
      // It is for the person's own eyes, so it speaks as the screen did.
      return serviceSlip({ ...site, locale: slip.locale ?? site.locale }, person, slip.answer);
    case 'pinChange':
      return pinSlip(
        { ...site, locale: slip.locale ?? site.locale },
        { person, outcome: slip.outcome, at: moment.sentAt },
      );
    default:
      return unreachable(slip);
  }
}

function rowOf(deps: PrintSlipDeps, slip: SlipRequest): number | null {
  if (slip.kind === 'settlement') return slip.settled.id;
  return 'messageId' in slip ? deps.settlementRow(slip.messageId) : null;
}

function checkCodeOf(slip: SlipRequest): string | null {
  if (slip.kind === 'settlement') return slip.settled.checkCode;
  return slip.kind === 'unknown' ? slip.checkCode : null;
}

/**
 * Prints one slip: the job is durable before the first byte, the outcome is stored with the operator's record of it,
 * and nothing prints twice by itself. `onJob` is given the job's id as soon as there is one.
 */
export async function printSlip(
  deps: PrintSlipDeps,
  slip: SlipRequest,
  moment: SlipMoment,
  onJob: (jobId: string) => void,
): Promise<PrintOutcome> {
  const step = deps.timings.begin('print');
  try {
    const job = deps.jobs.create({
      settlementId: rowOf(deps, slip),
      kind: slip.kind === 'service' || slip.kind === 'pinChange' || slip.kind === 'loss' ? 'benefits' : slip.kind,
      checkCode: checkCodeOf(slip),
    });
    onJob(job.jobId);
    const document = buildSlip(deps.site, slip, moment, job.copy);
    const outcome = await deps.devices.print(job.jobId, document, PATIENCE_MS);
    step.end(outcome.kind === 'printed' ? outcome.printerMs : 0);
    storeOutcome(deps, job.jobId, outcome);
    return outcome;
  } catch (cause) {
    deps.report(`slip ${slip.kind} was not begun`, cause);
    return { kind: 'notPrinted', trouble: 'fault' };
  }
}

/** What came out of the printer stays true where the outcome cannot be stored; recovery finds the job open. */
function storeOutcome(deps: PrintSlipDeps, jobId: string, outcome: PrintOutcome): void {
  try {
    deps.jobs.finish(jobId, outcome);
  } catch (cause) {
    deps.report('the outcome of a print could not be stored', cause);
  }
}
