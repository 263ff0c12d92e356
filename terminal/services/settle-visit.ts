import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Failure, Prepared, Settlements, SettleResult } from '../ports.ts';
import type { Effect, SessionEvent } from '../session/events.ts';
import type { Timings } from './timings.ts';

export interface SettleVisitDeps {
  readonly settlements: Settlements;
  readonly timings: Timings;
  /** The failure that an exception of the store means; whatever is no failure of the store is a bug, and reported. */
  readonly failureOf: (cause: unknown) => FailureCode;
  /** The message id and check code of the encounter's settlement that is not final, or null. */
  readonly openSettlement: (encounterId: string) => { readonly messageId: string; readonly checkCode: string } | null;
}

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** hold → 2201 → 2203 → 2204 → 2206, told step by step. */
export async function prepareVisit(
  deps: SettleVisitDeps,
  effect: Of<'prepare'>,
  dispatch: (event: SessionEvent) => void,
): Promise<void> {
  const { op, holder, insured, encounter, useAccount } = effect;
  const timed = deps.timings.begin('prepare');
  const onStep = (step: Extract<SessionEvent, { kind: 'prepareStep' }>['step']): void =>
    dispatch({ kind: 'prepareStep', op, step });
  const result = await attempt(deps, () =>
    deps.settlements.prepare({ holder, insured, encounter, useAccount, onStep }),
  );
  timed.end();
  dispatch({ kind: 'prepared', op, encounterId: encounter.encounterId, result });
}

/** 2206 again. */
export async function repriceVisit(
  deps: SettleVisitDeps,
  { op, prepared, useAccount }: Of<'reprice'>,
  dispatch: (event: SessionEvent) => void,
): Promise<void> {
  const timed = deps.timings.begin('reprice');
  const result = await attempt(deps, () => deps.settlements.reprice(prepared, useAccount));
  timed.end();
  dispatch({ kind: 'prepared', op, encounterId: prepared.encounter.encounterId, result });
}

/** 2207, to an outcome that a person can be told. */
export async function settleVisit(
  deps: SettleVisitDeps,
  { op, prepared, limitMs }: Of<'settle'>,
  dispatch: (event: SessionEvent) => void,
): Promise<void> {
  const timed = deps.timings.begin('settle');
  const result = await settleSafely(deps, prepared, limitMs, (step) => dispatch({ kind: 'settleStep', op, step }));
  timed.end();
  dispatch({ kind: 'settleEnded', op, result });
}

async function attempt(
  deps: SettleVisitDeps,
  work: () => Promise<Result<Prepared, Failure>>,
): Promise<Result<Prepared, Failure>> {
  try {
    return await work();
  } catch (cause) {
    return { ok: false, error: { code: deps.failureOf(cause), reason: null } };
  }
}

/** Should the journal fail under a settlement, then the honest word is "unknown" wherever an intent is on record. */
export async function settleSafely(
  deps: Omit<SettleVisitDeps, 'timings'>,
  prepared: Prepared,
  limitMs: number,
  onStep: Parameters<Settlements['settle']>[2],
): Promise<SettleResult> {
  try {
    return await deps.settlements.settle(prepared, limitMs, onStep);
  } catch (cause) {
    const code = deps.failureOf(cause);
    const open = deps.openSettlement(prepared.encounter.encounterId);
    return open === null ? { kind: 'notSent', failure: { code, reason: null } } : { kind: 'unknown', ...open };
  }
}
