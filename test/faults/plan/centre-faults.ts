import { net } from './network.ts';
import { PAYER, SENT_BY_MS } from './payer.ts';
import type { Item } from './plan.ts';
import type { Recipe } from './recipe.ts';
import { staffOf } from './staff.ts';

/** The slip that says that the outcome is not known: nobody knows whether it came, and that is a row of its own. */
const doubtfulSlip: Item = { is: 'print', nth: 1, how: 'unknown' };

/** Situations in which the centre itself is at fault, and people have to be called. */

/**
 * One 2207 has two effects, and people decide about one number after the other. Mostly the day's books have shown the
 * second one by then; where they have not, the first may go back before anybody but the centre knows of it.
 */
export const effectTwice: Recipe = (seed, throws, setting) => {
  const kind = throws.weighted({ overtaken: 5, lostAfter: 2, late: 1, infcodeNumber: 2 });
  const items: Item[] = [{ is: 'twice', nth: 1 }, net(throws, 'centre', '2207', 1, kind)];
  if (throws.chance(60)) items.push(doubtfulSlip);
  const compared = throws.between(150_000, 240_000);
  const isShown = throws.chance(60);
  if (isShown) items.push({ is: 'reconcile', at: compared });
  const says = throws.pick(['refund', 'refund', 'stands', 'anything'] as const);
  const how = {
    ...staffOf(throws),
    says,
    brings: 'seen',
    who: 'two',
    else: says === 'anything' ? 'anything' : 'nothing',
  } as const;
  items.push({ is: 'staff', at: compared + throws.between(10_000, 60_000), ...how });
  const changes = { prepared: true, file: false, noFence: kind === 'overtaken', queryNeedsSetlId: false };
  const pays = { paysAgain: !isShown || throws.chance(60), reverses: throws.chance(isShown ? 20 : 80) };
  const also = { reconciles: false, rules: throws.chance(30), ...pays };
  return { seed, setting: { ...setting, ...changes, ...also }, visits: [PAYER], items };
};

/** A 2207 that is done and answered by a refusal, and 5203 that are refused too: only the 2601 shows what it was. */
export const refusedThough: Recipe = (seed, throws, setting) => {
  const items: Item[] = [net(throws, 'centre', '2207', 1, 'refusedAgain')];
  for (let nth = 1; nth <= 3; nth++) items.push(net(throws, 'centre', '5203', nth, 'businessRefusal'));
  if (throws.chance(20)) items.push(net(throws, 'centre', '2601', 1, throws.pick(['slow', 'lostAfter', 'resetAfter'])));
  const changes = { prepared: true, file: false, noFence: throws.chance(20), queryNeedsSetlId: false };
  return { seed, setting: { ...setting, ...changes, reconciles: false }, visits: [PAYER], items };
};

/** Nobody answers what became of a 2207 until people have said that it stands; then the centre has it no more. */
export const goneAgain: Recipe = (seed, throws, setting) => {
  const [at, ms] = [throws.between(SENT_BY_MS, 12_000), throws.between(100_000, 200_000)];
  const items: Item[] = [net(throws, 'centre', '2207', 1, 'lostAfter'), { is: 'linkDown', target: 'centre', at, ms }];
  if (throws.chance(80)) items.push(doubtfulSlip);
  const how = {
    ...staffOf(throws),
    says: 'stands',
    brings: throws.pick(['seen', 'none'] as const),
    who: 'two',
    else: 'nothing',
  } as const;
  const soon = at + ms + throws.between(20, 400);
  items.push({ is: 'staff', at: soon, ...how, thenGone: throws.between(500, 60_000), paysAfter: null });
  const changes = { prepared: true, file: false, noFence: false, queryNeedsSetlId: false, reconciles: false };
  return { seed, setting: { ...setting, ...changes, rules: false, reverses: false }, visits: [PAYER], items };
};

/** Most 2601 that keep recovery from its end. */
const MOST_REFUSED = 12;

/**
 * What 5203 shows cannot be right, and its 2601 is refused; later 5203 shows it sound, while nobody answers for a while
 * and people say that it stands. Then it is settled like any other.
 */
export const unsoundOnce: Recipe = (seed, throws, setting) => {
  const items: Item[] = [net(throws, 'centre', '2207', 1, 'lostAfter')];
  const bent = throws.between(1, 3);
  const silent = bent + throws.between(0, 30);
  for (let nth = 1; nth <= silent; nth++) {
    items.push(net(throws, 'centre', '5203', nth, nth <= bent ? 'wrongAmounts' : 'http500'));
  }
  for (let nth = 1; nth <= MOST_REFUSED; nth++) items.push(net(throws, 'centre', '2601', nth, 'businessRefusal'));
  for (let times = 0; times < 3; times++) {
    const how = { ...staffOf(throws), says: 'stands', brings: 'seen', who: 'two', else: 'nothing' } as const;
    items.push({ is: 'staff', at: throws.between(30_000, 420_000), ...how });
  }
  const changes = { prepared: true, file: false, noFence: false, queryNeedsSetlId: false, reconciles: false };
  return { seed, setting: { ...setting, ...changes, rules: throws.chance(50) }, visits: [PAYER], items };
};
