import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { ServiceAct } from '../../common/contracts/session/services/acts.ts';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import { chosenPart } from '../../common/contracts/session/services/declaration.ts';

/** An act that the answer on the screen allows, and the part of the service that it is done with. */
export interface OfferedAct {
  readonly act: ServiceAct;
  readonly part: string | null;
}

type ActIntent = Extract<Intent, { kind: ServiceAct }>;

/** What an intent begins, or null where this answer does not offer it, or it names other amounts than are shown. */
export function offeredAct(answer: ServiceAnswer, intent: ActIntent): OfferedAct | null {
  if (intent.kind === 'withdrawLoss') {
    return answer.service === 'card' && answer.acts.includes(intent.kind) ? { act: intent.kind, part: null } : null;
  }
  if (answer.service !== 'declaration' || answer.step !== 'draft' || answer.draft === null) return null;
  const { base, due } = answer.draft;
  if (due === null || base !== intent.base || due.total !== intent.total) return null;
  return { act: intent.kind, part: chosenPart({ month: answer.month, base, total: due.total }) };
}
