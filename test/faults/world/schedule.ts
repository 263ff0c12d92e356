import { join } from 'node:path';
import { seededRandom } from '../../../common/kernel/seeded.ts';
import { dice } from '../plan/dice.ts';
import type { Item, Plan, Visit } from '../plan/plan.ts';
import { virtualClock } from './clock.ts';
import { type OtherSides, otherSides } from './other-sides.ts';
import { siteProfile } from './profile.ts';
import { type Evidence, recorder } from './record.ts';
import { type Terminal, terminal } from './terminal.ts';
import { weather } from './weather.ts';

/** The people may come and go for this long, ms; then the sky clears. */
const OPEN_MS = 20 * 60_000;
/** After that everything must come to rest within this. */
const REST_MS = 5 * 3_600_000;

/** A world at rest, with all that led there. */
export interface Outcome {
  readonly plan: Plan;
  readonly evidence: Evidence;
  readonly sides: OtherSides;
  readonly terminals: readonly Terminal[];
  /** Nothing was left to do when it ended. */
  readonly rested: boolean;
  readonly elapsed: number;
}

/** What one worker uses for one schedule after the other. */
export interface Stage {
  run<T>(plan: Plan, judge: (outcome: Outcome) => T): Promise<T>;
  close(): void;
}

/** `scratch`: a folder of this worker's own, for the few journals that are files. */
export function createStage(scratch: string): Stage {
  const sides = otherSides();
  return {
    run: (plan, judge) => runSchedule(plan, sides, scratch, judge),
    close: () => sides.close(),
  };
}

async function runSchedule<T>(
  plan: Plan,
  sides: OtherSides,
  scratch: string,
  judge: (outcome: Outcome) => T,
): Promise<T> {
  const { seed, setting, visits, items } = plan;
  const clock = virtualClock();
  const record = recorder(clock.monotonic);
  sides.begin(setting, clock.truth, seed);
  if (setting.deduplicate) record.fault('deduplicating');
  if (setting.infcodeAs === 'number') record.fault('infcodeAsNumber');
  if (setting.notFoundAs === 'refusal') record.fault('refusesNotFound');
  const sky = weather({ clock, throws: dice(seed ^ 0x77aa), record, apps: () => sides.apps }, items);

  const stands = new Map<string, boolean>();
  const standsAtCentre = (messageId: string): boolean => {
    const known = stands.get(messageId);
    if (known === true) return true;
    const row = sides.ledger.settlementByMessage(messageId, false);
    const found = row !== null && row.state !== 'reversed';
    stands.set(messageId, found);
    return found;
  };
  const build = (number: number, whose: readonly Visit[], what: readonly Item[], file: string | null): Terminal =>
    terminal(
      {
        number,
        clock,
        random: seededRandom(seed * 16 + number),
        record,
        profile: siteProfile(setting, number),
        weather: sky,
        standsAtCentre,
        place: { file, reopens: setting.file || setting.reopens },
      },
      whose,
      what,
    );
  const file = setting.file ? join(scratch, `journal-${seed}.db`) : null;
  const first = build(0, visits, items, file);
  const terminals = [first];
  first.start();

  for (const item of items) {
    switch (item.is) {
      case 'clock':
        clock.after(item.at, () => {
          record.fault(item.by < 0 ? 'clockBack' : 'clockForward');
          clock.shift(item.by);
          for (const one of terminals) one.process()?.clockSet(item.by);
        });
        break;
      case 'suspend':
        clock.after(item.at, () => {
          record.fault('suspend');
          clock.sleepFor(item.ms);
          sky.breakAll();
        });
        break;
      case 'secondInstance':
        clock.after(item.at, () => {
          record.fault('secondInstance');
          first.secondInstance();
        });
        break;
      case 'otherTerminal':
        clock.after(item.at, () => {
          const [visit] = visits;
          if (visit === undefined || terminals.length > 1) return;
          record.fault('otherTerminal');
          const second = build(1, [{ ...visit, retries: 1 }], [], null);
          terminals.push(second);
          second.start();
        });
        break;
      default:
    }
  }

  const look = (): void => {
    for (const one of terminals) one.look();
  };
  await clock.run(OPEN_MS, () => {
    look();
    return terminals.every((one) => one.persona.over() && one.process() !== null && settledNow(one));
  });

  record.say('the sky clears');
  sky.clear();
  clock.shift(-clock.skew());
  for (const one of terminals) one.clear();
  if (setting.restartsAtEnd) for (const one of terminals) one.process()?.kill();
  let looked = 0;
  const calm = await clock.run(REST_MS, () => {
    look();
    looked += 1;
    return looked % 8 === 0 && terminals.every(atRest);
  });
  const rested = calm || terminals.every(atRest);
  const result = judge({ plan, evidence: record.evidence, sides, terminals, rested, elapsed: clock.monotonic() });
  for (const one of terminals) one.process()?.kill();
  await clock.run(0, () => false);
  for (const one of terminals) one.disk.remove();
  return result;
}

/** Nobody waits for anything here: the people may as well see the end of the day. */
function settledNow(one: Terminal): boolean {
  const process = one.process();
  return process !== null && process.journal.settlements.open().length === 0;
}

/** Everything that was begun is over, and everybody who is to be told has been told. */
function atRest(one: Terminal): boolean {
  const process = one.process();
  if (process === null) return false;
  const { journal } = process;
  if (journal.settlements.open().length > 0 || journal.settlements.toVerify().length > 0) return false;
  if (journal.visits.unfinished().length > 0) return false;
  const { waiting, inFlight } = journal.outbox.counts();
  return waiting + inFlight === 0 && process.runner.state().printing === null;
}
