import type { Fen } from '../../common/kernel/money.ts';
import type { DrawnVisit } from './draw.ts';
import type { Glass } from './glass.ts';
import type { Lab } from './lab.ts';

/** Makes the drawn person known to the centre, and the visit to the HIS. */
export async function admit(lab: Lab, visit: DrawnVisit): Promise<void> {
  await lab.admin('POST', '/admin/people', { people: [visit.person] });
  await lab.admin('POST', '/admin/encounters', {
    encounters: [{ person: { identityNumber: visit.identityNumber, name: visit.name }, encounter: visit.encounter }],
  });
}

/**
 * An admitted person's way from the empty kiosk to the confirmation; answers the cash that its key repeats. `slot`: of
 * the virtual reader.
 */
export async function walkToConfirm(lab: Lab, glass: Glass, visit: DrawnVisit, slot = 0): Promise<Fen> {
  await glass.sees(['insertCard', 'cardProblem']);
  await lab.sim.command('card.insert', { persona: visit.persona, slot });
  await glass.sees(['enterPin']);
  await lab.sim.command('pin.type', { digits: visit.pin });
  await glass.sees(['whoYouAre']);
  await glass.press({ kind: 'openVisit', encounterId: visit.encounter.encounterId });
  await glass.sees(['visit']);
  await glass.press({ kind: 'acceptFees' });
  await glass.sees(['split']);
  await glass.press({ kind: 'acceptSplit' });
  const { screen } = await glass.sees(['confirm']);
  if (screen.kind !== 'confirm') throw new Error('not the confirmation');
  return screen.split.cash;
}
