import type { Attempt } from '../attempts/attempt.ts';
import { type Bench, type HostileBench, startHostileBench } from './bench.ts';
import type { Gain } from './gains.ts';
import { without } from './locks.ts';

/** What the attacker won with a pair of hands: the gains that the attempt counts as a success. */
export async function tryHands(bench: Bench, attempt: Attempt & { by: 'hands' }): Promise<readonly Gain[]> {
  return counted(attempt, await bench.gains(() => attempt.act(bench)));
}

/** The same for a script in the page. */
export async function tryPage(bench: HostileBench, attempt: Attempt & { by: 'page' }): Promise<readonly Gain[]> {
  return counted(attempt, await bench.gains(() => bench.touch(attempt.id)));
}

/** The control run: the hostile page in a kiosk of its own, with the attempt's locks off. */
export async function tryUnlocked(attempt: Attempt): Promise<readonly Gain[]> {
  const bench = await startHostileBench(without(attempt.locks));
  try {
    // The page has the keyboard once it was touched.
    await bench.screen.hands('mousemove', '540', '1340', 'click', '1');
    return attempt.by === 'hands' ? await tryHands(bench, attempt) : await tryPage(bench, attempt);
  } finally {
    await bench.stop();
  }
}

function counted(attempt: Attempt, gains: readonly Gain[]): readonly Gain[] {
  return gains.filter((gain) => attempt.wins.includes(gain));
}
