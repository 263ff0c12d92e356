import { addFen, type Fen, subFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { isIllustrative, type Outcome } from '../benefits/medical/outcome.ts';
import { settleBill } from '../benefits/medical/settle.ts';
import type { Situation } from '../benefits/medical/situation.ts';
import { fundShares, type PaymentSplit, poolShareOf } from '../benefits/split.ts';
import type { FundField } from '../plans/plan.ts';
import { wordsOf } from './city-plan.ts';
import type { PurseRow, SettlementUse } from './entitlement.ts';

/** A split under a city's plan, with what the ledger must keep so that a refund gives all of it back. */
export interface CitySplit extends PaymentSplit {
  readonly city: SettlementUse & {
    readonly year: string;
    /** setl_proc_info of every fund, where it says anything: whose rule it is, and whether a figure of it is only illustrative. */
    readonly process: string | null;
  };
}

function paidBy(outcome: Outcome, fields: readonly FundField[]): Fen {
  const layers = outcome.layers.filter(({ field }) => fields.includes(field));
  return addFen(ZERO_FEN, ...layers.map(({ fund }) => fund));
}

export function pursesOf(outcome: Pick<Outcome, 'account' | 'mutualAid'>, psnNo: string): readonly PurseRow[] {
  const { earlier } = outcome.account;
  return [
    ...(earlier === 0 ? [] : [{ purse: 'earlier' as const, owner: psnNo, amount: earlier }]),
    ...outcome.mutualAid.map(({ owner, amount }) => ({ purse: 'family' as const, owner, amount })),
  ];
}

/**
 * Settles a bill under its city's plan, or says why not; `hospital` is what the hospital bears of the excess over limits.
 * `acct_pay` counts the family's money too (B6.3, identity 4).
 */
export function splitByCity(situation: Situation, psnNo: string, hospital: Fen): CitySplit | string {
  const { scopes } = situation;
  // What the hospital must bear of the excess is nobody's share.
  const answer = settleBill({ ...situation, scopes: { ...scopes, overLimit: subFen(scopes.overLimit, hospital) } });
  if (!answer.ok) return wordsOf(answer.error, situation);
  const outcome = answer.value;
  const { plan } = situation;
  const mutualAid = addFen(ZERO_FEN, ...outcome.mutualAid.map(({ amount }) => amount));
  const process = `${plan.city}${plan.name}${isIllustrative(outcome) ? '；含示例数据' : ''}${outcome.reason === null ? '' : `；${outcome.reason}`}`;
  return {
    total: addFen(outcome.total, hospital),
    scopes: { ...outcome.scopes, overLimit: addFen(outcome.scopes.overLimit, hospital), hospital },
    deductible: outcome.deductible,
    funds: fundShares(outcome),
    hospital: addFen(outcome.hospital, hospital),
    account: addFen(outcome.account.current, outcome.account.earlier, mutualAid),
    mutualAid: outcome.mutualAid,
    cash: outcome.cash,
    poolShare: poolShareOf(outcome) ?? '0.0000',
    used: {
      deductible: outcome.deductible,
      pool: paidBy(outcome, ['hifp_pay']),
      large: paidBy(outcome, ['hifob_pay', 'hifmi_pay']),
    },
    city: { use: outcome.used, purses: pursesOf(outcome, psnNo), year: outcome.year, process },
  };
}
