import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { VisitRow } from '../store/visits.ts';
import type { CentreCalls } from './centre-calls.ts';
import type { CoreDeps, RecoveryWaits } from './deps.ts';
import type { Confirmed, Seen } from './facts.ts';
import { findSettlementInput } from './inputs.ts';
import { type Expected, judgeFigures, ownRow, settlementTime } from './judge.ts';
import type { Life } from './life.ts';
import { about } from './undo.ts';

type FoundRow = CentreOutput<'5203'>['setlinfo'][number];

/** What 5203 says of a settlement of ours. `refused` is told apart because a stale sign-in would explain it. */
export type Sighting =
  | { readonly kind: 'found'; readonly confirmed: Confirmed; readonly seen: Seen }
  /** A row of ours whose figures cannot be right; it exists, but nobody may rely on it. */
  | { readonly kind: 'unsound'; readonly seen: Seen }
  | { readonly kind: 'missing' }
  /** Our row is there, and it was given back. */
  | { readonly kind: 'refunded' }
  | { readonly kind: 'refused' }
  /** No answer. */
  | { readonly kind: 'silent' };

export type RegisteredVisit = VisitRow & { readonly mdtrtId: string };

/** One 5203, without a `setl_id` where none is known. */
export type Look = (row: SettlementRow, setlId?: string) => Promise<Sighting>;

export type LookTwice = (row: SettlementRow, setlId?: string) => Promise<Exclude<Sighting, { kind: 'refused' }> | null>;

export interface LookTwiceParts {
  readonly look: Look;
  readonly calls: Pick<CentreCalls, 'forgetSignIn'>;
  readonly life: Life;
  readonly waits: Pick<RecoveryWaits, 'queryGapMs'>;
}

/** The visit of a settlement; it is registered, or there could be no settlement. */
export function visitOf({ store }: Pick<CoreDeps, 'store'>, visitId: number): RegisteredVisit {
  const visit = store.visits.get(visitId);
  if (visit === null || !isRegistered(visit)) throw new Error(`settlement: visit ${visitId} is not registered`);
  return visit;
}

function isRegistered(visit: VisitRow): visit is RegisteredVisit {
  return visit.mdtrtId !== null;
}

/** What an answer about this settlement must agree with. */
export function expectedOf(deps: Pick<CoreDeps, 'store'>, row: SettlementRow): Expected {
  const { psnNo, mdtrtId } = visitOf(deps, row.visitId);
  return { psnNo, mdtrtId, total: row.splitShown.total };
}

export function createLook(deps: CoreDeps, calls: CentreCalls): Look {
  const { clock, settings } = deps;
  return async (row, setlId) => {
    if (!(await calls.signIn()).ok) return { kind: 'silent' };
    const visit = visitOf(deps, row.visitId);
    const answer = await calls.inquire('5203', about(visit), findSettlementInput(visit, visit.mdtrtId, setlId));
    if (!answer.ok) return { kind: 'missing' };
    if (answer.value.kind === 'refused') return { kind: 'refused' };
    if (answer.value.kind !== 'ok') return { kind: 'silent' };
    const rows = answer.value.output.setlinfo;
    const own = ownRow(rows, row.messageId);
    if (own === null)
      return { kind: rows.some((one) => one.medins_setl_id === row.messageId) ? 'refunded' : 'missing' };
    const figures = judgeFigures(own, expectedOf(deps, row), settings.centre);
    if (!figures.ok) return { kind: 'unsound', seen: seenOf(own, figures.error) };
    const setlTime = settlementTime(own.setl_time, clock.now());
    const confirmed = { ...figures.value, setlId: own.setl_id, setlTime, foundBy: '5203' } as const;
    return { kind: 'found', confirmed, seen: seenOf(own, null) };
  };
}

/**
 * Looks twice, with a pause, before "not there" is believed: a commit may not be visible yet, and a refusal may come of
 * a stale sign-in. A second refusal is a centre's way to say "nothing found". Null where the core was stopped meanwhile.
 */
export function createLookTwice({ look, calls, life, waits }: LookTwiceParts): LookTwice {
  return async (row, setlId) => {
    const first = await look(row, setlId);
    if (first.kind === 'refused') calls.forgetSignIn();
    if (first.kind === 'found' || first.kind === 'silent') return first;
    await life.pause(waits.queryGapMs);
    if (life.stopped()) return null;
    const second = await look(row, setlId);
    return second.kind === 'refused' ? { kind: 'missing' } : second;
  };
}

const seenOf = (row: FoundRow, why: FailureCode | null): Seen => ({
  setlId: row.setl_id,
  total: row.medfee_sumamt,
  why,
});

/** Whether a row of 5203 is of this person and encounter. */
export function isOf(row: FoundRow, visit: RegisteredVisit): boolean {
  return unwrapPii(row.psn_no) === unwrapPii(visit.psnNo) && row.mdtrt_id === visit.mdtrtId;
}
