import type { ShiftReport } from '../../common/contracts/desk/shift.ts';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { Devices } from '../devices/devices.ts';
import type { PrintJobs } from '../ports.ts';
import { reconcileSlip } from '../receipts/reconcile-slip.ts';
import { shiftSlip } from '../receipts/shift-slip.ts';
import { testSlip } from '../receipts/test-slip.ts';
import { slipSite } from './core.ts';

export interface StaffSlipParts {
  readonly profile: SiteProfile;
  readonly devices: Pick<Devices, 'print'>;
  readonly clock: Clock;
  readonly random: Random;
  /** Null while no journal is open: the slip is printed and not put down. */
  readonly jobs: () => PrintJobs | null;
}

/** Slips that staff ask for, outside of a session. */
export interface StaffSlips {
  test(): Promise<PrintOutcome>;
  report(report: ReconcileReport): Promise<PrintOutcome>;
  shift(report: ShiftReport): Promise<PrintOutcome>;
}

const PATIENCE_MS = 5000;

export function createStaffSlips({ profile, devices, clock, random, jobs }: StaffSlipParts): StaffSlips {
  const printOne = async (
    kind: 'test' | 'reconcile',
    make: (columns: number) => SlipDocument,
  ): Promise<PrintOutcome> => {
    const printer = profile.devices.printer;
    if (printer === null) return { kind: 'notPrinted', trouble: 'offline' };
    const kept = jobs();
    const job = kept?.create({ settlementId: null, kind, checkCode: null }) ?? null;
    const jobId = job?.jobId ?? Buffer.from(random.bytes(16)).toString('hex');
    const outcome = await devices.print(jobId, make(printer.columns), PATIENCE_MS);
    kept?.finish(jobId, outcome);
    return outcome;
  };
  return {
    test: () => printOne('test', (columns) => testSlip(slipSite(profile), columns, clock.now())),
    report: (report) => printOne('reconcile', () => reconcileSlip(slipSite(profile), report)),
    shift: (report) => printOne('reconcile', () => shiftSlip(slipSite(profile), report)),
  };
}
