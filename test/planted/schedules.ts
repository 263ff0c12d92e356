import type { NetKind } from '../faults/plan/kinds.ts';
import { makePlan } from '../faults/plan/make.ts';
import type { ClientOrder } from '../faults/plan/order.ts';
import type { Item, Plan } from '../faults/plan/plan.ts';

/** Which schedules of the faults lane a bug is shown to. */
export interface Schedules {
  /** How many: the first ones, from seed 1, whose plan `meets` what the bug needs in order to show. */
  readonly seeds: number;
  readonly meets: (plan: Plan) => boolean;
  /** What is added to each, where chance alone would seldom bring it together. */
  readonly change?: (plan: Plan) => Plan;
}

/** Looked at for plans that meet it; a meeting that is rarer is to be made with `change`. */
const MOST_SEEDS = 100_000;

export function plansOf({ seeds, meets, change = (plan) => plan }: Schedules): readonly Plan[] {
  const found: Plan[] = [];
  for (let seed = 1; seed <= MOST_SEEDS && found.length < seeds; seed++) {
    const plan = makePlan(seed);
    if (meets(plan)) found.push(change(plan));
  }
  if (found.length < seeds) throw new Error(`planted: only ${found.length} of ${MOST_SEEDS} plans meet it`);
  return found;
}

type Meets = Schedules['meets'];

const has =
  (wanted: (item: Item) => boolean): Meets =>
  ({ items }) =>
    items.some(wanted);

export const any: Meets = () => true;

export const all =
  (...every: readonly Meets[]): Meets =>
  (plan) =>
    every.every((one) => one(plan));

/** The first request of this name meets one of these. */
export const firstOf = (key: string, ...kinds: readonly NetKind[]): Meets =>
  has((item) => item.is === 'net' && item.key === key && item.nth === 1 && kinds.includes(item.kind));

export const item = (is: Item['is']): Meets => has((one) => one.is === is);

/** Somebody comes to the counter with an order like this. */
export const atCounter = (wanted: (order: ClientOrder) => boolean): Meets =>
  has((one) => one.is === 'client' && wanted(one));

/** The desk gives back what a client may have settled. */
export const givenBackBehind: Meets = all(
  atCounter(({ caller, wants }) => caller !== 'desk' && wants === 'bill'),
  atCounter(({ wants }) => wants === 'giveBack'),
);

/** What is asked at the counter is begun, and the process dies over its key. */
export const keyLeft: Meets = has((one) => one.is === 'strike' && one.of === 'key' && one.how === 'after');

/** The wall clock is set back. */
export const clockBack: Meets = has((one) => one.is === 'clock' && one.by < 0);

/** A printer that does not say what became of a slip. */
export const doubtfulPrint: Meets = has(
  (one) => one.is === 'print' && (one.how === 'unknown' || one.how === 'unknownPrinted'),
);

export const withPrinter: Meets = ({ setting }) => setting.printer;

const DISTURBS = new Set<Item['is']>(['kill', 'killAt', 'refuse', 'strike', 'lowSpace']);

/** The first visit is ready to be paid, and nothing kills the process or the disk: what is seen is the bug. */
export const undisturbed: Meets = ({ items }) => !items.some(({ is }) => DISTURBS.has(is));

/** 5203 is answered without a `setl_id`, in the plain way, by a centre that keeps its 2601. */
export const plainQueries: Meets = ({ setting }) =>
  !setting.queryNeedsSetlId && setting.notFoundAs === 'empty' && !setting.noFence;

const net = (key: string, nth: number, kind: NetKind, ms = 60_000): Item => ({
  is: 'net',
  target: 'centre',
  key,
  nth,
  kind,
  ms,
});

const without = (plan: Plan, key: string): readonly Item[] =>
  plan.items.filter((one) => !(one.is === 'net' && one.key === key));

/** A centre without fences, and a 2207 that arrives just after its own 2601, before the registration is undone. */
export const justTooLate = (plan: Plan): Plan => ({
  ...plan,
  setting: { ...plan.setting, noFence: true, queryNeedsSetlId: false },
  items: [...without(plan, '2207'), net('2207', 1, 'late', 31_000 + ((plan.seed * 97) % 2000))],
});

/** The first comer comes again with the same bill, while nobody answers what became of the first time. */
export const againWhileOpen = (plan: Plan): Plan => {
  const [first] = plan.visits;
  const silent = Array.from({ length: 12 }, (_, index) => net('5203', index + 1, 'lostBefore'));
  return {
    ...plan,
    visits: first === undefined ? [] : [first, { ...first, toggles: false }],
    items: [...plan.items.filter(({ is }) => is !== 'net'), net('2207', 1, 'lostBefore'), ...silent],
  };
};

/** Nothing but this: the clock is set back while a slip is being printed and nothing reaches the operator, so that rows of one settlement wait. */
export const clockWhileQueued = (plan: Plan): Plan => ({
  ...plan,
  items: [
    { is: 'print', nth: 1, how: 'slow' },
    { is: 'linkDown', target: 'operator', at: 0, ms: 240_000 },
    { is: 'clock', at: 4000 + ((plan.seed * 997) % 16_000), by: -30_000 },
  ],
});
