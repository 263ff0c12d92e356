import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Say } from './text.ts';

/** What no hospital's desk can mend: only who issues cards. */
const FOR_THE_OFFICE: readonly FailureCode[] = ['CARD_LOCKED', 'CARD_EXPIRED', 'CARD_INCOMPLETE', 'PIN_BLOCKED'];

/** What the cashier tells a person of a failure: the kiosk's words, without those that send her to a window: she is at one. */
export function toldAtDesk(say: Say, failure: FailureCode): string {
  const parts = say(`failure.${failure}`).split(/(?<=\u3002)|(?<=\.)\s+/u);
  const here = parts.filter((part) => !part.includes(say('desk.tell.window')));
  const office = FOR_THE_OFFICE.includes(failure) ? [say('desk.tell.office')] : [];
  const told = [...here, ...office];
  // Chinese sentences follow each other without a space.
  return told.join(told.some((part) => part.endsWith('.')) ? ' ' : '');
}
