import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawVisit } from '../simulator/lab/draw.ts';
import { type Glass, openGlass } from '../simulator/lab/glass.ts';
import { type Lab, startLab } from '../simulator/lab/lab.ts';
import { admit, walkToConfirm } from '../simulator/lab/walk.ts';

/**
 * Our own share of the time that a person waits: wall time minus card transmits, printer and the other servers'
 * Server-Timing, over n whole sessions on real parts, warm. The bars are medians, on a machine that does the yardstick
 * in its time; for a slower or busier one they are stretched by what it needs for that between the same sessions.
 */
const WARM_UP = 3;
const SESSIONS = 50;
const bars: Readonly<Record<string, number>> = { cardToName: 150, prepare: 100, settle: 100 };
const YARDSTICK_MS = 4;

const text = JSON.stringify(Array.from({ length: 2000 }, (_, id) => ({ id, name: `row ${id}`, state: 'waiting' })));
/** What a fixed work takes now, ms by the clock. */
function yardstick(): number {
  const begun = performance.now();
  for (let round = 0; round < 4; round++) JSON.stringify(JSON.parse(text));
  return performance.now() - begun;
}

let lab: Lab;
let glass: Glass;

beforeAll(async () => {
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

test(`own share over ${SESSIONS} sessions: card to name, pre-settle, settle`, { timeout: 300_000 }, async () => {
  const rows: { step: string; ms: number; ownMs: number }[] = [];
  const control = await lab.control();
  const collect = async (): Promise<void> => {
    const answer = await control.call('timings', {});
    if (!answer.ok) throw new Error(answer.error.message);
    // The ring forgets; each session's own rows are the newest of each step.
    for (const step of Object.keys(bars)) {
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
  const stretch = Math.max(1, median(yardsticks) / YARDSTICK_MS);
  process.stderr.write(`the bars are stretched ${stretch.toFixed(1)} times\n`);
  for (const [step, bar] of Object.entries(bars)) {
    const own = rows.filter((row) => row.step === step).map((row) => row.ownMs);
    expect(own).toHaveLength(SESSIONS);
    const figure = median(own);
    process.stderr.write(
      `own share of ${step}: median ${figure.toFixed(1)} ms, worst ${Math.max(...own).toFixed(1)} ms, n ${own.length}\n`,
    );
    expect(figure).toBeLessThanOrEqual(bar * stretch);
  }
});
