import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawVisit } from '../../simulator/lab/draw.ts';
import { type Glass, openGlass } from '../../simulator/lab/glass.ts';
import { connectSim, type SimClient } from '../../simulator/lab/sim-client.ts';
import { findKey } from './testing/page-pixels.ts';
import { startWindowedKiosk, type WindowedKiosk } from './testing/windowed-kiosk.ts';
import { pause, until } from './testing/x-screen.ts';

/**
 * `npm start -- --windowed` (what it runs after the set-up) on a real X screen, by real clicks found by the colour of
 * the key on the glass: no DOM, no debugger. Card and PIN come through the emulators.
 */
const TOUCH = 0x00_52_5c;
/** Narrower than the number of a choice at half size, wider than anything else of that colour. */
const KEY_PX = 40;
/** Right of this the dock's window begins; its keys have the same colour. */
const WINDOW_PX = 545;

let kiosk: WindowedKiosk;
let sim: SimClient;
let glass: Glass;

beforeAll(async () => {
  kiosk = await startWindowedKiosk();
  sim = await connectSim(join(kiosk.labDir, 'sim', 'sim.sock'));
  glass = await openGlass({ dir: kiosk.labDir });
});
afterAll(async () => {
  glass?.close();
  sim?.close();
  await kiosk?.stop();
});

/** A person's finger: waits for the key, lets the screen come to rest, and clicks. */
async function press(): Promise<void> {
  await until(() => findKey(kiosk.screen, TOUCH, KEY_PX, WINDOW_PX) !== null, 10_000, 'a key on the glass');
  await pause(400);
  const key = findKey(kiosk.screen, TOUCH, KEY_PX, WINDOW_PX);
  if (key === null) throw new Error('the key went away');
  await kiosk.screen.hands('mousemove', String(key.x), String(key.y), 'click', '1');
}

it('the main job completes by clicks on the glass', async () => {
  const visit = drawVisit(1, Date.now());
  await glass.sees(['insertCard']);
  await sim.command('card.insert', { persona: visit.persona });
  await glass.sees(['enterPin']);
  await sim.command('pin.type', { digits: visit.pin, intervalMs: 20 });
  for (const [before, after] of [
    ['whoYouAre', 'visit'],
    ['visit', 'split'],
    ['split', 'confirm'],
    ['confirm', 'done'],
  ] as const) {
    await glass.sees([before]);
    await press();
    await glass.sees([after]);
  }
  await sim.command('card.remove');
  expect((await glass.sees(['insertCard'], 30_000)).cardIn).toBe(false);
});
