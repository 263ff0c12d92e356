import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { pauseOn, type Till, type TillParts } from './till.ts';

const ROUNDS = 8;
/** Between two rounds, ms. */
const ROUND_MS = 3000;

/** Tries whatever a system may ask about an encounter of which it has the number, and that another has in hand. */
export async function meddle({
  clock,
  record,
  process,
  left,
  till,
  encounter,
}: TillParts & { readonly till: Till; readonly encounter: HisEncounter }): Promise<void> {
  const pause = pauseOn(clock);
  const { encounterId, lines } = encounter;
  for (let round = 0; round < ROUNDS && !left(); round++) {
    const life = process();
    if (life !== null) {
      // Its number is guessed as well as can be.
      const made = record.evidence.counter.made.findLast((one) => one.encounterId === encounterId);
      const verbs = ['undoDischarge', 'clearFees', 'cancel'] as const;
      await till.standing(life, encounterId);
      await till.abandon(life, encounterId);
      if (encounter.stay !== undefined) {
        await till.verb(life, { verb: verbs[round % verbs.length] ?? 'cancel', encounterId });
        await till.verb(life, { verb: 'addFees', encounterId, lines: lines.slice(0, 1) });
      } else {
        await till.visit(life, { verb: round % 2 === 0 ? 'clearVisitFees' : 'cancelVisit', encounterId });
        await till.visit(life, { verb: 'addVisitFees', encounterId, lines: lines.slice(0, 1) });
      }
      if (made !== undefined && round % 2 === 1) await till.refund(made.messageId, encounterId);
    }
    await pause(ROUND_MS);
  }
}
