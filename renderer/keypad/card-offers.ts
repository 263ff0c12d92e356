import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { Voice } from '../speech/voice.ts';
import type { TextKey } from '../text/texts.ts';
import { backOffer, endOffer, padToo } from './common-offers.ts';
import { type Offer, offer } from './offer.ts';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** What the key says that begins anew, by the PIN that the card may have. */
export const goOnWords = {
  changed: 'pinResult.goOn',
  kept: 'pinResult.goOnOld',
  unknown: 'pinResult.goOnTry',
} as const satisfies Readonly<Record<Of<'pinResult'>['outcome'], TextKey>>;

/** Whether a slip is out or on its way. */
export function hasPinSlip({ print }: Of<'pinResult'> | Of<'loss'>): boolean {
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
  if (step === 'askLastTry') return [last, backOffer(voice), endOffer(voice)];
  return [padToo(voice, backOffer(voice)), endOffer(voice)];
}

export function pinResultOffers(voice: Voice, screen: Of<'pinResult'>): readonly Offer[] {
  // The card is out already: there is nothing to take.
  if (!screen.mayGoOn) return [offer(voice, { pad: 'green', words: 'loss.finish', intent: { kind: 'end' } })];
  const again = offer(voice, { pad: 'green', words: goOnWords[screen.outcome], intent: { kind: 'retry' } });
  return [again, ...(hasPinSlip(screen) ? [] : [endOffer(voice)])];
}

/** The main key of each step of a loss report; null where there is none. */
export function lossMain({
  step,
  card,
  trouble,
}: Of<'loss'>): { readonly act: Intent; readonly words: TextKey } | null {
  switch (step) {
    case 'confirm':
      return card?.mayReport === true ? { act: { kind: 'confirmLoss' }, words: 'loss.confirm' } : null;
    case 'failed':
      return { act: { kind: 'retry' }, words: trouble === 'unsure' ? 'notPaid.retry' : 'loss.again' };
    case 'done':
      return { act: { kind: 'end' }, words: 'loss.finish' };
    default:
      return null;
  }
}

export function lossOffers(voice: Voice, screen: Of<'loss'>): readonly Offer[] {
  const main = lossMain(screen);
  const leaves = screen.step !== 'reporting' && screen.step !== 'done';
  return [
    ...(main === null ? [] : [offer(voice, { pad: 'green', words: main.words, intent: main.act })]),
    ...(leaves ? [offer(voice, { pad: 'red', words: 'loss.leave', intent: { kind: 'end' } })] : []),
  ];
}

/** From the screen that waits for a card to the loss report. */
export function lossDoor(voice: Voice): Offer {
  return offer(voice, { pad: '2', words: 'loss.door', intent: { kind: 'openLoss' } });
}
