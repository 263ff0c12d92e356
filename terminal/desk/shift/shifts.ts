import { type CashCount, countedFen, type OpenShift, type ShiftReport } from '../../../common/contracts/desk/shift.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import { maskName } from '../../../common/kernel/masking.ts';
import { type Fen, fen } from '../../../common/kernel/money.ts';
import { type Pii, unwrapPii } from '../../../common/kernel/pii.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Audit } from '../../ports.ts';
import type { CentreCalls } from '../../settlement/centre-calls.ts';
import type { Store } from '../../store/store.ts';
import { shiftReport } from './report.ts';

export interface ShiftDeps {
  readonly clock: Clock;
  readonly audit: Audit;
  /** Null while no journal is open. */
  readonly store: () => Pick<Store, 'transaction' | 'shifts' | 'worklist' | 'staff'> | null;
  /** Null while centre and HIS cannot be reached by anything. */
  readonly calls: () => Pick<CentreCalls, 'actAs' | 'signIn' | 'signOut'> | null;
  readonly fault: () => FailureCode | null;
}

/** 交接班 at this desk. Nothing throws for an outside cause; a failing database is its caller's to name. */
export interface Shifts {
  /** The shift that is open, from the journal. */
  current(): OpenShift | null;
  /** 9001 under the cashier's own number, then the shift is on record. */
  open(staffId: string, float: Fen): Promise<Result<OpenShift, FailureCode>>;
  report(): Result<ShiftReport, FailureCode>;
  /**
   * Counted and closed, then 9002. SHIFT_CHANGED where a settlement has come in since `expected` was shown: it is counted
   * anew. What the centre says of 9002 changes nothing here; a refusal is on record.
   */
  close(count: CashCount, expected: Fen): Promise<Result<ShiftReport, FailureCode>>;
  /** Before the first byte of a settlement of this visit. False: no shift is open, and nothing may be sent. */
  beginSettlement(visitId: number): boolean;
  beginRefund(settlementId: number): boolean;
  /** After a start: what is sent from now on bears the number of whoever's shift is open. */
  resume(): void;
}

export function createShifts({ clock, audit, store, calls, fault }: ShiftDeps): Shifts {
  const nameOf = (staffId: string): Pii<string> | null =>
    store()
      ?.staff.list()
      .find(({ id }) => id === staffId)?.name ?? null;

  const actAs = (staffId: string): void => {
    const name = nameOf(staffId);
    calls()?.actAs(name === null ? null : { number: staffId, name });
  };

  const current = (): OpenShift | null => {
    const open = store();
    const row = open?.shifts.current() ?? null;
    if (open === null || row === null) return null;
    const name = nameOf(row.staffId);
    return {
      ...{ id: row.id, staffId: row.staffId, name: name === null ? '' : maskName(unwrapPii(name)) },
      ...{ openedAt: row.openedAt, settled: open.shifts.standing(row.id) },
    };
  };

  const reportOf = (open: NonNullable<ReturnType<ShiftDeps['store']>>, id: number): ShiftReport | null => {
    const row = open.shifts.get(id);
    if (row === null) return null;
    const left = { unknown: open.shifts.unknown(id), work: open.worklist.countOpen() };
    return shiftReport(row, open.shifts.money(id), left);
  };

  const begun = (begin: (open: NonNullable<ReturnType<ShiftDeps['store']>>, shiftId: number) => void): boolean => {
    const open = store();
    const row = open?.shifts.current() ?? null;
    if (open === null || row === null) return false;
    open.transaction(() => begin(open, row.id));
    return true;
  };

  return {
    current,
    async open(staffId, float) {
      const [open, centre] = [store(), calls()];
      if (open === null || centre === null) return err(fault() ?? 'CENTRE_UNREACHABLE');
      if (open.shifts.current() !== null) return err('SHIFT_OPEN');
      actAs(staffId);
      try {
        const signed = await centre.signIn();
        if (!signed.ok) {
          centre.actAs(null);
          return err(signed.error.code);
        }
        open.transaction(() => {
          const shift = open.shifts.open({ staffId, float, nowMs: clock.now() });
          audit('desk.shift-opened', { shift, by: staffId, float });
        });
      } catch (cause) {
        // No shift is on record, so nothing may go out in her name. The journal that failed may refuse 9002 as well.
        await centre.signOut().catch(() => undefined);
        centre.actAs(null);
        throw cause;
      }
      const row = current();
      return row === null ? err('TERMINAL_INTERNAL') : ok(row);
    },
    report() {
      const open = store();
      if (open === null) return err(fault() ?? 'STORE_LOCKED');
      const row = open.shifts.current();
      const report = row === null ? null : reportOf(open, row.id);
      return report === null ? err('SHIFT_NONE') : ok(report);
    },
    async close(count, expected) {
      const open = store();
      if (open === null) return err(fault() ?? 'STORE_LOCKED');
      const closed = open.transaction((): Result<number, FailureCode> => {
        const row = open.shifts.current();
        const report = row === null ? null : reportOf(open, row.id);
        if (row === null || report === null) return err('SHIFT_NONE');
        if (report.expected !== expected) return err('SHIFT_CHANGED');
        const counted = fen(countedFen(count));
        open.shifts.close(row.id, { at: clock.now(), pieces: count, counted, expected: fen(expected) });
        const difference = counted - expected;
        audit('desk.shift-closed', { shift: row.id, by: row.staffId, counted, expected, difference });
        return ok(row.id);
      });
      if (!closed.ok) return closed;
      const left = await calls()?.signOut();
      if (left !== undefined && !left.ok)
        audit('desk.sign-out-failed', { shift: closed.value, failure: left.error.code });
      calls()?.actAs(null);
      const report = reportOf(open, closed.value);
      return report === null ? err('TERMINAL_INTERNAL') : ok(report);
    },
    beginSettlement: (visitId) => begun((open, shift) => open.shifts.beginSettlement(shift, visitId, clock.now())),
    beginRefund: (settlementId) => begun((open, shift) => open.shifts.beginRefund(shift, settlementId, clock.now())),
    resume() {
      const row = store()?.shifts.current() ?? null;
      if (row !== null) actAs(row.staffId);
    },
  };
}
