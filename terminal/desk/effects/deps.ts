import type { ShiftReport } from '../../../common/contracts/desk/shift.ts';
import type { PrintOutcome } from '../../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { StaffIntent } from '../../../common/contracts/session/staff-view.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { Billing } from '../../billing/port.ts';
import type { Devices } from '../../devices/devices.ts';
import type { Audit } from '../../ports.ts';
import type { CopyReceipt } from '../../services/copy-receipt.ts';
import type { Core } from '../../services/core.ts';
import type { Timings } from '../../services/timings.ts';
import type { Desk } from '../../staff/desk.ts';
import type { Store } from '../../store/store.ts';
import type { DeskEvent } from '../events.ts';
import type { Shifts } from '../shift/shifts.ts';

/** The real parts that the desk's effects are done with. */
export interface EffectDeps {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly billing: Billing;
  readonly shifts: Shifts;
  readonly devices: Pick<Devices, 'status' | 'print'>;
  readonly timings: Timings;
  /** Null while the journal is not open, or centre and HIS are not configured. */
  readonly core: () => Pick<Core, 'collections' | 'prints' | 'success'> | null;
  readonly store: () => Store | null;
  /** Where members of the staff prove themselves, and their own page. */
  readonly staff: Pick<Desk, 'prove' | 'under' | 'cancel' | 'busy'>;
  readonly page: { open(name: string): void; intent(intent: StaffIntent): void; isOpen(): boolean };
  readonly copyReceipt: CopyReceipt;
  readonly printShift: (report: ShiftReport) => Promise<PrintOutcome>;
  /** Where the file is now. */
  readonly saveShift: (report: ShiftReport) => Result<string, FailureCode>;
  readonly dispatch: (event: DeskEvent) => void;
  /** The failure that an exception of the store means; whatever is no failure of the store is a bug, and reported. */
  readonly failureOf: (cause: unknown) => FailureCode;
  readonly report: (what: string, cause: unknown) => void;
  /** How long the external cashier is waited for, ms; null: there is none. */
  readonly collectMs: number | null;
}
