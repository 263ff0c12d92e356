import type { Dice } from './dice.ts';
import { ANSWERED, BROKEN, ENVELOPE, type NetKind, NOT_SENT } from './kinds.ts';
import type { Item, Target } from './plan.ts';

/** What a plan has for messages: how often each thing goes wrong, and where. */

export const UNSURE = {
  stalled: 6,
  lostBefore: 7,
  lostAfter: 18,
  late: 7,
  overtaken: 6,
  resetBefore: 3,
  resetAfter: 8,
  slowDrip: 3,
  halfBody: 5,
  http500: 2,
  http500Committed: 4,
  http404: 2,
  http409: 2,
  http429: 2,
  redirect: 2,
  garbage: 3,
  duplicate: 3,
  replayed: 3,
  nullOutput: 5,
  infcodeNumber: 3,
  businessRefusal: 6,
  systemError: 3,
  systemErrorCommitted: 4,
  wrongPerson: 4,
  wrongAmounts: 4,
  wrongMsgid: 3,
  dns: 2,
  refused: 4,
  tlsReset: 2,
  connectTimeout: 2,
  slow: 3,
} satisfies Partial<Record<NetKind, number>>;

export const net = (throws: Dice, target: Target, key: string, nth: number, kind: NetKind): Item => ({
  is: 'net',
  target,
  key,
  nth,
  kind,
  ms: kind === 'slow' ? throws.between(1000, 28_000) : throws.between(31_000, 200_000),
});

/** 2207, and what is asked when its answer is not known. */
export function aroundMoney(throws: Dice): Item[] {
  const items: Item[] = [];
  if (throws.chance(72)) items.push(net(throws, 'centre', '2207', 1, throws.weighted(UNSURE)));
  if (throws.chance(12)) items.push(net(throws, 'centre', '2207', 2, throws.weighted(UNSURE)));
  for (const [key, percent] of [
    ['5203', 24],
    ['2601', 30],
    ['9001', 4],
  ] as const) {
    for (let nth = 1; nth <= 4 && throws.chance(percent); nth++) {
      items.push(net(throws, 'centre', key, nth, throws.weighted(UNSURE)));
    }
  }
  return items;
}

const STEPS = ['9001', '1101', '2201', '2203', '2204', '2205', '2206', '2202', '5201'] as const;
const PLAIN: readonly NetKind[] = [...NOT_SENT, ...BROKEN, ...ANSWERED];
const CENTRAL: readonly NetKind[] = [...PLAIN, ...ENVELOPE];

/** The steps before the money, the HIS, the operator, whole links. */
export function elsewhere(throws: Dice): Item[] {
  const items: Item[] = [];
  if (throws.chance(12))
    items.push(net(throws, 'centre', throws.pick(STEPS), throws.between(1, 2), throws.pick(CENTRAL)));
  for (const key of ['hold', 'settled', 'released', 'unpaid'] as const) {
    const percent = key === 'settled' ? 22 : key === 'released' ? 10 : 3;
    if (throws.chance(percent)) items.push(net(throws, 'his', key, throws.between(1, 2), throws.pick(PLAIN)));
  }
  // Giving back goes the same way as paying, and fails the same way.
  if (throws.chance(12)) items.push(net(throws, 'centre', '2208', 1, throws.weighted(UNSURE)));
  if (throws.chance(3)) items.push(net(throws, 'his', 'refunded', 1, throws.pick(PLAIN)));
  if (throws.chance(25)) items.push(net(throws, 'operator', 'records', throws.between(1, 4), throws.pick(PLAIN)));
  if (throws.chance(12)) {
    const target = throws.pick(['centre', 'centre', 'his', 'operator'] as const);
    items.push({ is: 'linkDown', target, at: throws.between(0, 30_000), ms: throws.between(5000, 600_000) });
  }
  if (throws.chance(4)) items.push({ is: 'poisonRow', nth: throws.between(1, 3) });
  if (throws.chance(4)) items.push({ is: 'otherTerminal', at: throws.between(2000, 90_000) });
  return items;
}
