import { seededRandom } from '../../../common/kernel/seeded.ts';
import { dice } from '../plan/dice.ts';
import type { Item, Plan, Visit } from '../plan/plan.ts';
import { type VirtualClock, virtualClock } from './clock.ts';
import { type Counter, counter } from './counter.ts';
import type { Place } from './disk.ts';
import type { OtherSides } from './other-sides.ts';
import type { Prelude } from './prelude.ts';
import { siteProfile } from './profile.ts';
import { type Recorder, recorder } from './record.ts';
import { type Terminal, terminal } from './terminal.ts';
import { type Weather, weather } from './weather.ts';

/** Where a schedule that starts from a prepared visit begins, ms after the clock's own start. */
const PREPARED_AT_MS = 60_000;

/** Everything that a schedule moves about in. */
export interface World {
  readonly clock: VirtualClock;
  readonly record: Recorder;
  readonly weather: Weather;
  readonly terminals: readonly Terminal[];
  /** Desk and HIS API of the first terminal; null where nobody comes to it. */
  readonly counter: Counter | null;
  /** The machine sleeps: wall time goes on for everybody, no timer does, connections are gone. */
  sleep(ms: number): void;
  /** The centre takes back what stands there of this message, of its own accord. */
  takeBack(messageId: string): void;
  /** Another terminal of the same hospital, with a journal of its own. */
  addTerminal(visits: readonly Visit[]): void;
}

/** Where the journals of a schedule live: the first terminal's, and that of a second one. */
export interface Places {
  readonly first: Place;
  readonly another: () => Place;
  /** The file of the HIS API's clients, where there are any. */
  readonly clientsFile: () => string;
}

/** Builds a plan's world with its first terminal; nothing runs yet. `prelude`: where it starts from, if anywhere. */
export function buildWorld(plan: Plan, sides: OtherSides, places: Places, prelude: Prelude | null): World {
  const { seed, setting, visits, items } = plan;
  const clock = virtualClock(prelude === null ? 0 : PREPARED_AT_MS);
  const record = recorder(clock.monotonic);
  sides.serve(setting, clock.truth, seed);
  if (setting.deduplicate) record.fault('deduplicating');
  if (setting.infcodeAs === 'number') record.fault('infcodeAsNumber');
  if (setting.notFoundAs === 'refusal') record.fault('refusesNotFound');
  const sleep = (ms: number): void => {
    clock.sleepFor(ms);
    sky.breakAll();
  };
  const parts = {
    clock,
    throws: dice(seed ^ 0x77aa),
    record,
    sleep,
    apps: () => sides.apps,
    effectTwice: sides.effectTwice,
  };
  const sky: Weather = weather(parts, items);
  const standing = new Set<string>();
  const standsAtCentre = (messageId: string): boolean => {
    if (standing.has(messageId)) return true;
    const row = sides.ledger.settlementByMessage(messageId, false);
    const stands = row !== null && row.state !== 'reversed';
    if (stands) standing.add(messageId);
    return stands;
  };
  const desk = items.some(({ is }) => is === 'client') ? counter(clock, record, places.clientsFile()) : null;
  const terminals: Terminal[] = [];
  const add = (whose: readonly Visit[], what: readonly Item[], place: Place, from: Prelude | null): void => {
    const number = terminals.length;
    const own = {
      number,
      clock,
      random: seededRandom(seed * 16 + number),
      record,
      profile: siteProfile(setting, number, number === 0 ? desk?.clientsFile : null),
      counter: number === 0 ? desk : null,
      weather: sky,
      standsAtCentre,
      place,
      session: from,
    };
    terminals.push(terminal(own, whose, what));
  };
  add(visits, items, places.first, prelude);
  return {
    clock,
    record,
    weather: sky,
    terminals,
    counter: desk,
    sleep,
    takeBack(messageId) {
      if (!sides.takeBack(messageId)) return;
      record.evidence.takenBack.add(messageId);
      standing.delete(messageId);
      record.fault('takenBack');
    },
    addTerminal: (whose) => add(whose, [], places.another(), null),
  };
}
