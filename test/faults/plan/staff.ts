import type { Dice } from './dice.ts';
import type { Staff } from './plan.ts';

/** How people go through the work-list: mostly two, with the number that they read there, and not always. */
export function staffOf(throws: Dice): Staff {
  return {
    says: throws.weighted({ anything: 4, void: 2, stands: 2, refund: 1 }),
    brings: throws.weighted({ seen: 4, wrong: 2, none: 2 }),
    who: throws.weighted({ two: 6, twoPairs: 2, one: 1 }),
    paysAfter: throws.chance(60) ? throws.between(1000, 60_000) : null,
    else: 'anything',
    thenGone: null,
  };
}
