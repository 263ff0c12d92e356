import { addFen, type Fen, negFen, ZERO_FEN } from '../../../common/kernel/money.ts';

/**
 * What a person has used of a benefit year under one scheme: amounts by accumulator (a deductible's id, a layer's id,
 * `burden:` and a layer's id, `scope`, `preSelfPay`, `account:current`, `account:earlier`), and the number of stays. A settlement adds to it, its reversal
 * takes the same away (benefit rules, accumulators: "a reversal must give all of them back").
 */
export interface YearUse {
  readonly amounts: Readonly<Record<string, Fen>>;
  readonly stays: number;
}

export const NOTHING_USED: YearUse = { amounts: {}, stays: 0 };

/** What stands on one accumulator, fen. */
export function usedOf(use: YearUse, key: string): Fen {
  return Object.hasOwn(use.amounts, key) ? (use.amounts[key] ?? ZERO_FEN) : ZERO_FEN;
}

function combined(a: YearUse, b: YearUse, sign: 1 | -1): YearUse {
  const keys = new Set([...Object.keys(a.amounts), ...Object.keys(b.amounts)]);
  const amounts = [...keys].map((key): [string, Fen] => {
    const more = usedOf(b, key);
    return [key, addFen(usedOf(a, key), sign === 1 ? more : negFen(more))];
  });
  // What is back at nothing is as if it had never been.
  return {
    amounts: Object.fromEntries(amounts.filter(([, amount]) => amount !== 0)),
    stays: a.stays + sign * b.stays,
  };
}

/** The year after a settlement that used `more`. */
export function book(year: YearUse, more: YearUse): YearUse {
  return combined(year, more, 1);
}

/** The year after that settlement was given back. */
export function giveBack(year: YearUse, less: YearUse): YearUse {
  return combined(year, less, -1);
}

/** An accumulator list with the zeros left out. */
export function yearUse(amounts: readonly (readonly [key: string, amount: Fen])[], stays = 0): YearUse {
  return amounts.reduce<YearUse>((use, [key, amount]) => book(use, { amounts: { [key]: amount }, stays: 0 }), {
    amounts: {},
    stays,
  });
}
