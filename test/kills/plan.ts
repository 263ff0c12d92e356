import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { drawVisit } from '../../simulator/lab/draw.ts';
import type { Fault } from './fault.ts';
import { openPoints, type Point, quietPoints } from './points.ts';
import { drawWeather } from './weathers.ts';

/** When the process dies: at a point, or so many ms after the person has confirmed (after the start, in a recovery). */
export type Death =
  | { readonly kind: 'point'; readonly label: string; readonly nth: number }
  | { readonly kind: 'time'; readonly afterMs: number };

/** One visit, and where the terminal dies in it. */
export interface Run {
  readonly index: number;
  readonly seed: number;
  /** Seed of an earlier visit whose settlement stays unknown meanwhile; its own process dies too. */
  readonly owing: number | null;
  readonly faults: readonly Fault[];
  /** Null: the session goes to its end. */
  readonly session: Death | null;
  /** How the recovery after that dies too. */
  readonly recovery: Death | null;
  /** Faults while that recovery runs. */
  readonly later: readonly Fault[];
  /** How a comparison of the books dies that staff ask for. */
  readonly comparison: Death | null;
  /** The site gives back what is found settled after its session. */
  readonly givesBack: boolean;
  /** The centre settles and denies it. */
  readonly denied: boolean;
  /** `phase/weather` of each death, for the report. */
  readonly way: readonly string[];
  /** The card stays in the reader until the terminal serves again. */
  readonly cardStays: boolean;
}

/** How often each point is aimed at in 2,000 kills: 11 times, one more than is owed. */
const EACH = 180;

type Drawn = Omit<Run, 'index' | 'seed' | 'owing'> & { readonly owing: boolean };

const NOTHING = { recovery: null, later: [], comparison: null, givesBack: false, denied: false, owing: false } as const;

function atPoint(random: Random, { label, phase, weather, most }: Point): Drawn {
  const death: Death = { kind: 'point', label, nth: 1 + (most > 1 ? randomInt(random, most) : 0) };
  const { name, faults, before, later, givesBack, owing } = weather;
  const cardStays = randomInt(random, 3) === 0;
  const way = `${phase}/${name}`;
  const common = { ...NOTHING, faults, givesBack, cardStays };
  if (phase === 'session') {
    // The earlier visit died in a way of its own, which has its name already.
    return { ...common, owing, session: death, way: owing ? ['session/lostReply', way] : [way] };
  }
  if (phase === 'comparison') return { ...common, session: null, comparison: death, denied: true, way: [way] };
  const session: Death | null = before === null ? null : { kind: 'point', label: before, nth: 1 };
  return { ...common, session, recovery: death, later, way: ['session/fine', way] };
}

function atRandom(random: Random, kills: number): Drawn {
  const { faults, within } = drawWeather(random);
  const again = randomInt(random, 6) === 0 && kills > 1;
  return {
    ...NOTHING,
    faults,
    session: { kind: 'time', afterMs: randomInt(random, within) },
    way: [],
    // From before the store is open into the recovery.
    recovery: again ? { kind: 'time', afterMs: 100 + randomInt(random, 350) } : null,
    cardStays: randomInt(random, 3) === 0,
  };
}

export const killsOf = ({
  owing,
  session,
  recovery,
  comparison,
}: Pick<Drawn | Run, 'owing' | 'session' | 'recovery' | 'comparison'>): number =>
  (owing === false || owing === null ? 0 : 1) +
  [session, recovery, comparison].filter((death) => death !== null).length;

function shuffled<T>(random: Random, list: readonly T[]): readonly T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(randomInt(random, rest.length), 1));
}

/** Rounds over all points, or a sample for half of the kills where there are too few for one round. */
function drawRounds(random: Random, kills: number): readonly (readonly Drawn[])[] {
  const draw = (point: Point): Drawn => atPoint(random, point);
  const all = [...openPoints, ...quietPoints];
  const rounds = Math.floor(kills / EACH);
  if (rounds > 0) return Array.from({ length: rounds }, () => shuffled(random, all).map(draw));
  const [open, quiet] = [[...shuffled(random, openPoints)], [...shuffled(random, quietPoints)]];
  const drawn: Drawn[] = [];
  for (let cost = 0; cost < kills / 2; ) {
    const point = (drawn.length % 5 === 4 ? quiet : open).pop();
    if (point === undefined) break;
    const run = draw(point);
    // The last one takes no more than is left.
    if (cost + killsOf(run) > kills) continue;
    drawn.push(run);
    cost += killsOf(run);
  }
  return [drawn];
}

/**
 * The runs of a campaign of exactly `kills` kills, round by round: each round has every point once and its share of the
 * random moments. The same seed gives the same runs, whatever the date.
 */
export function planRuns(kills: number, seed: number): readonly Run[] {
  const random = seededRandom(seed);
  const rounds = drawRounds(random, kills).map((round) => [...round]);
  let left = kills - rounds.flat().reduce((sum, run) => sum + killsOf(run), 0);
  for (let turn = 0; left > 0; turn++) {
    const run = atRandom(random, left);
    rounds[turn % rounds.length]?.push(run);
    left -= killsOf(run);
  }
  const used = new Set<string>();
  let last = seed * 1_000_003;
  /** Two seeds may draw the same encounter number; here each visit is another one. */
  const visitSeed = (): number => {
    do last += 1;
    while (used.has(drawVisit(last, 0).encounter.encounterId));
    used.add(drawVisit(last, 0).encounter.encounterId);
    return last;
  };
  const drawn = rounds.flatMap((round) => shuffled(random, round));
  return drawn.map((run, index) => ({ ...run, index, seed: visitSeed(), owing: run.owing ? visitSeed() : null }));
}
