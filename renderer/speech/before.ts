import type { Screen, Snapshot } from '../../common/contracts/session/snapshot.ts';
import { inviteOf } from '../kiosk/invite.ts';
import { pinTitle } from '../kiosk/pin-title.ts';
import { whoQuestion } from '../kiosk/who-question.ts';
import { schemeKey } from '../text/schemes.ts';
import { failureParts } from '../text/texts.ts';
import { open, secret, type Utterance } from './utterance.ts';
import type { Voice } from './voice.ts';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** "李某兰，您好": who stands here is nobody else's business. */
export function hello({ say, masked }: Voice, { person }: { person: { name: string } }): Utterance {
  return secret(say('who.hello', { name: masked(person.name) }));
}

/** The sentences of a failure, for everybody to hear: none names a person. */
export function failureSaid({ locale }: Voice, code: Parameters<typeof failureParts>[1]): readonly Utterance[] {
  return failureParts(locale, code).map(open);
}

export function outOfServiceSaid(voice: Voice, { failure }: Of<'outOfService'>, { site }: Snapshot) {
  const { say } = voice;
  return [
    open(say('outOfService.title')),
    ...failureSaid(voice, failure),
    open(say('outOfService.window', { window: site.cashierWindow })),
    open(say('outOfService.later')),
  ];
}

export function insertCardSaid(
  { say, join, slot }: Voice,
  screen: Of<'insertCard'>,
  { site, headphones }: Snapshot,
): readonly Utterance[] {
  const { list, steps } = inviteOf(screen);
  return [
    open(say(site.keypad ? 'speech.welcomeKeys' : 'speech.welcome')),
    ...(headphones === false ? [open(say('speech.plug'))] : []),
    open(say('insertCard.title')),
    open(say('insertCard.sub')),
    open(join(say('tab.insert'), slot('card'))),
    open(join(say(list), ...steps.map((step) => say(step)))),
    open(join(say('insertCard.noCard'), say('insertCard.window', { window: site.cashierWindow }))),
  ];
}

export function cardProblemSaid(voice: Voice, screen: Of<'cardProblem'>, { cardIn }: Snapshot): readonly Utterance[] {
  const { say, named } = voice;
  const { failure, expiredOn } = screen;
  const expired = expiredOn === null ? [] : [secret(named(say('cardProblem.expired'), expiredOn))];
  return [...failureSaid(voice, failure), ...expired, ...takeYourCard(voice, cardIn)];
}

/** A wait is worth a word from here on, as on the glass, ms. */
const LONG_MS = 3000;

/** How long it has been, in real seconds. */
export function waitSaid({ say }: Voice, sinceMs: number): readonly Utterance[] {
  if (sinceMs < LONG_MS) return [];
  return [open(say('time.seconds', { seconds: Math.floor(sinceMs / 1000) }))];
}

export function readingCardSaid(voice: Voice, { sinceMs }: Of<'readingCard'>): readonly Utterance[] {
  const { say } = voice;
  const wait = waitSaid(voice, sinceMs);
  const time = wait.length === 0 ? [open(say('readingCard.time'))] : wait;
  return [open(say('readingCard.title')), ...time, open(say('readingCard.hold'))];
}

/** Where the card is to be taken: said wherever its tab is lit. */
export function takeYourCard({ say, join, slot }: Voice, cardIn: boolean): readonly Utterance[] {
  return cardIn ? [open(join(say('tab.card'), slot('card')))] : [];
}

/** PIN digits are never spoken, only how many there are. */
export function pinSaid(voice: Voice, screen: Of<'enterPin'>): readonly Utterance[] {
  const { say } = voice;
  const { phase, digits, refused, triesLeft } = screen;
  if (phase === 'askLastTry') {
    return (['enterPin.last', 'enterPin.lastSub', 'enterPin.lastHelp'] as const).map((key) => open(say(key)));
  }
  const who = hello(voice, screen);
  const entered = open(say('enterPin.entered', { count: digits }));
  if (phase === 'checking') {
    const keys = ['enterPin.checking', 'readingCard.hold', 'enterPin.stay'] as const;
    return [who, ...keys.map((key) => open(say(key)))];
  }
  const again = triesLeft === null ? say('enterPin.refusedAgain') : say('enterPin.refused', { tries: triesLeft });
  return [
    // Each digit begins the page anew: what is new comes first.
    ...(digits > 0 ? [entered] : []),
    who,
    ...(refused ? [open(again)] : []),
    open(say(pinTitle(screen.about))),
    open(say('enterPin.where')),
    open(say('enterPin.cover')),
    open(say('enterPin.done')),
    open(say('enterPin.stay')),
  ];
}

export function lookingUpSaid(voice: Voice, screen: Of<'lookingUp'>): readonly Utterance[] {
  const { say } = voice;
  const { about } = screen;
  const title = about === undefined ? 'lookingUp.title' : about === 'home' ? 'lookingUp.home' : 'lookingUp.service';
  return [
    hello(voice, screen),
    open(say(title)),
    open(say(about === undefined ? 'lookingUp.sub' : 'lookingUp.serviceSub')),
    ...waitSaid(voice, screen.sinceMs),
    open(say('readingCard.hold')),
    open(say('cardProblem.safe')),
  ];
}

export function whoSaid(voice: Voice, screen: Of<'whoYouAre'>): readonly Utterance[] {
  const { say, spelt } = voice;
  return [
    hello(voice, screen),
    secret(say(schemeKey(screen.schemes[0]))),
    secret(say('who.number', { tail: spelt(screen.person.number.slice(-4)) })),
    open(say('enterPin.stay')),
    open(say(whoQuestion(screen))),
  ];
}

export function nothingUnpaidSaid(voice: Voice, screen: Of<'nothingUnpaid'>, { site }: Snapshot) {
  const { say } = voice;
  return [
    hello(voice, screen),
    secret(say('nothingUnpaid.title')),
    open(say('nothingUnpaid.sub')),
    open(say('nothingUnpaid.ask', { window: site.helpWindow })),
  ];
}
