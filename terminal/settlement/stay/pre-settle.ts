import type { Failure } from '../../ports.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { CoreDeps } from '../deps.ts';
import type { PreSettle } from '../pre-settle.ts';

/** Whether it speaks against the lines: a refusal of a 2303 with another answer about the account speaks of that. */
function isAgainstLines({ code }: Failure, { phase }: VisitRow): boolean {
  return code === 'CENTRE_MONEY_MISMATCH' || (code === 'CENTRE_REFUSED' && phase === 'uploading');
}

/**
 * 2303, and what it shows of the lines. A 2301 whose answer was lost may take effect after the 2302 that was to clear it:
 * then the centre has lines twice, and nothing but the sum says so. So a sum that is not ours, or a refusal, makes the
 * lines doubtful, and the next preparation clears them and uploads them anew, or where their person was admitted anew asks
 * 2303 once more; a sum that is ours ends the doubt.
 */
export function createStayPreSettle({ store, clock }: CoreDeps, preSettle: PreSettle): PreSettle {
  const doubt = (stayId: number, feesDoubtful: boolean): void => {
    if (store.stays.get(stayId)?.feesDoubtful === feesDoubtful) return;
    store.transaction(() => store.stays.change(stayId, { feesDoubtful }, clock.now()));
  };

  return async (visit, levels, useAccount) => {
    const done = await preSettle(visit, levels, useAccount);
    if (visit.stayId === null) return done;
    if (done.ok) doubt(visit.stayId, false);
    else if (isAgainstLines(done.error, visit)) doubt(visit.stayId, true);
    return done;
  };
}
