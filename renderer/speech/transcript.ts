import type { Screen, Snapshot } from '../../common/contracts/session/snapshot.ts';
import { checkSaid } from '../check/said.ts';
import { LINES_SHOWN } from '../keypad/choices.ts';
import { firstView, type Offer, type View } from '../keypad/offer.ts';
import { offersOf } from '../keypad/offers.ts';
import { startView } from '../keypad/start.ts';
import type { FeeLine } from '../link/screen-client.ts';
import { policySaid } from '../policy/said.ts';
import { homeSaid } from '../services/home-offers.ts';
import { serviceSaid } from '../services/service-said.ts';
import {
  cardProblemSaid,
  failureSaid,
  hello,
  insertCardSaid,
  lookingUpSaid,
  nothingUnpaidSaid,
  outOfServiceSaid,
  pinSaid,
  readingCardSaid,
  takeYourCard,
  whoSaid,
} from './before.ts';
import { changePinSaid, lossSaid, pinResultSaid } from './card.ts';
import { detailSaid } from './detail.ts';
import { confirmSaid, feeLinesSaid, preparingSaid, splitSaid, visitSaid, workingSaid } from './pay.ts';
import { doneSaid, notPaidSaid, stepFailedSaid, stillThereSaid, takeCardSaid, unknownSaid } from './result.ts';
import { staffSaid } from './staff.ts';
import { open, type Utterance } from './utterance.ts';
import { type Voice, voiceOf } from './voice.ts';

export interface TranscriptOf {
  readonly snapshot: Snapshot;
  readonly view?: View;
  /** The single items of the page that is open, once they have come. */
  readonly lines?: readonly FeeLine[] | null;
}

const stepOf = { visit: 1, preparing: 2, split: 2, confirm: 3, working: 3, notPaid: 3, unknown: 3, done: 4 } as const;
const stepNames = ['step.fees', 'step.split', 'step.confirm', 'step.take'] as const;

/**
 * Everything that a screen says to somebody who does not see it, in its order: where one is, what there is to know,
 * what each key does and what presses it. All that is needed to use the screen and to check a transaction.
 */
export function transcriptOf({
  snapshot,
  view = startView(snapshot.screen),
  lines = null,
}: TranscriptOf): readonly Utterance[] {
  const voice = voiceOf(snapshot.locale, snapshot.site.panel);
  const { say } = voice;
  const offers = offersOf(voice, snapshot, view);
  const keys = (tools: boolean): readonly Utterance[] =>
    offers
      .filter((offer) => TOOLS.has(offer.name) === tools && !isDigitKey(offer))
      .flatMap((offer) => offerSaid(voice, offer));
  return [
    ...(snapshot.mode === 'lab' ? [open(say('frame.demo'))] : []),
    ...(view.settings ? settingsSaid(voice, snapshot) : whereSaid(voice, snapshot.screen)),
    ...(view.settings ? [] : screenSaid(voice, { snapshot, view, lines })),
    ...digitsSaid(voice, offers.filter(isDigitKey)),
    ...keys(false),
    open(say('frame.help', { window: snapshot.site.helpWindow })),
    // What is the same on every screen is told last, and what says nothing.
    ...keys(true),
    open(say('speech.again')),
    open(say('speech.quiet')),
  ];
}

/** A key that types what stands on it: a finger finds it on the keypad without being told of each. */
function isDigitKey({ pad, words }: Offer): boolean {
  return pad !== null && words.length === 1 && words[0]?.text === pad;
}

function digitsSaid({ say, join }: Voice, digits: readonly Offer[]): readonly Utterance[] {
  if (digits.length === 0) return [];
  const dead = digits.every(({ off }) => off);
  return [open(dead ? join(say('speech.digits'), say('speech.dead')) : say('speech.digits'))];
}

/** Keys that every screen has, and the one that is for eyes alone. */
const TOOLS: ReadonlySet<string> = new Set(['setLocale', 'settings', 'reveal']);

function whereSaid({ say, join }: Voice, { kind }: Screen): readonly Utterance[] {
  if (!(kind in stepOf)) return [];
  const now = stepOf[kind as keyof typeof stepOf];
  const name = kind === 'unknown' ? 'frame.stepUnknown' : stepNames[now - 1];
  return [open(join(say('frame.stepOf', { now, of: stepNames.length }), name === undefined ? '' : say(name)))];
}

/** "按 1，心血管内科，628 元 5 角，今天": a dead key says that it is dead. */
export function offerSaid({ say, named, join }: Voice, { pad, words, off }: Offer): readonly Utterance[] {
  const press =
    pad === null
      ? say('speech.press.walk')
      : /^\d$/.test(pad)
        ? say('speech.press.digit', { digit: pad })
        : say(`speech.press.${pad as 'green' | 'yellow' | 'red'}`);
  return words.map(({ text, private: own }) => {
    return { text: off ? join(text, say('speech.dead')) : named(press, text), private: own };
  });
}

const HOLD: ReadonlySet<string> = new Set(['readingCard', 'lookingUp', 'preparing', 'working']);

function settingsSaid({ say }: Voice, { screen }: Snapshot): readonly Utterance[] {
  const strip = say(HOLD.has(screen.kind) ? 'working.hold' : 'look.ends');
  return [open(say('look.title')), open(say('look.sample')), open(strip)];
}

function screenSaid(voice: Voice, { snapshot, view = firstView, lines = null }: TranscriptOf): readonly Utterance[] {
  const { screen, cardIn } = snapshot;
  switch (screen.kind) {
    case 'outOfService':
      return outOfServiceSaid(voice, screen, snapshot);
    case 'insertCard':
      return insertCardSaid(voice, screen, snapshot);
    case 'readingCard':
      return readingCardSaid(voice, screen);
    case 'cardProblem':
      return cardProblemSaid(voice, screen, snapshot);
    case 'enterPin':
      return pinSaid(voice, screen);
    case 'pinProblem':
      return [
        hello(voice, screen),
        ...failureSaid(voice, screen.failure),
        ...takeYourCard(voice, cardIn && screen.mayChange !== true),
      ];
    case 'changePin':
      return changePinSaid(voice, screen);
    case 'loss':
      return lossSaid(voice, screen, snapshot);
    case 'pinResult':
      return pinResultSaid(voice, screen, snapshot);
    case 'lookingUp':
      return lookingUpSaid(voice, screen);
    case 'whoYouAre':
      return whoSaid(voice, screen);
    case 'policy':
      return policySaid(voice, screen);
    case 'checkCode':
      return checkSaid(voice, screen);
    case 'home':
      return homeSaid(voice, screen, view);
    case 'service':
      return serviceSaid(voice, screen, view);
    case 'visit': {
      if (view.lines === null) return visitSaid(voice, screen, snapshot);
      const pages = Math.max(1, Math.ceil(screen.visit.lineCount / LINES_SHOWN));
      return feeLinesSaid(voice, { page: view.lines, pages, lines });
    }
    case 'preparing':
      return preparingSaid(voice, screen);
    case 'split':
      if (view.lines !== null) return detailSaid(voice, screen, view.lines, lines);
      return splitSaid(voice, screen, snapshot.look.theme === 'elder');
    case 'confirm':
      if (view.lines !== null) return detailSaid(voice, screen, view.lines, lines);
      return confirmSaid(voice, screen, snapshot);
    case 'working':
      return workingSaid(voice, screen);
    case 'done':
      return doneSaid(voice, screen, snapshot);
    case 'notPaid':
      return notPaidSaid(voice, screen, snapshot);
    case 'unknown':
      return unknownSaid(voice, screen, snapshot);
    case 'nothingUnpaid':
      return nothingUnpaidSaid(voice, screen, snapshot);
    case 'stepFailed':
      return stepFailedSaid(voice, screen);
    case 'stillThere':
      return stillThereSaid(voice, screen, cardIn);
    case 'staff':
      return staffSaid(voice, screen.view, view);
    case 'takeCard':
      return takeCardSaid(voice, screen);
  }
}
