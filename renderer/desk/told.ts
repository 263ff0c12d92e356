import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Say } from './text.ts';

/** What sends a person from a kiosk to a window. At the desk she stands at one. */
const TO_A_WINDOW = /窗口|\bwindow\b/u;

/** What no hospital's desk can mend: only who issues cards. */
const FOR_THE_OFFICE: readonly FailureCode[] = ['CARD_LOCKED', 'CARD_EXPIRED', 'CARD_INCOMPLETE', 'PIN_BLOCKED'];

/** What the cashier tells a person of a failure: the kiosk's words, without those that send her to where she stands. */
export function toldAtDesk(say: Say, failure: FailureCode): string {
  const parts = say(`failure.${failure}`).split(/(?<=\u3002)|(?<=\.)\s+/u);
  const here = parts.filter((part) => !TO_A_WINDOW.test(part));
  const office = FOR_THE_OFFICE.includes(failure) ? [say('desk.tell.office')] : [];
  const told = [...here, ...office];
  // Chinese sentences follow each other without a space.
  return told.join(told.some((part) => part.endsWith('.')) ? ' ' : '');
}
