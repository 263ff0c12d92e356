import { processDeaths } from './deaths.ts';
import { type Dice, dice } from './dice.ts';
import { aroundMoney, elsewhere, net } from './network.ts';
import type { Item, Plan, Setting, Visit } from './plan.ts';
import { recipeOf } from './recipes.ts';
import { staffOf } from './staff.ts';

/** The plan of a seed. Most of what goes wrong goes wrong near the money, or little of it would be tried. */
export function makePlan(seed: number): Plan {
  const throws = dice(seed);
  const recipe = recipeOf(dice(seed ^ 0x2b9d).below(100));
  if (recipe !== null) return recipe(seed, throws, settingOf(throws, []));
  if (throws.chance(FOCUSED)) return focused(seed, throws);
  const count = throws.chance(75) ? 1 : throws.between(2, 3);
  const visits = Array.from({ length: count }, (_, index) => visitOf(throws, index));
  const items = [
    ...aroundMoney(throws),
    ...elsewhere(throws),
    ...processDeaths(throws),
    ...machine(throws),
    ...hands(throws, visits.length),
    ...away(dice(seed ^ 0x3a7e)),
  ];
  const setting = settingOf(throws, items);
  // Where a centre keeps no fences, what matters is the message that they would have stopped.
  const overtaken = net(throws, 'centre', '2207', 1, 'overtaken');
  return { seed, setting, visits, items: setting.noFence && throws.chance(70) ? [overtaken, ...items] : items };
}

/** Percent of the plans that know nothing but one prepared payment, its messages and its process. */
const FOCUSED = 75;

function focused(seed: number, throws: Dice): Plan {
  const items = [...aroundMoney(throws), ...processDeaths(throws)];
  const setting = { ...settingOf(throws, items), prepared: true, noFence: false, reconciles: false };
  const visit = { ...visitOf(throws, 0), retries: throws.chance(25) ? 1 : 0 };
  return { seed, setting, visits: [visit], items };
}

function visitOf(throws: Dice, index: number): Visit {
  // The second comer is often the first one again, with the same bill: that is where money is paid twice.
  const again = index > 0 && throws.chance(60);
  const person = again ? 0 : throws.below(3);
  return {
    person: index === 0 ? 0 : person,
    encounter: index === 0 || again || throws.chance(70) ? 0 : 1,
    toggles: throws.chance(12),
    retries: throws.chance(50) ? 0 : throws.between(1, 2),
    thinks: throws.between(200, 2500),
    leaves: throws.chance(75) ? 'atOnce' : 'slowly',
  };
}

/** What can only happen before the split. */
function isEarly(item: Item): boolean {
  if (item.is === 'net')
    return item.key !== '2207' && item.key !== '5203' && item.key !== '2601' && !LATER.has(item.key);
  // By then the person stands before the split.
  if (item.is === 'away') return item.at < SPLIT_BY_MS;
  return item.is === 'hand' && EARLY_SCREENS.has(item.at);
}
const LATER = new Set(['settled', 'released', 'refunded', 'records', '2208', '2205', '2202']);
const SPLIT_BY_MS = 10_000;
const EARLY_SCREENS = new Set(['readingCard', 'lookingUp', 'whoYouAre', 'visit', 'preparing']);

function settingOf(throws: Dice, items: readonly Item[]): Setting {
  const file = items.some((item) => item.is === 'secondInstance');
  const noFence = throws.chance(4);
  return {
    noFence,
    deduplicate: throws.chance(15),
    infcodeAs: throws.chance(12) ? 'number' : 'string',
    notFoundAs: throws.chance(15) ? 'refusal' : 'empty',
    accountInsideFunds: throws.chance(10),
    queryNeedsSetlId: throws.chance(8),
    pin: throws.chance(15),
    printer: !throws.chance(5),
    file,
    prepared: !file && throws.chance(85) && !items.some(isEarly),
    reopens: throws.chance(2),
    restartsAtEnd: throws.chance(18),
    reverses: throws.chance(12),
    reconciles: noFence || throws.chance(1),
    comparesLast: false,
    rules: throws.chance(60),
    paysAgain: false,
    balance: throws.pick([0, 4000, 200_000]),
  };
}

const HOUR = 3_600_000;

/** Clock, sleep, printer, a second start. */
function machine(throws: Dice): Item[] {
  const items: Item[] = [];
  if (throws.chance(9)) {
    const by = throws.pick([-HOUR, -30_000, -24 * HOUR, 40_000, 2 * HOUR, 26 * HOUR]);
    items.push({ is: 'clock', at: throws.between(0, 120_000), by });
  }
  if (throws.chance(4))
    items.push({ is: 'suspend', at: throws.between(0, 90_000), ms: throws.between(60_000, 30 * HOUR) });
  if (throws.chance(22)) {
    items.push({
      is: 'print',
      nth: throws.between(1, 2),
      how: throws.pick(['offline', 'unknown', 'unknownPrinted', 'slow']),
    });
  }
  if (throws.chance(3)) {
    items.push({ is: 'keysForgotten', key: throws.pick(['records', 'settled'] as const), nth: throws.between(1, 2) });
  }
  if (throws.chance(6)) items.push({ is: 'staff', at: throws.between(20_000, 240_000), ...staffOf(throws) });
  if (throws.chance(1)) items.push({ is: 'secondInstance', at: throws.between(1000, 60_000) });
  return items;
}

/** Parts that are gone for a while: mostly near the payment, and sometimes in its aftermath. */
function away(throws: Dice): Item[] {
  const items: Item[] = [];
  for (const what of ['readerUnplugged', 'hostDies', 'screenDies', 'journalGone'] as const) {
    if (!throws.chance(7)) continue;
    const at = throws.chance(70) ? throws.between(0, 16_000) : throws.between(16_000, 120_000);
    items.push({ is: 'away', what, at, ms: throws.between(200, 6000) });
  }
  return items;
}

const SCREENS = [
  'readingCard',
  'lookingUp',
  'whoYouAre',
  'visit',
  'preparing',
  'split',
  'confirm',
  'working',
  'done',
  'unknown',
  'notPaid',
] as const;

/** What a person does that no screen asks for. */
function hands(throws: Dice, visits: number): Item[] {
  if (!throws.chance(32)) return [];
  const visit = throws.below(visits);
  const does = throws.pick(['cardOut', 'cardSwapped', 'doubleTap', 'doubleTap'] as const);
  const at =
    does === 'doubleTap'
      ? throws.pick(['confirm', 'confirm', 'confirm', 'split', 'notPaid', 'visit'] as const)
      : throws.pick(SCREENS);
  return [
    { is: 'hand', visit, at, does, ms: does === 'doubleTap' ? throws.between(0, 2000) : throws.between(0, 8000) },
  ];
}
