import type { CentreInput } from '../../common/contracts/centre/transactions.ts';
import type { Fen } from '../../common/kernel/money.ts';
import type { PreSettled } from '../store/figures.ts';
import type { VisitRow } from '../store/visits.ts';
import type { PreSettleNo, SettleNo } from './form.ts';
import { preSettleInput, settleInput } from './inputs.ts';
import { stayPreSettleInput, staySettleInput } from './stay/inputs.ts';

/** What the form's pre-settlement is told. `levels`: the rulings on its lines. */
export function preSettleInputOf(
  visit: VisitRow,
  mdtrtId: string,
  bill: { readonly total: Fen; readonly useAccount: boolean; readonly levels: PreSettled['levels'] },
): CentreInput<PreSettleNo> {
  return visit.form === 'inpatient'
    ? stayPreSettleInput(visit, mdtrtId, bill)
    : preSettleInput(visit, mdtrtId, bill.total, bill.useAccount);
}

/** What the form's settlement is told: as the pre-settlement, with the scope amounts copied from its answer. */
export function settleInputOf(visit: VisitRow, mdtrtId: string, preSettled: PreSettled): CentreInput<SettleNo> {
  return visit.form === 'inpatient'
    ? staySettleInput(visit, mdtrtId, preSettled)
    : settleInput(visit, mdtrtId, preSettled);
}
