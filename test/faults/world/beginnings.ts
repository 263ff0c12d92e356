import type { Plan, Setting, Visit } from '../plan/plan.ts';
import { buildWorld, type Places } from './build.ts';
import { type TrialJournal, trialJournal } from './connection.ts';
import type { Place } from './disk.ts';
import { type OtherSides, otherSides } from './other-sides.ts';
import { type Prelude, readPrelude, replayPrelude } from './prelude.ts';
import { takeDown } from './take-down.ts';

/** Where schedules of one kind start from, for one after the other. */
export interface Beginning {
  readonly sides: OtherSides;
  readonly prelude: Prelude | null;
  /** Opens the schedule's world, to be closed by `rewind`. */
  place(setting: Setting, file: string): Place;
  /** An empty journal for another terminal of this schedule; there is one. */
  another(): Place;
  rewind(): void;
}

/** Worlds to start from, each made once: an empty day, or a visit that is prepared up to the split by a real run. */
export interface Beginnings {
  of(setting: Setting): Promise<Beginning>;
}

const FIRST: Visit = { person: 0, encounter: 0, toggles: false, retries: 0, thinks: 200, leaves: 'atOnce' };
const LONG_ENOUGH_MS = 60_000;

export function beginnings(): Beginnings {
  const made = new Map<string, Beginning>();
  const spare = onTrial(null);
  return {
    async of({ balance, accountInsideFunds, prepared }) {
      // Pad and printer leave no trace in what a preparation leaves behind.
      const key = [balance, prepared ? accountInsideFunds : 'empty'].join();
      const known = made.get(key);
      if (known !== undefined) return known;
      const setting: Setting = { ...PLAIN, balance, accountInsideFunds };
      const fresh = begin(otherSides(balance), prepared ? await makePrelude(setting) : null, spare);
      made.set(key, fresh);
      return fresh;
    },
  };
}

/** A journal on trial, made when it is first wanted. */
function onTrial(image: Buffer | null) {
  let journal: TrialJournal | null = null;
  let begun = false;
  return {
    begin(): Place {
      journal ??= trialJournal(image);
      journal.begin();
      begun = true;
      return { trial: journal };
    },
    rewind(): void {
      if (begun) journal?.rewind();
      begun = false;
    },
  };
}

function begin(sides: OtherSides, prelude: Prelude | null, spare: ReturnType<typeof onTrial>): Beginning {
  if (prelude !== null) replayPrelude(sides, prelude);
  const image = prelude?.image ?? null;
  const own = onTrial(image);
  return {
    sides,
    prelude,
    place(setting, file) {
      sides.begin();
      if (setting.file) return { file };
      return setting.reopens ? { image } : own.begin();
    },
    another: spare.begin,
    rewind() {
      sides.rewind();
      own.rewind();
      spare.rewind();
    },
  };
}

/** A real run has a journal in memory, and no callers. */
const NOWHERE: Places = {
  first: { image: null },
  another: () => ({ image: null }),
  clientsFile() {
    throw new Error('faults: nobody comes to the counter here');
  },
};

const PLAIN: Omit<Setting, 'balance' | 'accountInsideFunds'> = {
  pin: false,
  printer: true,
  noFence: false,
  deduplicate: false,
  infcodeAs: 'string',
  notFoundAs: 'empty',
  queryNeedsSetlId: false,
  file: false,
  reopens: false,
  prepared: false,
  restartsAtEnd: false,
  reverses: false,
  reconciles: false,
  comparesLast: false,
  rules: false,
  paysAgain: false,
};

async function makePrelude(setting: Setting): Promise<Prelude> {
  const sides = otherSides(setting.balance);
  const plan: Plan = { seed: 0, setting, visits: [FIRST], items: [] };
  const world = buildWorld(plan, sides, NOWHERE, null);
  const [first] = world.terminals;
  if (first === undefined) throw new Error('faults: a world without a terminal');
  first.start();
  const stage = () => first.process()?.runner.state().stage;
  await world.clock.run(LONG_ENOUGH_MS, () => {
    if (stage()?.kind !== 'split') first.look();
    return stage()?.kind === 'split';
  });
  const reached = stage();
  if (reached?.kind !== 'split') throw new Error('faults: the prelude did not reach the split');
  const { found, prepared } = reached;
  const made = readPrelude(sides, first.disk.image(), { found, prepared });
  await takeDown(world);
  return made;
}
