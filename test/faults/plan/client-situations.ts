import type { Dice } from './dice.ts';
import { net, UNSURE } from './network.ts';
import type { Caller, ClientOrder } from './order.ts';
import { PAYER } from './payer.ts';
import type { Item, Plan } from './plan.ts';

/** Situations at the counter. Each takes chance's word for all that it does not need. */
export type Situation = (throws: Dice) => Pick<Plan, 'visits' | 'items'>;

const CALLERS: readonly Caller[] = ['desk', 'his-a', 'his-b'];
/** What becomes of a stay, or of a visit, beside its money. */
const STAY_KEYS = ['2401', '2301', '2402', '2303', '2405', '2302', '2404', '5201', '5303'];
const VISIT_KEYS = ['2201', '2204', '2206', '2205', '2202'];

export function orderOf(throws: Dice, fixed: Partial<ClientOrder>): ClientOrder {
  const stay = fixed.stay ?? throws.chance(50);
  const refunds = throws.weighted({ nothing: 4, admission: 4, settlement: stay ? 4 : 0 });
  const person = throws.below(2);
  const isStayByDays = stay && throws.chance(50);
  const asksTwice = throws.chance(25);
  return {
    caller: 'his-a',
    person,
    stay,
    wants: 'bill',
    // Who makes its calls twice tells of a visit step by step: chance is not asked for that.
    byDays: stay ? isStayByDays : asksTwice,
    asksTwice,
    patience: throws.chance(25) ? throws.between(20, 4000) : 60_000,
    deaf: throws.chance(12),
    away: throws.chance(8) ? null : throws.between(500, 20_000),
    refunds,
    rebills: refunds !== 'nothing' && throws.chance(60),
    changes: 'never',
    ...fixed,
  };
}

export const QUIET = { refunds: 'nothing', rebills: false, patience: 60_000, asksTwice: false } as const;

export const comes = (at: number, order: ClientOrder): Item => ({ is: 'client', at, ...order });
export const meet = (throws: Dice, key: string, nth: number): Item =>
  net(throws, 'centre', key, nth, throws.weighted(UNSURE));

/** What meets the messages of such a bill. */
export function troubles(throws: Dice, { stay, refunds }: ClientOrder): Item[] {
  const items: Item[] = [];
  const [settle, refund] = stay ? ['2304', '2305'] : ['2207', '2208'];
  if (throws.chance(60)) items.push(meet(throws, settle, 1));
  for (let nth = 1; nth <= 3 && refunds !== 'nothing' && throws.chance(55); nth++)
    items.push(meet(throws, refund, nth));
  for (const key of stay ? STAY_KEYS : VISIT_KEYS)
    if (throws.chance(16)) items.push(meet(throws, key, throws.between(1, 2)));
  for (const key of ['5203', '2601'])
    for (let nth = 1; nth <= 4 && throws.chance(25); nth++) items.push(meet(throws, key, nth));
  for (const key of ['hold', 'settled', 'refunded', 'released'])
    if (throws.chance(8)) items.push(net(throws, 'his', key, 1, throws.weighted(UNSURE)));
  return items;
}

/** Somebody gives back what stands of it, behind whoever settled it: the desk mostly. */
const givesBack = (throws: Dice, at: number, { person, stay }: ClientOrder): Item => {
  const refunds = throws.pick(['admission', 'settlement'] as const);
  return comes(at, orderOf(throws, { ...QUIET, caller: 'desk', person, stay, wants: 'giveBack', refunds }));
};

/** One bills: asked twice, gone before its answer, given back, billed anew; at times beside a rival or the kiosk. */
export const billed: Situation = (throws) => {
  const order = orderOf(throws, { caller: throws.pick(CALLERS) });
  const items = [comes(throws.between(200, 3000), order), ...troubles(throws, order)];
  if (throws.chance(35)) {
    const { person, stay } = order;
    const rival = orderOf(throws, { caller: throws.pick(CALLERS), person, stay });
    items.push(comes(throws.between(200, 30_000), rival));
  }
  const atKiosk = { ...PAYER, person: order.person, thinks: throws.between(300, 2500) };
  return { visits: throws.chance(25) ? [atKiosk] : [], items };
};

/** A stale list: it is paid by one, and another bills it; some preparations fail, and some of the money goes back. */
export const paidBefore: Situation = (throws) => {
  const person = throws.below(2);
  const first = throws.pick(['kiosk', 'desk', 'his-a'] as const);
  const stay = first !== 'kiosk' && throws.chance(30);
  const others = CALLERS.filter((caller) => caller !== first);
  const order = orderOf(throws, { ...QUIET, caller: throws.pick(others), person, stay });
  const at = throws.between(20_000, 50_000);
  const items = [comes(at, order)];
  if (first !== 'kiosk')
    items.push(comes(throws.between(200, 2000), orderOf(throws, { ...QUIET, caller: first, person, stay })));
  if (throws.chance(15) && !stay && first !== 'kiosk') items.push({ is: 'comes', at: at + 5000, person });
  if (throws.chance(20)) items.push(meet(throws, stay ? '2304' : '2207', 1));
  const wanted = stay ? ['5201', '2303', '2304'] : ['2201', '2203', '2204', '2206', '2207'];
  if (throws.chance(55)) items.push(net(throws, 'centre', throws.pick(wanted), 2, throws.weighted(UNSURE)));
  if (throws.chance(60)) items.push(givesBack(throws, at + throws.between(3000, 60_000), order));
  return { visits: first === 'kiosk' ? [{ ...PAYER, person }] : [], items };
};

/** A key is left without an end: the process dies over it, or the disk keeps no refusal. Somebody else then bills it. */
export const keyLeft: Situation = (throws) => {
  const away = throws.between(25_000, 110_000);
  const order = orderOf(throws, { ...QUIET, caller: 'his-a', away, byDays: false });
  const { person, stay } = order;
  const items: Item[] = [];
  if (throws.chance(70)) {
    items.push({ is: 'strike', of: 'key', how: 'after', nth: 1, times: 1 });
    items.push(comes(500, order));
  } else {
    items.push({ is: 'strike', of: 'answer', how: throws.pick(['full', 'io', 'before']), nth: 1, times: 1 });
    items.push(net(throws, 'centre', stay ? '2304' : '2207', 1, throws.pick(['businessRefusal', 'refused', 'dns'])));
    items.push(comes(500, { ...order, patience: throws.between(500, 3000) }));
  }
  const at = throws.between(8000, 20_000);
  const next = stay ? throws.pick(['desk', 'his-b'] as const) : throws.pick(['desk', 'kiosk', 'his-b'] as const);
  if (next === 'kiosk') items.push({ is: 'comes', at, person });
  else items.push(comes(at, orderOf(throws, { ...QUIET, caller: next, person, stay })));
  return { visits: [], items };
};

/** A client goes without its answer, or the answer is not kept; it is given back before the key comes again. */
export const goneBetween: Situation = (throws) => {
  const isUnkept = throws.chance(40);
  const patience = isUnkept ? 60_000 : throws.between(20, 4000);
  const away = throws.between(20_000, 120_000);
  const order = orderOf(throws, { ...QUIET, caller: throws.pick(['his-a', 'his-b']), patience, away });
  const items = [comes(throws.between(200, 1000), order)];
  const how = throws.pick(['before', 'full', 'io'] as const);
  if (isUnkept) items.push({ is: 'strike', of: 'answer', how, nth: 1, times: throws.between(1, 3) });
  if (throws.chance(40)) items.push(meet(throws, order.stay ? '2304' : '2207', 1));
  if (throws.chance(30)) items.push(meet(throws, order.stay ? '2305' : '2208', 1));
  items.push(givesBack(throws, throws.between(4000, 30_000), order));
  return { visits: [], items };
};

/** A stay of which a line more is told once its bill is quoted; the quote is settled all the same. */
export const linesChanged: Situation = (throws) => {
  const caller = throws.pick(['his-a', 'his-a', 'desk'] as const);
  const changes = throws.pick(['before', 'before', 'beside'] as const);
  const order = orderOf(throws, { caller, stay: true, changes, patience: 60_000 });
  const items = [comes(throws.between(200, 1000), order)];
  return { visits: [], items: throws.chance(30) ? [...items, ...troubles(throws, order)] : items };
};

/** A client tries what it can with a bill that another has in hand, or has settled. */
export const meddled: Situation = (throws) => {
  const caller = throws.pick(['his-a', 'his-a', 'desk'] as const);
  const order = orderOf(throws, { caller, stay: throws.chance(75), asksTwice: false });
  const { person, stay } = order;
  const items = [comes(throws.between(200, 1000), order)];
  items.push(
    comes(throws.between(1000, 8000), orderOf(throws, { ...QUIET, caller: 'his-b', person, stay, wants: 'meddle' })),
  );
  return { visits: [], items: throws.chance(30) ? [...items, ...troubles(throws, order)] : items };
};
