import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawVisit } from '../simulator/lab/draw.ts';
import { type Glass, openGlass } from '../simulator/lab/glass.ts';
import { type Lab, startLab } from '../simulator/lab/lab.ts';
import { admit, walkToConfirm } from '../simulator/lab/walk.ts';
import { judge, MOST, median, type Step, slowness, yardstick } from './own-share-bars.ts';

/**
 * Our own share of the time that a person waits: wall time minus card transmits, printer and the other servers'
 * Server-Timing, over n whole sessions on real parts, warm. The bars are medians (own-share-bars.ts).
 */
const WARM_UP = 3;
const SESSIONS = 50;
const steps: readonly Step[] = ['cardToName', 'prepare', 'settle'];

let lab: Lab;
let glass: Glass;
/** How slow the machine is without any process of ours. */
let alone: number;

beforeAll(async () => {
  for (let i = 0; i < WARM_UP; i++) yardstick();
  alone = slowness(Array.from({ length: SESSIONS }, yardstick));
  lab = await startLab({ screen: false, profile: { policy: { resultMs: 1000 } } });
  glass = await openGlass(lab);
}, 60_000);

afterAll(async () => {
  glass?.close();
  await lab?.stop();
}, 20_000);

async function session(seed: number): Promise<void> {
  const visit = drawVisit(seed, Date.now());
  await admit(lab, visit);
  await glass.press({ kind: 'confirm', cash: await walkToConfirm(lab, glass, visit) });
  await glass.sees(['done']);
  await lab.sim.command('card.remove');
}

test(`own share over ${SESSIONS} sessions: card to name, pre-settle, settle`, { timeout: 300_000 }, async ({
  skip,
}) => {
  const rows: { step: string; ms: number; ownMs: number }[] = [];
  const control = await lab.control();
  const collect = async (): Promise<void> => {
    const answer = await control.call('timings', {});
    if (!answer.ok) throw new Error(answer.error.message);
    // The ring forgets; each session's own rows are the newest of each step.
    for (const step of steps) {
      const newest = answer.value.rows.filter((row) => row.step === step).at(-1);
      if (newest) rows.push(newest);
    }
  };
  const yardsticks: number[] = [];
  for (let i = 0; i < WARM_UP + SESSIONS; i++) {
    await session(1000 + i);
    if (i >= WARM_UP) await collect();
    if (i >= WARM_UP) yardsticks.push(yardstick());
  }
  control.close();
  const beside = slowness(yardsticks);
  const words = `this machine is ${alone.toFixed(1)} times slow alone, ${beside.toFixed(1)} times beside the sessions`;
  process.stderr.write(`${words}; the bars are stretched ${MOST} times at most\n`);
  const unmeasured: Step[] = [];
  for (const step of steps) {
    const own = rows.filter((row) => row.step === step).map((row) => row.ownMs);
    expect(own).toHaveLength(SESSIONS);
    const figure = median(own);
    process.stderr.write(
      `own share of ${step}: median ${figure.toFixed(1)} ms, worst ${Math.max(...own).toFixed(1)} ms, n ${own.length}\n`,
    );
    const judged = judge(step, figure, beside, alone);
    expect(judged, `${step}: ${words}`).not.toBe('missed');
    if (judged === 'notMeasured') unmeasured.push(step);
  }
  if (unmeasured.length > 0) skip(`${unmeasured.join(', ')} not measured: ${words}`);
});
