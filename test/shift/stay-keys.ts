import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import type { Cashier } from './cashier.ts';
import { isStay, type Planned } from './plan.ts';

/** Stays that come to the desk day by day, by their own keys; the others come when they are over, and F4 sends it all. */

const digit = ({ visit }: Planned): number => Number(visit.encounter.encounterId.at(-1));

/** Half of the stays, by their own number; one whose card is pulled over its F4 comes when it is over. */
export function goesByKeys(planned: Planned): boolean {
  return isStay(planned.visit) && planned.story !== 'cardPulled' && digit(planned) % 2 === 0;
}

/** Half of those think better of a discharge, or of what was sent. */
const thinksBetter = (planned: Planned): boolean => digit(planned) % 4 === 0;

/** The lines of a drawn stay's first day: `ZY…D01-…`. */
function firstDay({ lines }: HisEncounter): readonly HisLine[] {
  return lines.filter(({ lineId }) => lineId.includes('D01-'));
}

/** As it was on its first evening: one day's lines, nobody discharged. */
function onFirstEvening(encounter: HisEncounter): HisEncounter {
  const { stay } = encounter;
  const lines = [...firstDay(encounter)];
  const fen = lines.reduce((sum, { amount }) => sum + Number(amount.replace('.', '')), 0);
  const total = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
  return { ...encounter, lines, total, ...(stay === undefined ? {} : { stay: { ...stay, discharge: null } }) };
}

/**
 * From admission to discharge, with a card each day, up to the bill. `offers`: the hospital says how the stay now is.
 */
export async function stayByKeys(
  cashier: Cashier,
  planned: Planned,
  offers: (encounter: HisEncounter) => Promise<void>,
): Promise<void> {
  const { visit } = planned;
  await offers(onFirstEvening(visit.encounter));
  await cashier.comes(visit);
  await cashier.stayStep('Enter', 'admit done');
  await cashier.stayStep('2', 'addFees done');
  await cashier.lets();
  await offers(visit.encounter);
  await cashier.comes(visit);
  await cashier.stayStep('2', 'addFees done');
  await cashier.stayStep('5', 'discharge done');
  if (thinksBetter(planned)) {
    await cashier.stayStep('6', 'undoDischarge done');
    await cashier.stayStep('3', 'clearFees done');
    await cashier.stayStep('2', 'addFees done');
    await cashier.stayStep('5', 'discharge done');
  }
  await cashier.lets();
}
