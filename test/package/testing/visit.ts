import { drawVisit } from '../../../simulator/lab/draw.ts';
import { openGlass } from '../../../simulator/lab/glass.ts';
import type { Lab } from '../../../simulator/lab/lab.ts';
import { admit, walkToConfirm } from '../../../simulator/lab/walk.ts';

/** One person's visit, settled through the terminal's screen link; answers the centre's ledger. */
export async function settleOneVisit(lab: Lab, seed: number): Promise<unknown> {
  const visit = drawVisit(seed, Date.now());
  await admit(lab, visit);
  const glass = await openGlass(lab);
  await glass.press({ kind: 'confirm', cash: await walkToConfirm(lab, glass, visit) });
  await glass.sees(['done']);
  await lab.sim.command('card.remove');
  await glass.sees(['insertCard'], 30_000);
  glass.close();
  return lab.admin('GET', '/admin/ledger');
}
