import { err, type Result } from '../../common/kernel/result.ts';
import type { Failure, Prepared, Settlements } from '../ports.ts';
import type { VisitRow } from '../store/visits.ts';
import type { CentreCalls } from './centre-calls.ts';
import { type CoreDeps, failure } from './deps.ts';
import type { GivingBack } from './giving-back.ts';
import { belongsTo } from './identify.ts';
import { whyNotFor } from './origins.ts';
import type { PreSettle } from './pre-settle.ts';
import type { AskPredecessor } from './predecessor.ts';
import type { Prepare, PrepareInput } from './prepare-input.ts';

export interface PrepareParts {
  readonly calls: Pick<CentreCalls, 'signIn'>;
  readonly askPredecessor: AskPredecessor;
  readonly givingBack: Pick<GivingBack, 'giveBack'>;
  readonly undo: (visit: VisitRow) => Promise<boolean>;
  readonly prepare: Prepare;
  readonly preSettle: PreSettle;
}

/** What must be so before a bill is prepared, and what an earlier attempt left: gone on with, or given back first. */
export function createPrepare({ store, outbox }: CoreDeps, parts: PrepareParts) {
  const { calls, askPredecessor, givingBack, undo, prepare: run, preSettle } = parts;

  /** The registration that it went by was cancelled meanwhile. */
  const isWithout = ({ registrationId, encounterId }: VisitRow): boolean =>
    registrationId !== null && registrationId !== store.registrations.open(encounterId)?.id;

  const prepare = async (input: PrepareInput): Promise<Result<Prepared, Failure>> => {
    const { encounterId } = input.encounter;
    const why = whyNotFor(store, encounterId, input.origin ?? null);
    if (why !== null) return err(failure(why));
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    const before = await askPredecessor(input);
    if (!before.ok) return before;
    let open = store.visits.open(encounterId);
    if (open !== null && (!belongsTo(open, input) || isWithout(open))) {
      givingBack.giveBack(open, 'expired');
      open = null;
    }
    const left = store.visits.unfinished().filter((v) => v.phase === 'undoing' && v.encounterId === encounterId);
    for (const visit of left) if (!(await undo(visit))) return err(failure('CENTRE_UNREACHABLE'));
    // A release that is still on its way must not take back what is now held anew.
    if (!(await outbox.drain('his', encounterId))) return err(failure('HIS_UNREACHABLE'));
    return run(input, open);
  };

  const reprice: Settlements['reprice'] = async (prepared, useAccount) => {
    const visit = store.visits.get(prepared.id);
    if (visit?.phase !== 'ready' || visit.preSettled === null) return err(failure('SETTLEMENT_OPEN'));
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    return preSettle(visit, visit.preSettled.levels, useAccount);
  };

  return { prepare, reprice };
}
