import { join } from 'node:path';
import { dice } from '../plan/dice.ts';
import type { Item, Plan } from '../plan/plan.ts';
import { staffOf } from '../plan/staff.ts';
import { type Beginning, beginnings } from './beginnings.ts';
import { buildWorld, type Places, type World } from './build.ts';
import type { Client } from './client.ts';
import { writeClients } from './clients-file.ts';
import { again, comes, happen } from './happen.ts';
import type { OtherSides } from './other-sides.ts';
import type { Evidence } from './record.ts';
import { reconcile, rule } from './staff.ts';
import { takeDown } from './take-down.ts';
import type { Terminal } from './terminal.ts';

/** The people may come and go for this long, ms; then the sky clears. */
const OPEN_MS = 10 * 60_000;
/** How long an outcome that is still open is waited for after the last person has gone. */
const AFTERMATH_MS = 4 * 60_000;
/** After that everything must come to rest within this. */
const REST_MS = 5 * 3_600_000;
/** Where centre and messages go their own ways, nothing that was sent is under way any longer after this, ms. */
const STRAYS_MS = 15 * 60_000;
/** So long after a 2601 nobody is heard who says that its settlement stands, ms. */
const UNHEARD_MS = 5 * 60_000;
/** A client that went without its answer is waited for less long than this; then people are called, ms. */
const WAITED_FOR_MS = 20 * 60_000;
/** Looks between two questions whether all is at rest. */
const LOOKS = 4;

/** A world at rest, with all that led there. */
export interface Outcome {
  readonly plan: Plan;
  readonly evidence: Evidence;
  readonly sides: OtherSides;
  readonly terminals: readonly Terminal[];
  /** Nothing was left to do when it ended. */
  readonly rested: boolean;
}

/** What one worker uses for one schedule after the other. */
export interface Stage {
  run<T>(plan: Plan, judge: (outcome: Outcome) => T): Promise<T>;
}

/** `scratch`: a folder of this worker's own, for the few journals that are files. */
export function createStage(scratch: string): Stage {
  const known = beginnings();
  let clients: string | null = null;
  const clientsFile = (): string => {
    clients ??= writeClients(scratch);
    return clients;
  };
  return {
    async run(plan, judge) {
      const beginning = await known.of(plan.setting);
      const first = beginning.place(plan.setting, join(scratch, `journal-${plan.seed}.db`));
      try {
        return await runSchedule(plan, beginning, { first, another: beginning.another, clientsFile }, judge);
      } finally {
        beginning.rewind();
      }
    },
  };
}

async function runSchedule<T>(
  plan: Plan,
  { sides, prelude }: Beginning,
  places: Places,
  judge: (outcome: Outcome) => T,
): Promise<T> {
  const world = buildWorld(plan, sides, places, prelude);
  const { clock, record, terminals } = world;
  for (const one of terminals) one.start();
  let clear = false;
  const clients: Client[] = [];
  for (const item of plan.items) {
    happen(world, plan, item, () => clear);
    if (item.is === 'client') comes(world, sides, item, clients);
  }

  const look = (): void => {
    for (const one of terminals) one.look();
  };
  let goneAt: number | null = null;
  const [begun, busy] = [clock.monotonic(), busyFor(plan.items)];
  await clock.run(OPEN_MS, () => {
    look();
    if (!terminals.every((one) => one.persona.over() && one.process() !== null)) return false;
    if (clock.monotonic() - begun < busy || !clients.every((one) => one.over())) return false;
    goneAt ??= clock.monotonic();
    return terminals.every(isSettled) || clock.monotonic() - goneAt > AFTERMATH_MS;
  });

  record.say('the sky clears');
  clear = true;
  world.weather.clear();
  clock.shift(-clock.skew());
  for (const one of terminals) one.clear();
  for (const one of clients) one.leave();
  // Whoever has gone for good has taken her card along.
  world.counter?.hardware.remove();
  if (plan.setting.restartsAtEnd) for (const one of terminals) one.process()?.kill();
  let rested = await comeToRest(world, look);
  if (plan.setting.reconciles) {
    for (const one of terminals) await until(world, reconcile(one, world));
    rested = await comeToRest(world, look);
  }
  if (plan.setting.rules) {
    const throws = dice(plan.seed ^ 0x51af);
    const how = staffOf(throws);
    // Late enough for them to be heard, early enough for a message that goes its own way to come after them.
    if (plan.setting.noFence) await clock.run(UNHEARD_MS, () => false);
    for (const one of terminals) await until(world, rule(one, { ...world, throws, how }));
    rested = await comeToRest(world, look);
  }
  if (clients.length > 0) {
    // Whoever never comes back has been waited for by then.
    await clock.run(WAITED_FOR_MS, () => false);
    for (const one of clients) await until(world, one.closeBooks());
    rested = await comeToRest(world, look);
  }
  if (plan.setting.paysAgain) {
    const [first] = terminals;
    first?.comeAgain(again(plan));
    await clock.run(OPEN_MS, () => {
      look();
      return first?.persona.over() ?? true;
    });
    first?.persona.leave();
    rested = await comeToRest(world, look);
  }
  if (plan.setting.reconciles && plan.setting.noFence) {
    await clock.run(STRAYS_MS, () => false);
    for (const one of terminals) await until(world, reconcile(one, world));
    rested = await comeToRest(world, look);
  }
  if (plan.setting.comparesLast) {
    for (const one of terminals) await until(world, reconcile(one, world));
    rested = await comeToRest(world, look);
  }
  const result = judge({ plan, evidence: record.evidence, sides, terminals, rested });
  await takeDown(world);
  return result;
}

/** How long people have something to do with the journal or its lists, ms. */
function busyFor(items: readonly Item[]): number {
  const ends = items.map((item) => {
    if (item.is === 'staff') return item.at + (item.paysAfter ?? 0);
    if (item.is === 'journalLost') return item.at + item.ms;
    return item.is === 'reconcile' || item.is === 'client' || item.is === 'comes' ? item.at + 1 : 0;
  });
  return Math.max(0, ...ends);
}

/** Lets time pass until something that was begun has ended. */
async function until({ clock }: World, work: Promise<unknown>): Promise<void> {
  let over = false;
  const end = (): void => {
    over = true;
  };
  work.then(end, end);
  await clock.run(REST_MS, () => over);
}

async function comeToRest({ clock, record, terminals, weather }: World, look: () => void): Promise<boolean> {
  let looks = 0;
  const calm = await clock.run(REST_MS, () => {
    look();
    looks += 1;
    return looks % LOOKS === 0 && weather.quiet() && terminals.every((one) => underWay(one) === null);
  });
  const left = calm ? [] : terminals.flatMap((one) => underWay(one) ?? []);
  if (left.length > 0) record.say(`no rest: ${left.join(', ')}`);
  return left.length === 0;
}

function isSettled(one: Terminal): boolean {
  return one.process()?.journal.settlements.open().length === 0;
}

/** What is still under way, or null: everything that was begun is over, and everybody who is to be told has been told. */
function underWay(one: Terminal): string | null {
  const process = one.process();
  if (process === null) return 'no process';
  if (process.runner.state().printing !== null) return 'a slip';
  const { journal } = process;
  const { waiting, inFlight } = journal.outbox.counts();
  if (waiting + inFlight > 0) return `${waiting + inFlight} queue rows`;
  if (journal.settlements.open().length > 0) return 'a settlement';
  if (journal.settlements.toVerify().length > 0) return 'a last look after a fence';
  if (journal.refunds.open().some((refund) => refund.state !== 'stopped')) return 'a refund';
  return journal.visits.unfinished().length === 0 ? null : 'a preparation';
}
