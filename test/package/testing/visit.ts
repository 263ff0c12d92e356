import { drawVisit } from '../../../simulator/lab/draw.ts';
import { openGlass } from '../../../simulator/lab/glass.ts';
import type { Lab } from '../../../simulator/lab/lab.ts';

/** One person's visit, settled through the terminal's screen link; answers the centre's ledger. */
export async function settleOneVisit(lab: Lab, seed: number): Promise<unknown> {
  const visit = drawVisit(seed, Date.now());
  await lab.admin('POST', '/admin/people', { people: [visit.person] });
  await lab.admin('POST', '/admin/encounters', {
    encounters: [{ person: { identityNumber: visit.identityNumber, name: visit.name }, encounter: visit.encounter }],
  });
  const glass = await openGlass(lab);
  await glass.sees(['insertCard']);
  await lab.sim.command('card.insert', { persona: visit.persona });
  await glass.sees(['enterPin']);
  await lab.sim.command('pin.type', { digits: visit.pin, intervalMs: 20 });
  await glass.sees(['whoYouAre']);
  await glass.press({ kind: 'openVisit', encounterId: visit.encounter.encounterId });
  await glass.sees(['visit']);
  await glass.press({ kind: 'acceptFees' });
  await glass.sees(['split']);
  await glass.press({ kind: 'acceptSplit' });
  const confirm = await glass.sees(['confirm']);
  if (confirm.screen.kind !== 'confirm') throw new Error('not the confirmation');
  await glass.press({ kind: 'confirm', cash: confirm.screen.split.cash });
  await glass.sees(['done']);
  await lab.sim.command('card.remove');
  await glass.sees(['insertCard'], 30_000);
  glass.close();
  return lab.admin('GET', '/admin/ledger');
}
