import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { drawVisit } from '../../simulator/lab/draw.ts';
import { openPoints, type Point, quietPoints } from './points.ts';

/** A fault of a reference server around the kill, as `POST /admin/faults` takes it. */
export type Fault = Readonly<Record<string, string | number | boolean>>;

/** When the process dies: at a point, or so many ms after the person has confirmed (after the start, in a recovery). */
export type Death =
  | { readonly kind: 'point'; readonly label: string; readonly nth: number }
  | { readonly kind: 'time'; readonly afterMs: number };

/** One visit: how its session dies and, in some, how the recovery after that dies too. */
export interface Run {
  readonly index: number;
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly session: Death;
  readonly recovery: Death | null;
  /** `phase/weather` of each death, for the report. */
  readonly way: readonly string[];
  /** The card stays in the reader until the terminal serves again. */
  readonly cardStays: boolean;
}

/** How often each point is aimed at: 10 times in 2,000 kills where nothing is open, a little more where something is. */
const QUIET_SHARE = 1 / 200;
const OPEN_SHARE = 1 / 130;
const centre = (infno: string, kind: string, more: Fault = {}): Fault => ({ target: 'centre', infno, kind, ...more });

/** Keeps an outcome unknown for about a second. */
const slowQuery = centre('5203', 'delayMs', { ms: 1100 });

interface RandomWeather {
  readonly faults: readonly Fault[];
  readonly within: number;
}

/** What may happen to 2207 while a random moment kills; `within`: the window after the confirmation, ms. */
const weathers: readonly [RandomWeather, ...RandomWeather[]] = [
  { within: 380, faults: [centre('2207', 'delayMs', { ms: 400 })] },
  { within: 380, faults: [centre('2207', 'delayMs', { ms: 0, afterMs: 400 })] },
  { within: 1050, faults: [centre('2207', 'loseReplyAfterCommit', { afterMs: 60 }), slowQuery] },
  { within: 1000, faults: [centre('2207', 'loseBeforeCommit', { afterMs: 60 })] },
  { within: 1700, faults: [centre('2207', 'delayThenCommitAfterHangup', { afterMs: 300, ms: 1500 })] },
  { within: 1200, faults: [centre('2207', 'slowDrip', { ms: 4 })] },
  { within: 1050, faults: [centre('2207', 'halfBody'), centre('5203', 'loseBeforeCommit', { times: 2 }), slowQuery] },
  { within: 1050, faults: [centre('2207', 'http500', { commit: true }), centre('5203', 'http500'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'nullOutput'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'garbage'), centre('5203', 'garbage'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'wrongPerson'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'wrongAmounts'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'http429'), centre('2601', 'loseReplyAfterCommit')] },
  { within: 1500, faults: [centre('2207', 'systemError'), centre('2601', 'delayMs', { ms: 600 })] },
];

type Drawn = Omit<Run, 'index' | 'seed'>;

function atPoint(random: Random, { label, phase, weather, most }: Point): Drawn {
  const death: Death = { kind: 'point', label, nth: 1 + (most > 1 ? randomInt(random, most) : 0) };
  const way = phase === 'session' ? [`session/${weather.name}`] : ['session/fine', `recovery/${weather.name}`];
  const common = { faults: weather.faults, way, cardStays: randomInt(random, 3) === 0 };
  if (phase === 'session') return { ...common, session: death, recovery: null };
  return { ...common, session: { kind: 'point', label: weather.before, nth: 1 }, recovery: death };
}

function atRandom(random: Random, kills: number): Drawn {
  const weather = weathers[randomInt(random, weathers.length)] ?? weathers[0];
  const again = randomInt(random, 6) === 0 && kills > 1;
  return {
    faults: weather.faults,
    session: { kind: 'time', afterMs: randomInt(random, weather.within) },
    way: [],
    // From before the store is open into the recovery.
    recovery: again ? { kind: 'time', afterMs: 100 + randomInt(random, 350) } : null,
    cardStays: randomInt(random, 3) === 0,
  };
}

export const killsOf = (run: Pick<Run, 'recovery'>): number => (run.recovery === null ? 1 : 2);

/** The points of a campaign: each `each` times, or a sample for half of the kills where there are too few for that. */
function drawPoints(random: Random, kills: number): readonly Point[] {
  const [often, seldom] = [Math.floor(kills * OPEN_SHARE), Math.floor(kills * QUIET_SHARE)];
  const times = (pool: readonly Point[], count: number): readonly Point[] =>
    pool.flatMap((point) => Array.from({ length: count }, () => point));
  if (seldom > 0) return [...times(openPoints, often), ...times(quietPoints, seldom)];
  const drawn: Point[] = [];
  const open = [...openPoints];
  const quiet = [...quietPoints];
  for (let cost = 0; cost < kills / 2; ) {
    const pool = drawn.length % 5 === 4 ? quiet : open;
    const [point] = pool.splice(randomInt(random, pool.length), 1);
    if (point === undefined) break;
    drawn.push(point);
    cost += point.phase === 'session' ? 1 : 2;
  }
  return drawn;
}

/** The runs of a campaign of exactly `kills` kills. The same seed gives the same runs, whatever the date. */
export function planRuns(kills: number, seed: number): readonly Run[] {
  const random = seededRandom(seed);
  const drawn: Drawn[] = drawPoints(random, kills).map((point) => atPoint(random, point));
  let planned = drawn.reduce((sum, run) => sum + killsOf(run), 0);
  while (planned < kills) {
    const run = atRandom(random, kills - planned);
    drawn.push(run);
    planned += killsOf(run);
  }
  const runs: Run[] = [];
  const used = new Set<string>();
  let visitSeed = seed * 1_000_003;
  while (drawn.length > 0) {
    const [run] = drawn.splice(randomInt(random, drawn.length), 1);
    // Two seeds may draw the same encounter number; here each visit is another one.
    do visitSeed += 1;
    while (used.has(drawVisit(visitSeed, 0).encounter.encounterId));
    used.add(drawVisit(visitSeed, 0).encounter.encounterId);
    if (run !== undefined) runs.push({ ...run, index: runs.length, seed: visitSeed });
  }
  return runs;
}
