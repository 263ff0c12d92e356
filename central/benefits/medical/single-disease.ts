import { addFen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { type Facts, firstOf } from '../../plans/figures/when.ts';
import type { Layer } from '../../plans/medical/layers.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';
import type { LayerShare, Step } from './outcome.ts';
import type { Situation } from './situation.ts';
import { within } from './walk.ts';

/** Accumulator of what the fund paid by fixed sums. */
export const SINGLE_DISEASE = 'singleDisease';

const PAYER: Pick<Layer, 'field' | 'fundPayType' | 'name'> = {
  field: 'hifp_pay',
  fundPayType: '310100',
  name: '单病种定额',
};

/**
 * 单病种 (Harbin's agreement, A-04 art. 32.4): no deductible, and catalogue and service limits do not apply. The fund
 * pays its fixed sum, the person up to the limit, the rest is the hospital's. Null where the plan has no price for the
 * disease at this level. Where the bill is below the fund's sum, the fund pays the bill: the text has no such case.
 */
export function singleDisease(
  plan: MedicalPlan,
  facts: Facts,
  situation: Pick<Situation, 'scopes'>,
): {
  readonly share: LayerShare;
  readonly hospital: LayerShare['fund'];
  readonly person: LayerShare['fund'];
  readonly step: Step;
} | null {
  if (facts.disease === null || plan.singleDisease === null) return null;
  const price = firstOf(plan.singleDisease.prices, facts);
  if (price === null) return null;
  const { ownPay, overLimit, preSelfPay, inScope } = situation.scopes;
  const total = addFen(ownPay, overLimit, preSelfPay, inScope);
  const fund = within(price.fund.value, total);
  const person = within(price.personLimit.value, subFen(total, fund));
  const hospital = subFen(total, addFen(fund, person));
  return {
    share: { id: SINGLE_DISEASE, ...PAYER, available: total, limit: price.fund.value, fund, self: ZERO_FEN },
    hospital,
    person,
    step: { step: 'fixed', fund, person, hospital, figures: [plan.singleDisease.rule, price.fund, price.personLimit] },
  };
}
