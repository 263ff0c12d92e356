import { effectTwice, goneAgain, refusedThough, unsoundOnce } from './centre-faults.ts';
import { billedByClient } from './client.ts';
import { raced, refundUnheard } from './counter-recipes.ts';
import type { Dice } from './dice.ts';
import { aroundMoney, net } from './network.ts';
import { PAYER, SENT_BY_MS } from './payer.ts';
import type { Item } from './plan.ts';
import type { Recipe } from './recipe.ts';
import { staffOf } from './staff.ts';
import { untold } from './untold.ts';

/** Ways in which nobody knows what became of a 2207; it comes late, or with its own 2601, more often than elsewhere. */
const UNCLEAR = {
  late: 8,
  overtaken: 6,
  lostBefore: 3,
  lostAfter: 4,
  resetAfter: 2,
  systemErrorCommitted: 2,
  garbage: 1,
};
/** Ways in which a query or a 2601 brings recovery no further; a late one arrives when everything has been decided. */
const NO_END = { late: 6, lostBefore: 4, lostAfter: 1, businessRefusal: 4, systemError: 2, http500: 2, resetBefore: 2 };

/** Six rounds without an end call a person: this many messages of a name must go wrong for that, hedges included. */
const MOST_TROUBLES = 26;

function troubles(throws: Dice, key: '5203' | '2601', percent: number): Item[] {
  const items: Item[] = [];
  for (let nth = 1; nth <= MOST_TROUBLES && throws.chance(percent); nth++) {
    const item = net(throws, 'centre', key, nth, throws.weighted(NO_END));
    // Sometimes so late that it arrives after everything has been decided.
    const isLong = key === '2601' && throws.chance(30);
    items.push(item.is === 'net' && isLong ? { ...item, ms: throws.between(200_000, 700_000) } : item);
  }
  return items;
}

/** What keeps recovery from its end until people are called. */
function hindered(throws: Dice): Item[] {
  switch (throws.weighted({ link: 3, fence: 4, query: 3, little: 3 })) {
    case 'link': {
      const [at, ms] = [throws.between(SENT_BY_MS, 60_000), throws.between(60_000, 400_000)];
      return [{ is: 'linkDown', target: 'centre', at, ms }];
    }
    case 'fence':
      return troubles(throws, '2601', 94);
    case 'query':
      return troubles(throws, '5203', 94);
    case 'little':
      return [...troubles(throws, '5203', 30), ...troubles(throws, '2601', 60)];
  }
}

/** A payment whose end nobody knows, and people who decide about it while things go on; then somebody pays again. */
const ruledOn: Recipe = (seed, throws, setting) => {
  const items: Item[] = [net(throws, 'centre', '2207', 1, throws.weighted(UNCLEAR)), ...hindered(throws)];
  for (let times = 0; times < 3 && throws.chance(times === 0 ? 100 : 50); times++) {
    items.push({ is: 'staff', at: throws.between(45_000, 420_000), ...staffOf(throws) });
  }
  const noFence = throws.chance(45);
  if (throws.chance(noFence ? 60 : 30)) items.push({ is: 'reconcile', at: throws.between(60_000, 400_000) });
  const changes = { prepared: true, file: false, noFence, paysAgain: throws.chance(70), rules: throws.chance(80) };
  const visit = { ...PAYER, retries: throws.chance(30) ? 1 : 0 };
  return { seed, setting: { ...setting, ...changes, reconciles: noFence }, visits: [visit], items };
};

/** A clock that was ahead while the lost journal wrote, and is right again when another one begins. */
function ahead(throws: Dice, until: number): Item[] {
  const by = throws.between(100_000, 280_000);
  return [
    { is: 'clock', at: 0, by },
    { is: 'clock', at: until, by: -by },
  ];
}

/**
 * A payment over which the journal is lost; people begin another one, and the same bill comes once more. Without fences
 * it may have been given back to the hospital and have come all the same: then only the centre can say so.
 */
const adopted: Recipe = (seed, throws, setting) => {
  const noFence = throws.chance(40);
  const soon = !noFence && throws.chance(70);
  const at = noFence ? throws.between(9000, 50_000) : throws.between(2000, soon ? 8000 : 60_000);
  const ms = throws.between(2000, 90_000);
  const items: Item[] = [{ is: 'journalLost', at, ms }];
  if (noFence) items.push(net(throws, 'centre', '2207', 1, 'overtaken'));
  else items.push(...aroundMoney(throws));
  // One refusal may come of a stale sign-in; two in a row are a centre's word that it has nothing.
  if (noFence) {
    items.push(net(throws, 'centre', '5201', throws.between(1, 2), 'businessRefusal'));
    items.push(net(throws, 'centre', '5203', throws.between(3, 5), 'businessRefusal'));
  }
  if (throws.chance(30)) items.push(...ahead(throws, at + 500));
  const changes = { prepared: true, file: false, noFence, paysAgain: true, reconciles: noFence || throws.chance(20) };
  const visits = [PAYER, { ...PAYER, thinks: throws.between(300, 2500) }];
  return { seed, setting: { ...setting, ...changes }, visits, items };
};

/** Quick ends of a 2601 that are none: six rounds of them take half a minute. */
const UNDONE = { resetBefore: 4, systemError: 3, http500: 2, lostBefore: 1 };
const MOST_UNDONE = 60;

/**
 * People say void while the 2601 is unanswered; then the 2207 comes after all, the day's books show it, and people are
 * asked again, while the 2601 of before is still on its way.
 */
const overruled: Recipe = (seed, throws, setting) => {
  const ruled = throws.between(60_000, 150_000);
  const comes = ruled + throws.between(2000, 120_000);
  const compared = comes + throws.between(2000, 30_000);
  const again = compared + throws.between(3000, 60_000);
  const refusals = throws.chance(50) ? 4 : 0;
  const items: Item[] = [{ is: 'net', target: 'centre', key: '2207', nth: 1, kind: 'late', ms: comes - SENT_BY_MS }];
  for (let nth = 1; nth <= MOST_UNDONE && (nth < 8 || throws.chance(97)); nth++) {
    const kind = throws.weighted({ ...UNDONE, businessRefusal: refusals });
    items.push(net(throws, 'centre', '2601', nth, kind));
  }
  // A 2207 whose visit has been undone is refused: here the undoing is as late as it is.
  const undoing = throws.chance(80) ? MOST_UNDONE : 0;
  for (let nth = 1; nth <= undoing; nth++) items.push(net(throws, 'centre', '2205', nth, 'resetBefore'));
  const [first, second] = [staffOf(throws), staffOf(throws)];
  items.push({ is: 'staff', at: ruled, ...first, says: 'void', who: 'two' });
  items.push({ is: 'reconcile', at: compared });
  items.push({ is: 'staff', at: again, ...second, says: throws.chance(70) ? 'stands' : 'refund' });
  const changes = { prepared: true, file: false, noFence: throws.chance(30), paysAgain: throws.chance(50) };
  return { seed, setting: { ...setting, ...changes, reconciles: throws.chance(50) }, visits: [PAYER], items };
};

/**
 * People say void with a number that nobody's settlement has: of what came after its own 2601, or of what a centre that
 * wants a number, and refuses the 2601, cannot be asked about. Then somebody pays.
 */
const typed: Recipe = (seed, throws, setting) => {
  const queryNeedsSetlId = throws.chance(40);
  const items: Item[] = [net(throws, 'centre', '2207', 1, queryNeedsSetlId ? 'lostAfter' : 'overtaken')];
  for (let nth = 1; nth <= MOST_UNDONE && queryNeedsSetlId; nth++) {
    items.push(net(throws, 'centre', '2601', nth, 'businessRefusal'));
  }
  const how = { ...staffOf(throws), says: 'void', brings: 'wrong', who: 'two' } as const;
  const at = throws.between(100_000, 360_000);
  items.push({ is: 'staff', at, ...how, paysAfter: throws.between(1000, 60_000) });
  const changes = { prepared: true, file: false, noFence: !queryNeedsSetlId, queryNeedsSetlId, paysAgain: true };
  return { seed, setting: { ...setting, ...changes, reconciles: false }, visits: [PAYER], items };
};

/** One percent of the plans each, from the third on; most plans have none. */
const RARE: readonly Recipe[] = [typed, adopted, overruled, untold, effectTwice, refusedThough, goneAgain, unsoundOnce];

/** Percent of the plans in which the hospital's own system bills, after those. */
const BY_CLIENT = 6;
/** One percent each, after those: what is made on purpose at the counter. */
const AT_COUNTER: readonly Recipe[] = [raced, refundUnheard];

/** The recipe for a throw of [0, 100), or null. */
export function recipeOf(percent: number): Recipe | null {
  if (percent < 2) return ruledOn;
  const rare = RARE[percent - 2];
  if (rare !== undefined) return rare;
  const beyond = percent - 2 - RARE.length - BY_CLIENT;
  return beyond < 0 ? billedByClient : (AT_COUNTER[beyond] ?? null);
}
