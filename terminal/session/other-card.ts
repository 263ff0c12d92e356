import type { Stage } from './stage.ts';
import { generationOf, type State } from './state.ts';
import { stageGeneration } from './steps.ts';

/** Whether a card is in that is known not to be the one of this stage; one that has yet to prove whose it is is not. */
export function isAnotherCardIn({ card, adopt, proof }: State, stage: Stage): boolean {
  const generation = generationOf(card);
  return generation !== null && generation !== stageGeneration(stage) && !adopt && proof === null;
}
