import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { maskName, maskNumber } from '../../common/kernel/masking.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { collectionOf } from '../cashier/collection-of.ts';
import type { Devices } from '../devices/devices.ts';
import type { PrintJobs } from '../ports.ts';
import type { SlipSite } from '../receipts/paper.ts';
import { settlementSlip } from '../receipts/settlement-slip.ts';
import { isDoubtful, isGiven } from '../settlement/matter.ts';
import { resultOf } from '../settlement/results.ts';
import type { Store } from '../store/store.ts';

export interface CopyDeps {
  readonly clock: Clock;
  /** Null while no journal is open. */
  readonly books: () => {
    readonly store: Pick<Store, 'settlements' | 'visits' | 'refunds' | 'collections' | 'worklist' | 'prints'>;
    readonly prints: { readonly jobs: PrintJobs; readonly site: SlipSite };
  } | null;
  readonly fault: () => FailureCode | null;
  readonly hasPrinter: boolean;
  readonly devices: Pick<Devices, 'print'>;
}

export interface Copied {
  readonly messageId: string;
  /** 补打 n. */
  readonly copy: number;
  readonly outcome: PrintOutcome;
}

/** How long a copy waits for a hand at paper or cover, ms. */
const PATIENCE_MS = 30_000;

/**
 * 补打: one more slip of a settlement that stands, from the figures that were stored with it, marked with its number, by
 * whom and when. It is never an original, not even where none came out. Fails with RECEIPT_NONE where nothing of that
 * number (message id or setl_id) is settled, where it was given back or is about to be, and where a row of the work-list
 * says that the centre has it no more, or not so.
 */
export type CopyReceipt = (
  settlement: string,
  by: string,
  /** The first is the original, where none may be out: for a caller that settled without a screen. */
  mayBeOriginal?: boolean,
) => Promise<Result<Copied, FailureCode>>;

/** The settlement of this number (message id or setl_id), where there may be a copy of its receipt; else null. */
export function copyable(store: Pick<Store, 'settlements' | 'visits' | 'refunds' | 'worklist'>, settlement: string) {
  const row = store.settlements.byMessageId(settlement) ?? store.settlements.bySetlId(settlement);
  const visit = row === null ? null : store.visits.get(row.visitId);
  if (row === null || visit === null) return null;
  const result = resultOf(row, visit);
  if (result.kind !== 'settled' || isGiven(store, row.id) || isDoubtful(store, row)) return null;
  return { row, person: visit.person, settled: result.settled };
}

export function createCopyReceipt({ clock, books, fault, hasPrinter, devices }: CopyDeps): CopyReceipt {
  return async (settlement, by, mayBeOriginal = false) => {
    const open = books();
    if (open === null) return err(fault() ?? 'STORE_LOCKED');
    if (!hasPrinter) return err('PRINTER_OFFLINE');
    const { store, prints } = open;
    const found = copyable(store, settlement);
    if (found === null) return err('RECEIPT_NONE');
    const { row, settled } = found;
    const { name, identityNumber } = unwrapPii(found.person);
    const person = { name: maskName(name), number: maskNumber(identityNumber), sex: null };
    const { checkCode } = settled;
    const isOriginal = mayBeOriginal && !store.prints.mayBeOut(row.id);
    const whose = isOriginal ? {} : { by };
    const job = prints.jobs.create({ settlementId: row.id, kind: 'settlement', checkCode, ...whose });
    const { copy } = job;
    const asked = { by, at: clock.now() };
    const collection = collectionOf(store.collections.ofSettlement(row.id));
    const document = settlementSlip(prints.site, {
      person,
      settled,
      collection,
      psnType: null,
      copy,
      ...(isOriginal ? {} : { asked }),
    });
    const outcome = await devices.print(job.jobId, document, PATIENCE_MS);
    prints.jobs.finish(job.jobId, outcome);
    return ok({ messageId: row.messageId, copy, outcome });
  };
}
