import type { Screen, Snapshot } from '../../common/contracts/session/snapshot.ts';
import { checkDoor, checkOffers } from '../check/offers.ts';
import { leaveOffer, policyDoor, policyOffers } from '../policy/offers.ts';
import { homeOffers } from '../services/home-offers.ts';
import { serviceOffers } from '../services/service-offers.ts';
import { secret } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { changePinOffers, lossDoor, lossOffers, pinProblemOffers, pinResultOffers } from './card-offers.ts';
import { backOffer, endOffer, padToo, settingsOffers, toolOffers } from './common-offers.ts';
import { type Offer, offer, type View } from './offer.ts';
import {
  confirmOffers,
  nothingUnpaidOffers,
  retryOffer,
  splitOffers,
  stepFailedOffers,
  visitOffers,
  whoOffers,
} from './resident-offers.ts';
import { staffOffers } from './staff-offers.ts';

/** Every key of a screen in the order in which the keypad walks through them. */
export function offersOf(voice: Voice, snapshot: Snapshot, view: View): readonly Offer[] {
  const tools = toolOffers(voice, snapshot, view.settings);
  if (view.settings) return [...tools, ...settingsOffers(voice, snapshot)];
  return [...tools, ...ownOffers(voice, snapshot, snapshot.screen, view)];
}

function ownOffers(voice: Voice, snapshot: Snapshot, screen: Screen, view: View): readonly Offer[] {
  switch (screen.kind) {
    case 'outOfService':
    case 'readingCard':
    case 'cardProblem':
    case 'working':
    case 'unknown':
    case 'takeCard':
      return [];
    case 'insertCard':
      return [
        ...(screen.pages === true ? [policyDoor(voice, '1')] : []),
        ...(screen.loss === true ? [lossDoor(voice)] : []),
        ...(screen.checks === true ? [checkDoor(voice)] : []),
      ];
    case 'checkCode':
      return checkOffers(voice, screen);
    case 'policy':
      return policyOffers(voice, screen, snapshot.cardIn);
    case 'enterPin':
      return pinOffers(voice, screen);
    case 'pinProblem':
      return pinProblemOffers(voice, screen);
    case 'changePin':
      return changePinOffers(voice, screen);
    case 'loss':
      return lossOffers(voice, screen);
    case 'pinResult':
      return pinResultOffers(voice, screen);
    case 'lookingUp':
      return screen.about === undefined ? [endOffer(voice)] : [backOffer(voice), endOffer(voice)];
    case 'whoYouAre':
      return whoOffers(voice, screen, snapshot, view);
    case 'home':
      return homeOffers(voice, screen, view);
    case 'service':
      return serviceOffers(voice, screen, view);
    case 'visit':
      return visitOffers(voice, screen, view);
    case 'preparing':
      return [endOffer(voice)];
    case 'split':
      return splitOffers(voice, screen, view);
    case 'confirm':
      return confirmOffers(voice, screen, view);
    case 'done':
      return doneOffers(voice, screen);
    case 'notPaid':
      return notPaidOffers(voice, screen);
    case 'nothingUnpaid':
      return nothingUnpaidOffers(voice, screen);
    case 'stepFailed':
      return stepFailedOffers(voice, screen);
    case 'stillThere':
      return stillThereOffers(voice, snapshot.cardIn);
    case 'staff':
      return staffOffers(voice, screen.view, view);
  }
}

function stillThereOffers(voice: Voice, cardIn: boolean): readonly Offer[] {
  return [
    offer(voice, { pad: 'green', words: 'stillThere.stay', intent: { kind: 'stay' } }),
    leaveOffer(voice, cardIn),
  ];
}

function pinOffers(voice: Voice, { phase, about }: Extract<Screen, { kind: 'enterPin' }>): readonly Offer[] {
  if (phase === 'checking') return [];
  const last = offer(voice, { pad: 'green', words: 'enterPin.useLast', intent: { kind: 'useLastTry' } });
  if (phase === 'askLastTry') return [last, ...(about === undefined ? [] : [backOffer(voice)]), endOffer(voice)];
  // The pad's red key leads back to where the PIN was asked for, and ends where that was the beginning.
  if (about === undefined) return [padToo(voice, endOffer(voice))];
  return [padToo(voice, backOffer(voice)), endOffer(voice)];
}

function doneOffers(voice: Voice, screen: Extract<Screen, { kind: 'done' }>): readonly Offer[] {
  const { print, collection, others = 0 } = screen;
  if (collection?.state === 'asking') {
    return [offer(voice, { pad: '1', words: 'collect.window', intent: { kind: 'payAtWindow' } })];
  }
  if (print === 'waitingForPaper' || print === 'waitingForCover') {
    return [offer(voice, { pad: '1', words: 'done.leave', intent: { kind: 'leavePrint' } })];
  }
  if (others === 0) return [];
  const next = [secret(voice.join(voice.say('done.next', { count: others }), voice.say('done.nextHow')))];
  return [offer(voice, { pad: '1', words: next, intent: { kind: 'nextVisit' } })];
}

function notPaidOffers(voice: Voice, { mayRetry, print }: Extract<Screen, { kind: 'notPaid' }>): readonly Offer[] {
  const slip = print !== 'none' && print !== 'notPrinted';
  if (!mayRetry) return [endOffer(voice, 'green')];
  return [retryOffer(voice), ...(slip ? [] : [endOffer(voice)])];
}
