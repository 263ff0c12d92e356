import type { CardError } from '../../../common/contracts/devices/card.ts';
import type { PinVerifyResult } from '../../../common/contracts/devices/pin-pad.ts';
import { verifyPin } from '../codec/apdu.ts';
import { statusMeaning, triesLeft } from '../codec/status-words.ts';
import { exchangeOnce } from './exchange.ts';
import type { CardPort } from './port.ts';
import { selectSocialApplication } from './select.ts';

/** What the card said to the PIN. */
export type CardPinAnswer = Extract<PinVerifyResult, { kind: 'verified' | 'wrong' | 'blocked' | 'card' }>;

/**
 * VERIFY (domain-facts A5), exactly once: whatever comes back, these digits are not sent again. SSSE is selected
 * first, because a reset in between would have left it. `digits` are ASCII and stay the caller's to wipe;
 * the command's own copy is wiped here.
 */
export async function verifyCardPin(port: CardPort, digits: Uint8Array): Promise<CardPinAnswer> {
  const card = (error: CardError): CardPinAnswer => ({ kind: 'card', error });
  const application = await selectSocialApplication(port);
  if (!application.ok) return card(application.error);
  const command = verifyPin(digits);
  if (!command) return { kind: 'wrong', triesLeft: null };
  const answer = await exchangeOnce(port, command);
  command.fill(0);
  if (!answer.ok) return card(answer.error);
  const { sw } = answer.value;
  switch (statusMeaning(sw)) {
    case 'ok':
      return { kind: 'verified' };
    case 'refused':
      // 63C0: this was the last try.
      return triesLeft(sw) === 0 ? { kind: 'blocked' } : { kind: 'wrong', triesLeft: triesLeft(sw) };
    case 'blocked':
      return { kind: 'blocked' };
    case 'locked':
      return card('CARD_LOCKED');
    default:
      return card('CARD_GARBAGE');
  }
}
