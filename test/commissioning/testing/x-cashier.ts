import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { DrawnVisit } from '../../../simulator/lab/draw.ts';
import type { Lab } from '../../../simulator/lab/lab.ts';
import { admit } from '../../../simulator/lab/walk.ts';
import { loadPersona } from '../../../simulator/personas.ts';

const LOOK_MS = 100;
const PATIENCE_MS = 30_000;

/** Strokes of a keyboard at the X display, as the window there gets them. */
function strokes(...args: readonly string[]): void {
  spawnSync('xdotool', ['mousemove', '960', '500', ...args], { env: { ...process.env, DISPLAY: ':0' } });
}

async function until(what: string, seen: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(LOOK_MS)) if (await seen()) return;
  throw new Error(`waited for ${what}`);
}

/** Types on the pad when it asks for another entry than those before. */
async function types(lab: Lab, digits: string, before: number): Promise<void> {
  await until('the pad', async () => {
    const { entering, entries } = await lab.sim.command('pin.status');
    return entering === true && Number(entries) > before;
  });
  await lab.sim.command('pin.type', { digits });
}

const entries = async (lab: Lab): Promise<number> => Number((await lab.sim.command('pin.status'))['entries']);
const handled = async (lab: Lab, infno: string): Promise<number> => {
  const { byInfno } = (await lab.admin('GET', '/admin/log')) as { byInfno: Record<string, { handled: number }> };
  return byInfno[infno]?.handled ?? 0;
};

/** A cashier at the machine's own keyboard: opens the shift by card and PIN, and settles one visit. She sees nothing. */
export async function byKeyboard(lab: Lab, visit: DrawnVisit): Promise<void> {
  const cashier = loadPersona('staff-cashier');
  strokes('type', '--delay', '120', '200');
  await wait(500);
  const [before, signedIn] = [await entries(lab), await handled(lab, '9001')];
  strokes('key', 'Return');
  await wait(1000);
  await lab.sim.command('card.insert', { persona: 'staff-cashier' });
  await types(lab, cashier.pin.digits, before);
  // The card has to be out before the shift is hers.
  await until('her proof', async () => Number((await lab.sim.command('card.status'))['verifies']) > 0);
  await wait(600);
  await lab.sim.command('card.remove');
  await until('9001', async () => (await handled(lab, '9001')) > signedIn);
  await wait(2500);
  const [quoted, settled] = [await handled(lab, '2206'), await handled(lab, '2207')];
  await admit(lab, visit);
  await lab.sim.command('card.insert', { persona: visit.persona });
  await wait(4000);
  strokes('key', 'F4');
  await until('2206', async () => (await handled(lab, '2206')) > quoted);
  await wait(2500);
  strokes('key', 'F5');
  await wait(1000);
  strokes('key', 'Return');
  await until('2207', async () => (await handled(lab, '2207')) > settled);
  await wait(2500);
}
