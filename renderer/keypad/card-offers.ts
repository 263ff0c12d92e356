import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { Voice } from '../speech/voice.ts';
import type { TextKey } from '../text/texts.ts';
import { backOffer, endOffer } from './common-offers.ts';
import { type Offer, offer } from './offer.ts';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** What the key says that begins anew, by the PIN that the card may have. */
export const goOnWords = {
  changed: 'pinResult.goOn',
  kept: 'pinResult.goOnOld',
  unknown: 'pinResult.goOnTry',
} as const satisfies Readonly<Record<Of<'pinResult'>['outcome'], TextKey>>;

/** Whether a slip is out or on its way. */
export function hasPinSlip({ print }: Of<'pinResult'>): boolean {
  return print !== 'none' && print !== 'notPrinted';
}

/** The first PIN can be changed where it was found out. */
export function pinProblemOffers(voice: Voice, { mayChange }: Of<'pinProblem'>): readonly Offer[] {
  if (mayChange !== true) return [];
  return [offer(voice, { pad: 'green', words: 'pin.changeNow', intent: { kind: 'changePin' } }), endOffer(voice)];
}

export function changePinOffers(voice: Voice, { step }: Of<'changePin'>): readonly Offer[] {
  if (step === 'checking' || step === 'changing') return [];
  const last = offer(voice, { pad: 'green', words: 'enterPin.useLast', intent: { kind: 'useLastTry' } });
  return [...(step === 'askLastTry' ? [last] : []), backOffer(voice), endOffer(voice)];
}

export function pinResultOffers(voice: Voice, screen: Of<'pinResult'>): readonly Offer[] {
  if (!screen.mayGoOn) return [endOffer(voice, 'green')];
  const again = offer(voice, { pad: 'green', words: goOnWords[screen.outcome], intent: { kind: 'retry' } });
  return [again, ...(hasPinSlip(screen) ? [] : [endOffer(voice)])];
}
