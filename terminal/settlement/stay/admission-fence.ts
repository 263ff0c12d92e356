import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { StayRow } from '../../store/stays.ts';
import type { CentreCalls } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import type { Fence } from '../fence.ts';
import { fenceInput } from '../inputs.ts';
import type { ApplyStay } from './apply.ts';
import { ofStay } from './look.ts';

/**
 * A 2401 whose answer was lost and that 5201 does not show may still arrive: another one would be a second stay. So 2601
 * makes it void first, and only then there is none. CENTRE_UNREACHABLE while the 2601 is not answered.
 */
export type VoidAdmission = (row: StayRow) => Promise<Result<StayRow, Failure>>;

export function createVoidAdmission(
  { store, clock }: CoreDeps,
  { calls, apply, fence }: { calls: CentreCalls; apply: ApplyStay; fence: Pick<Fence, 'made' | 'send'> },
): VoidAdmission {
  /** The 2601 of it, durable; the same as long as it is not refused. */
  const fenceOf = (row: StayRow, omsgid: string): number => {
    if (row.fenceMessageRow !== null) return row.fenceMessageRow;
    const made = store.transaction(() => {
      const written = calls.write('2601', ofStay(row), fenceInput(row, omsgid, '2401'));
      if (!written.ok) throw new Error(`stay: 2601 does not fit its table: ${written.error.field}`);
      store.stays.change(row.id, { fenceMessageRow: written.value.row }, clock.now());
      return written.value.row;
    });
    fence.made(made);
    return made;
  };

  return async (row) => {
    const message = row.messageRow === null ? null : store.messages.get(row.messageRow);
    const isKnown = message === null || message.outcome === 'refused' || message.outcome === 'notSent';
    if (isKnown) return ok(apply(row.id, 'missing'));
    const { event, keep } = await fence.send(fenceOf(row, message.messageId));
    if (event === 'fenced') return ok(apply(row.id, 'missing', { keep }));
    store.transaction(() => {
      keep();
      if (event === 'fenceRefused') store.stays.change(row.id, { fenceMessageRow: null }, clock.now());
    });
    return err(failure('CENTRE_UNREACHABLE'));
  };
}
