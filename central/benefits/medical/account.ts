import { addFen, type Fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Benefit } from '../../plans/medical/schema.ts';
import type { Outcome, Step } from './outcome.ts';
import type { Purses } from './situation.ts';
import { within } from './walk.ts';

/** What each part of the person's own share still is; fen. */
export type Parts = Readonly<Record<'deductible' | 'share' | 'above' | 'preSelfPay' | 'ownPay' | 'overLimit', Fen>>;

interface Paid {
  readonly account: Outcome['account'];
  readonly mutualAid: Outcome['mutualAid'];
  readonly cash: Fen;
  readonly steps: readonly Step[];
}

type PartName = keyof Parts;

/** Takes up to `most` from the named parts in order; what is left of them, and how much was taken. */
function take(parts: Parts, names: readonly PartName[], most: Fen): { readonly parts: Parts; readonly taken: Fen } {
  let [left, taken] = [parts, ZERO_FEN];
  for (const name of names) {
    const amount = within(subFen(most, taken), left[name]);
    left = { ...left, [name]: subFen(left[name], amount) };
    taken = addFen(taken, amount);
  }
  return { parts: left, taken };
}

/**
 * Accounts come last, and pay only what the plan lets them: this year's money, that of earlier years, then the
 * family's in the order given (门诊共济, Harbin 2022). The rest is cash. `current` is what an account that pays first
 * has left.
 */
export function payByAccounts(rule: Benefit['account'], purses: Purses, parts: Parts): Paid {
  let left = parts;
  const paid = { current: ZERO_FEN, earlier: ZERO_FEN };
  const mutualAid: { owner: string; amount: Fen }[] = [];
  const steps: Step[] = [];
  for (const { purse, parts: names } of rule.value.pays) {
    const own = purse === 'family' ? purses.family : [{ owner: '', balance: purses[purse] }];
    for (const { owner, balance } of own) {
      const { parts: after, taken } = take(left, names, balance);
      if (taken === 0) continue;
      left = after;
      if (purse === 'family') mutualAid.push({ owner, amount: taken });
      else paid[purse] = addFen(paid[purse], taken);
      steps.push({ step: 'account', purse, amount: taken, figures: [rule] });
    }
  }
  return { account: paid, mutualAid, cash: addFen(...Object.values(left)), steps };
}
