import { AT_COUNTER, strikes } from './client.ts';
import { comes, meet, orderOf, QUIET, troubles } from './client-situations.ts';
import { net } from './network.ts';
import type { Caller } from './order.ts';
import type { Item } from './plan.ts';
import type { Recipe } from './recipe.ts';

const CALLERS: readonly Caller[] = ['desk', 'his-a', 'his-b'];

/**
 * Desk and both systems come for one stay within half a second: it is admitted by one of them, and each tells of it,
 * discharges it and wants to settle it. Somebody meddles with it just then, or comes late and finds it settled.
 */
export const raced: Recipe = (seed, throws, setting) => {
  const person = throws.below(2);
  const begins = throws.between(300, 1500);
  const left = [...CALLERS];
  const racers = CALLERS.map(() => left.splice(throws.below(left.length), 1)[0] ?? 'desk');
  const items: Item[] = racers.slice(0, throws.chance(70) ? 3 : 2).map((caller) => {
    const changes = throws.weighted({ never: 6, before: 1, beside: 2 });
    const order = orderOf(throws, { caller, person, stay: true, wants: 'bill', changes, asksTwice: throws.chance(40) });
    return comes(begins + throws.between(0, 500), order);
  });
  const other = orderOf(throws, { ...QUIET, caller: throws.pick(CALLERS), person, stay: true, wants: 'meddle' });
  if (throws.chance(40)) items.push(comes(begins + throws.between(500, 8000), other));
  if (throws.chance(30)) {
    const late = orderOf(throws, { caller: throws.pick(CALLERS), person, stay: true, wants: 'bill' });
    items.push(comes(begins + throws.between(15_000, 60_000), late));
  }
  // What they race for takes its time, or they would seldom meet.
  for (const key of ['2401', '2301', '2402', '2303', '2304']) {
    if (throws.chance(35)) items.push(net(throws, 'centre', key, 1, throws.weighted({ slow: 3, slowDrip: 1 })));
  }
  if (throws.chance(50)) items.push(meet(throws, throws.pick(['2402', '2303', '2304', '2405']), 1));
  const changes = { ...AT_COUNTER, reconciles: throws.chance(20) };
  return { seed, setting: { ...setting, ...changes }, visits: [], items: [...items, ...strikes(throws)] };
};

/**
 * A bill is given back, and the answer to its 2208 or 2305 is lost: 5203 says that it is, and not under which number. The
 * day's books are compared, before or after the process has died over it, and once more when all have gone.
 */
export const refundUnheard: Recipe = (seed, throws, setting) => {
  const stay = throws.chance(50);
  const refunds = stay ? throws.pick(['admission', 'settlement'] as const) : 'admission';
  const caller = throws.pick(CALLERS);
  const order = orderOf(throws, { caller, stay, wants: 'bill', refunds, deaf: false, patience: 60_000 });
  const items: Item[] = [comes(throws.between(200, 2000), order)];
  const lost = throws.weighted({ lostAfter: 6, resetAfter: 2, http500Committed: 1, halfBody: 1 });
  items.push(net(throws, 'centre', stay ? '2305' : '2208', 1, lost));
  if (throws.chance(40)) items.push(...troubles(throws, { ...order, refunds: 'nothing' }));
  if (throws.chance(50)) items.push({ is: 'reconcile', at: throws.between(10_000, 120_000) });
  for (const key of ['3201', '9101', '3202', '9102']) if (throws.chance(15)) items.push(meet(throws, key, 1));
  const all = throws.chance(40) ? [...items, ...strikes(throws)] : items;
  const compares = { reconciles: throws.chance(80), comparesLast: true };
  return { seed, setting: { ...setting, ...AT_COUNTER, ...compares }, visits: [], items: all };
};
