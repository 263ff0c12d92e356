import { billed, goneBetween, keyLeft, linesChanged, meddled, paidBefore } from './client-situations.ts';
import { processDeaths } from './deaths.ts';
import type { Dice } from './dice.ts';
import type { Item } from './plan.ts';
import type { Recipe } from './recipe.ts';

/** What callers at the counter bring about. */
const SITUATIONS = { billed, paidBefore, keyLeft, goneBetween, linesChanged, meddled };
/** How often each. */
const WEIGHTS = { billed: 34, paidBefore: 20, keyLeft: 12, goneBetween: 14, linesChanged: 10, meddled: 10 };

/** What strikes whatever is brought about: the process, the link, the card, commits about the API's rows. */
export function strikes(throws: Dice): Item[] {
  const items: Item[] = throws.chance(45) ? processDeaths(throws) : [];
  if (throws.chance(8)) items.push({ is: 'linkDown', target: 'centre', at: throws.between(2000, 40_000), ms: 60_000 });
  if (throws.chance(10)) items.push({ is: 'cardAway', at: throws.between(500, 30_000), ms: throws.between(50, 8000) });
  if (throws.chance(25)) {
    const of = throws.pick(['key', 'answer', 'notice', 'told'] as const);
    const how = throws.pick(['before', 'after', 'full', 'io'] as const);
    items.push({ is: 'strike', of, how, nth: throws.between(1, 3), times: throws.between(1, 3) });
  }
  return items;
}

/** A site whose clients are asked whether they were told gives nothing back behind them. */
export const AT_COUNTER = { prepared: false, file: false, noFence: false, paysAgain: false, reverses: false } as const;

/** Desk and hospital's systems bill at the terminal's counter, beside its kiosk and against each other. */
export const billedByClient: Recipe = (seed, throws, setting) => {
  const { visits, items } = SITUATIONS[throws.weighted(WEIGHTS)](throws);
  const all = [...items, ...strikes(throws)];
  return { seed, setting: { ...setting, ...AT_COUNTER, reconciles: throws.chance(20) }, visits, items: all };
};
