import {
  type StaffResolution,
  staffReasonSchema,
  staffResolutionSchema,
  staffSetlIdSchema,
} from '../common/contracts/staff.ts';
import { holdsIdentityNumber } from '../common/kernel/masking.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';

/** The staff's commands. `waitSeconds`: how long each card is waited for at the terminal. */
export type StaffCommand =
  | { readonly kind: 'worklistList'; readonly all: boolean }
  | {
      readonly kind: 'worklistResolve';
      readonly id: number;
      readonly resolution: StaffResolution;
      readonly reason: string;
      readonly setlId: string | null;
    }
  | { readonly kind: 'staffImport'; readonly file: string }
  | { readonly kind: 'staffMark'; readonly salt: string | null }
  | { readonly kind: 'staffList' }
  | { readonly kind: 'staffPage' }
  | { readonly kind: 'receiptCopy'; readonly settlement: string };

/** Options beside `--json`, and how many operands each takes. */
export const STAFF_TAKES: Readonly<Record<string, readonly string[]>> = {
  'worklist list': ['profile', 'wait', 'all'],
  'worklist resolve': ['profile', 'wait', 'as', 'reason', 'setl-id'],
  'staff import': ['profile', 'wait'],
  'staff mark': ['profile', 'wait', 'salt'],
  'staff list': ['profile', 'wait'],
  'staff page': ['profile', 'wait'],
  'receipt copy': ['profile', 'wait'],
};

export interface StaffValues {
  readonly all?: boolean | undefined;
  readonly as?: string | undefined;
  readonly reason?: string | undefined;
  readonly salt?: string | undefined;
  readonly 'setl-id'?: string | undefined;
}

/** The staff command of that name, or a sentence that says what is wrong with it. */
export function parseStaff(name: string, operand: string, values: StaffValues): Result<StaffCommand, string> {
  switch (name) {
    case 'worklist list':
      return ok({ kind: 'worklistList', all: values.all === true });
    case 'worklist resolve': {
      if (!/^[1-9]\d{0,14}$/.test(operand)) return err('worklist resolve takes the number of a row');
      const resolution = staffResolutionSchema.safeParse(values.as);
      if (!resolution.success) return err(`--as takes ${staffResolutionSchema.options.join(', ')}`);
      const reason = staffReasonSchema.safeParse(values.reason);
      if (!reason.success) return err('--reason takes a text of 3 to 400 characters');
      // The terminal refuses it too; here nobody has to prove herself first.
      if (holdsIdentityNumber(reason.data)) return err('--reason goes on record: no identity number');
      const setlId = staffSetlIdSchema.nullable().safeParse(values['setl-id'] ?? null);
      if (!setlId.success) return err('--setl-id takes the settlement number of the centre');
      const answer = { resolution: resolution.data, reason: reason.data, setlId: setlId.data };
      return ok({ kind: 'worklistResolve', id: Number(operand), ...answer });
    }
    case 'staff import':
      return operand === '' ? err('staff import takes a file') : ok({ kind: 'staffImport', file: operand });
    case 'staff mark':
      if (values.salt !== undefined && !/^[0-9a-f]{32}$/.test(values.salt)) return err('--salt takes 32 hex digits');
      return ok({ kind: 'staffMark', salt: values.salt ?? null });
    case 'receipt copy': {
      const settlement = staffSetlIdSchema.safeParse(operand);
      if (!settlement.success) return err('receipt copy takes a message id or the settlement number of the centre');
      return ok({ kind: 'receiptCopy', settlement: settlement.data });
    }
    case 'staff list':
      return ok({ kind: 'staffList' });
    default:
      return ok({ kind: 'staffPage' });
  }
}
