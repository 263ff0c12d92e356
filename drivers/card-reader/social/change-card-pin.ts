import type { PinChangeResult } from '../../../common/contracts/devices/pin-change.ts';
import { changePin } from '../codec/apdu.ts';
import { statusMeaning, triesLeft } from '../codec/status-words.ts';
import { exchangeOnce } from './exchange.ts';
import type { CardPort } from './port.ts';
import { selectSocialApplication } from './select.ts';

/** What the card said to the change. `card`: it failed before the command was sent. */
export type CardPinChange = Extract<
  PinChangeResult,
  { kind: 'changed' | 'unknown' | 'wrong' | 'blocked' | 'refused' | 'card' }
>;

/**
 * Status words with which a card refuses before it writes (ISO 7816-4: 64 and 67 to 6E, state unchanged). Not among
 * them: 62 and 65 (memory may have changed), 6F (no diagnosis), whatever is unknown to the standard.
 */
const REFUSALS: ReadonlySet<number> = new Set([0x64, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e]);

function judged(sw: number): CardPinChange {
  if (sw === 0x9000) return { kind: 'changed' };
  const meaning = statusMeaning(sw);
  if (meaning === 'blocked') return { kind: 'blocked' };
  if (meaning === 'refused') {
    const left = triesLeft(sw);
    if (left === null) return { kind: 'refused' };
    return left === 0 ? { kind: 'blocked' } : { kind: 'wrong', triesLeft: left };
  }
  return REFUSALS.has(sw >> 8) ? { kind: 'refused' } : { kind: 'unknown', stuck: false };
}

/**
 * CHANGE PIN (domain-facts A5), exactly once. The command carries the old PIN, so it needs no VERIFY before it. Once
 * it is sent, everything but a whole answer of the card is `unknown`: a card that is pulled in the middle answers
 * with nothing, whether it has written the new PIN or not. Both PINs are ASCII and stay the caller's to wipe.
 */
export async function changeCardPin(port: CardPort, old: Uint8Array, next: Uint8Array): Promise<CardPinChange> {
  const application = await selectSocialApplication(port);
  if (!application.ok) return { kind: 'card', error: application.error };
  const command = changePin(old, next);
  if (command === null) return { kind: 'refused' };
  const answer = await exchangeOnce(port, command);
  command.fill(0);
  return answer.ok ? judged(answer.value.sw) : { kind: 'unknown', stuck: false };
}
