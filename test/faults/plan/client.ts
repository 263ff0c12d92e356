import { processDeaths } from './deaths.ts';
import type { Dice } from './dice.ts';
import { net, UNSURE } from './network.ts';
import { PAYER } from './payer.ts';
import type { ClientOrder, Item } from './plan.ts';
import type { Recipe } from './recipe.ts';

/** What becomes of a stay beside its money. */
const STAY_KEYS = ['2401', '2301', '2402', '2303', '2405', '2302', '2404', '5201', '5303'];
const VISIT_KEYS = ['2201', '2204', '2206', '2205', '2202'];

function orderOf(throws: Dice): ClientOrder {
  const stay = throws.chance(60);
  const refunds = throws.weighted({ nothing: 3, admission: 4, settlement: stay ? 4 : 0 });
  return {
    person: throws.below(2),
    stay,
    byDays: stay && throws.chance(50),
    asksTwice: throws.chance(25),
    patience: throws.chance(25) ? throws.between(20, 4000) : 60_000,
    refunds,
    rebills: refunds !== 'nothing' && throws.chance(60),
  };
}

/** What meets the messages of such a bill. */
function troubles(throws: Dice, { stay, refunds }: ClientOrder): Item[] {
  const items: Item[] = [];
  const meet = (target: 'centre' | 'his', key: string, nth: number): void => {
    items.push(net(throws, target, key, nth, throws.weighted(UNSURE)));
  };
  const [settle, refund] = stay ? ['2304', '2305'] : ['2207', '2208'];
  if (throws.chance(60)) meet('centre', settle, 1);
  for (let nth = 1; nth <= 3 && refunds !== 'nothing' && throws.chance(55); nth++) meet('centre', refund, nth);
  for (const key of stay ? STAY_KEYS : VISIT_KEYS) if (throws.chance(16)) meet('centre', key, throws.between(1, 2));
  for (const key of ['5203', '2601']) {
    for (let nth = 1; nth <= 4 && throws.chance(25); nth++) meet('centre', key, nth);
  }
  for (const key of ['hold', 'settled', 'refunded', 'released']) if (throws.chance(8)) meet('his', key, 1);
  return items;
}

/**
 * The hospital's system bills at the terminal: a visit or a stay, asked twice, gone before its answer, given back, billed
 * anew; sometimes two of them have the same bill, or a person before the terminal has it too.
 */
export const billedByClient: Recipe = (seed, throws, setting) => {
  const order = orderOf(throws);
  const items: Item[] = [{ is: 'client', at: throws.between(200, 3000), ...order }, ...troubles(throws, order)];
  if (throws.chance(25)) {
    const rival = { ...orderOf(throws), person: order.person, stay: order.stay };
    items.push({ is: 'client', at: throws.between(200, 30_000), ...rival });
  }
  items.push(...processDeaths(throws));
  if (throws.chance(10)) items.push({ is: 'linkDown', target: 'centre', at: throws.between(2000, 40_000), ms: 60_000 });
  const visits = throws.chance(25) ? [{ ...PAYER, thinks: throws.between(300, 2500) }] : [];
  const changes = { prepared: false, file: false, noFence: false, paysAgain: false };
  return { seed, setting: { ...setting, ...changes, reconciles: throws.chance(20) }, visits, items };
};
