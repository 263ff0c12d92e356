import type { Failure } from '../../ports.ts';
import type { RefundUntil } from '../../store/refunds.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { CentreCalls } from '../centre-calls.ts';
import type { CoreDeps } from '../deps.ts';
import type { StayFees } from './fees.ts';
import type { Registered } from './inputs.ts';
import type { StaySteps } from './steps.ts';

/** Undoes a stay whose settlement was given back; one attempt, true where nothing is left to do. */
export type UnwindStay = (visit: VisitRow, until: RefundUntil) => Promise<boolean>;

export interface UnwindStayParts {
  readonly calls: CentreCalls;
  readonly steps: StaySteps;
  readonly fees: StayFees;
}

/**
 * In reverse order: 2405, 2302, 2404, or as far as the refund says, for a hospital that settles the stay anew. A refusal is
 * the centre's last word and ends it too.
 */
export function createUnwindStay({ store, audit }: CoreDeps, { calls, steps, fees }: UnwindStayParts): UnwindStay {
  /** Whether nothing more can be done, after a step that did not succeed. */
  const isLast = (visit: VisitRow, infno: string, { code }: Failure): boolean => {
    if (code !== 'CENTRE_REFUSED') return false;
    audit('centre.refused', { infno, visit: visit.id });
    return true;
  };

  return async (visit, until) => {
    const row = visit.stayId === null ? null : store.stays.get(visit.stayId);
    if (until === 'settlement' || row === null || row.state === 'cancelled') return true;
    if (!(await calls.signIn()).ok) return false;
    const now = await steps.known(row);
    if (!now.ok) return false;
    const { mdtrtId, state } = now.value;
    if (mdtrtId === null || state === 'cancelled') return true;
    const there: Registered = { ...now.value, mdtrtId };
    const back = state === 'discharged' ? await steps.undoDischarge(there) : { ok: true as const, value: there };
    if (!back.ok) return isLast(visit, '2405', back.error);
    if (until === 'discharge') return true;
    const cleared = await fees.clear(back.value);
    if (!cleared.ok && !isLast(visit, '2302', cleared.error)) return false;
    const cancelled = await steps.cancel(back.value);
    return cancelled.ok || isLast(visit, '2404', cancelled.error);
  };
}
