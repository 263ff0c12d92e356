import { addFen, type Fen, fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { err, ok, type Result, unreachable } from '../../../common/kernel/result.ts';
import { type Facts, holds } from '../../plans/figures/when.ts';
import type { Layer } from '../../plans/medical/layers.ts';
import type { Benefit } from '../../plans/medical/schema.ts';
import { type Parts, payByAccounts } from './account.ts';
import { bandsLayer } from './bands.ts';
import { burdenKey, burdenLayer } from './burden.ts';
import { deductibleOf } from './deductible.ts';
import type { Outcome, Step } from './outcome.ts';
import { remainderLayer } from './remainder.ts';
import { SINGLE_DISEASE, singleDisease } from './single-disease.ts';
import { benefitYear, factsOf, type Situation } from './situation.ts';
import { beginWalk, beyond, fundsOf, type Walk, within } from './walk.ts';
import { yearUse } from './year-use.ts';

/**
 * Why a bill is not settled at all: the plan is not in force on that day, the benefit began later, the plan does not
 * know this kind of person or visit, or care away from home is not settled there (Beijing in 2010–2012).
 */
export type Refusal = 'OUTSIDE_PLAN' | 'NOT_YET' | 'NO_CATEGORY' | 'NO_BENEFIT' | 'AWAY_NOT_SETTLED';

function totalOf({ scopes }: Situation): Fen {
  return addFen(scopes.ownPay, scopes.overLimit, scopes.preSelfPay, scopes.inScope);
}

/** One layer further; one that does not cover this person at all neither pays nor counts. */
function through(walk: Walk, layer: Layer): Walk {
  if (!holds(layer.who, walk.facts)) return walk;
  switch (layer.type) {
    case 'bands':
      return bandsLayer(walk, layer);
    case 'remainder':
      return remainderLayer(walk, layer);
    case 'burden':
      return burdenLayer(walk, layer);
    default:
      return unreachable(layer);
  }
}

/** The year of a settlement in which no benefit was paid: the whole bill is the person's. */
function unpaid(situation: Situation, reason: string, steps: readonly Step[]): Outcome {
  return {
    total: totalOf(situation),
    scopes: situation.scopes,
    deductible: ZERO_FEN,
    layers: [],
    above: ZERO_FEN,
    hospital: ZERO_FEN,
    account: { current: ZERO_FEN, earlier: ZERO_FEN },
    mutualAid: [],
    cash: totalOf(situation),
    year: benefitYear(situation.plan, situation.visit.date),
    used: yearUse([]),
    steps,
    reason,
  };
}

/** A single disease by its fixed sums. */
function fixed(situation: Situation, found: NonNullable<ReturnType<typeof singleDisease>>): Outcome {
  return {
    ...unpaid(situation, '', [found.step]),
    // Catalogue and limits do not apply: everything is inside the scope.
    scopes: { ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: totalOf(situation) },
    layers: [found.share],
    hospital: found.hospital,
    cash: found.person,
    used: yearUse([[SINGLE_DISEASE, found.share.fund]], 1),
    reason: null,
  };
}

/** What the layers used of the year, the burdens that they looked at, and sums that only a slip shows. */
function usedBy(
  walk: Walk,
  key: string | null,
  stays: number,
  others: readonly (readonly [string, Fen])[],
): Outcome['used'] {
  const burdens = walk.steps.flatMap((step) => (step.step === 'burden' ? [step] : []));
  const layers = walk.shares.map(({ id, fund }) => [id, fund] as const);
  const burdenOf = walk.shares.flatMap(({ id, name }) =>
    burdens.filter(({ layer }) => layer === name).map(({ now }) => [burdenKey(id), now] as const),
  );
  const deducted = key === null ? [] : [[key, walk.deductible] as const];
  return yearUse([...deducted, ...layers, ...burdenOf, ['scope', walk.inScope], ...others], stays);
}

function byBenefit(situation: Situation, benefit: Benefit, facts: Facts): Outcome {
  const { plan, scopes, used, purses } = situation;
  const first = benefit.account.value.first ? within(purses.current, scopes.inScope) : ZERO_FEN;
  const inScope = subFen(scopes.inScope, first);
  const opening: readonly Step[] = first === 0 ? [] : [{ step: 'first', amount: first, figures: [benefit.account] }];
  const deducted = deductibleOf(benefit.deductible, facts, used, inScope);
  const begun = beginWalk({
    plan,
    facts,
    used,
    inScope,
    deductible: deducted.amount,
    steps: [...opening, ...deducted.steps],
  });
  const walk = benefit.layers.reduce(through, begun);
  const above = beyond(walk);
  const person = subFen(inScope, fundsOf(walk.shares));
  // Burden layers pay of everything that is left, so the parts give way in this order: above, share, deductible.
  const fromAbove = fen(Math.min(above, person));
  const parts: Parts = {
    deductible: fen(Math.min(deducted.amount, person - fromAbove)),
    above: fromAbove,
    share: fen(Math.max(0, person - fromAbove - deducted.amount)),
    preSelfPay: scopes.preSelfPay,
    ownPay: scopes.ownPay,
    overLimit: scopes.overLimit,
  };
  const left = { ...purses, current: subFen(purses.current, first) };
  const paid = payByAccounts(benefit.account, left, parts);
  return {
    total: totalOf(situation),
    scopes,
    deductible: deducted.amount,
    layers: walk.shares,
    above,
    hospital: ZERO_FEN,
    account: { current: addFen(first, paid.account.current), earlier: paid.account.earlier },
    mutualAid: paid.mutualAid,
    cash: paid.cash,
    year: benefitYear(plan, situation.visit.date),
    used: usedBy(walk, deducted.key, benefit.deductible.how === 'stay' ? 1 : 0, [
      ['preSelfPay', scopes.preSelfPay],
      ['account:current', addFen(first, paid.account.current)],
      ['account:earlier', paid.account.earlier],
    ]),
    steps: [...walk.steps, ...paid.steps],
    reason: null,
  };
}

/**
 * Settles one bill: pure, exact, from the plan alone. Every amount of the outcome is ≥ 0 and the parts sum to the
 * total. Refuses where the plan has no word on this bill; a bill for which the scheme says that it pays nothing is
 * settled with everything to the person, and says why.
 */
export function settleBill(situation: Situation): Result<Outcome, Refusal> {
  const { plan, visit } = situation;
  const { from, to } = plan.valid.value;
  if (visit.date < from || visit.date > to) return err('OUTSIDE_PLAN');
  const facts = factsOf(situation);
  if (facts === null) return err('NO_CATEGORY');
  const without = plan.without.find(({ kinds }) => kinds.includes(visit.kind));
  if (without !== undefined)
    return ok(unpaid(situation, without.why.value, [{ step: 'nothing', figures: [without.why] }]));
  if (visit.away !== null && plan.away === null) return err('AWAY_NOT_SETTLED');
  const one = singleDisease(plan, facts, situation);
  if (one !== null) return ok(fixed(situation, one));
  const benefit = Object.values(plan.benefits).find(({ kinds }) => kinds.includes(visit.kind));
  if (benefit === undefined) return err('NO_BENEFIT');
  if (benefit.since !== null && visit.date < benefit.since.value) return err('NOT_YET');
  return ok(byBenefit(situation, benefit, facts));
}
