import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure, Prepared } from '../ports.ts';
import type { PreSettled } from '../store/figures.ts';
import type { VisitRow } from '../store/visits.ts';
import { type CentreCalls, inputFailure, moneyFailure } from './centre-calls.ts';
import { type CoreDeps, failure } from './deps.ts';
import { numbersOf } from './form.ts';
import { preSettleInputOf } from './form-inputs.ts';
import { isBlocked } from './intent.ts';
import { billOf, judgeFigures } from './judge.ts';
import { standing, termsSaid } from './terms.ts';
import { about } from './undo.ts';

/** 2206, or 2303 of a stay, on what is uploaded. SETTLEMENT_OPEN where the bill was settled meanwhile. */
export type PreSettle = (
  visit: VisitRow,
  levels: PreSettled['levels'],
  useAccount: boolean,
) => Promise<Result<Prepared, Failure>>;

export function createPreSettle({ store, clock, settings }: CoreDeps, calls: CentreCalls): PreSettle {
  return async (visit, levels, useAccount) => {
    const bill = billOf(visit.encounter);
    if (!bill.ok) return err(failure(bill.error));
    if (visit.mdtrtId === null) throw new Error('settlement: pre-settled before it is registered');
    const expected = { psnNo: visit.psnNo, mdtrtId: visit.mdtrtId, total: bill.value.total };
    const input = preSettleInputOf(visit, visit.mdtrtId, { total: bill.value.total, useAccount, levels });
    const answer = await calls.ask(numbersOf[visit.form].preSettle, about(visit), input);
    if (!answer.ok) return err(inputFailure('HIS_BAD_ANSWER', answer.error));
    if (answer.value.kind !== 'ok') return err(moneyFailure(answer.value, settings.centre));
    const figures = judgeFigures(answer.value.output.setlinfo, expected, settings.centre);
    if (!figures.ok) return err(failure(figures.error));
    const preSettled = { useAccount, levels, ...figures.value, ...termsSaid(answer.value.output) };
    const isReady = store.transaction(() => {
      const phase = store.visits.get(visit.id)?.phase;
      // Its settlement may have been begun, and have ended, on the figures before these.
      const isOpen = phase === 'uploading' || phase === 'ready';
      if (!isOpen || isBlocked(store, visit.encounterId)) return false;
      store.visits.setReady(visit.id, preSettled, clock.now());
      return true;
    });
    if (!isReady) return err(failure('SETTLEMENT_OPEN'));
    const shown = { ...preSettled, levels: new Map(Object.entries(levels)) };
    return ok(preparedOf({ ...visit, preSettled }, visit.mdtrtId, shown));
  };
}

/** The preparation as the session sees it. */
export function preparedOf(
  visit: VisitRow,
  mdtrtId: string,
  shown: Pick<Prepared, 'useAccount' | 'split' | 'levels'>,
): Prepared {
  const { id, encounter, insutype, insuplcAdmdvs: insuredAt, preSettled } = visit;
  const { useAccount, split, levels } = shown;
  const { scope = null, clearingWay = null, words = [] } = preSettled ?? {};
  const terms = { insuredAt, scope, clearingWay, words };
  return { id, encounter, mdtrtId, insutype, useAccount, split, levels: standing(levels, scope), terms };
}
