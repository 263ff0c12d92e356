import type { Screen, Snapshot } from '../../common/contracts/session/snapshot.ts';
import { hasPinSlip } from '../keypad/card-offers.ts';
import { pinWarning } from '../kiosk/pin-warning.ts';
import { cardDayText } from '../text/card-days.ts';
import { hello, takeYourCard } from './before.ts';
import { open, secret, type Utterance } from './utterance.ts';
import type { Voice } from './voice.ts';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** PIN digits are never spoken, only how many there are, and why one was not taken. */
export function changePinSaid({ say }: Voice, screen: Of<'changePin'>): readonly Utterance[] {
  const { step, digits } = screen;
  const all = (...keys: readonly Parameters<typeof say>[0][]) => keys.map((key) => open(say(key)));
  switch (step) {
    case 'askLastTry':
      return all('enterPin.last', 'enterPin.lastSub', 'enterPin.lastHelp');
    case 'checking':
      return all('enterPin.checking', 'readingCard.hold', 'pin.nobody');
    case 'changing':
      return all('pin.changing', 'readingCard.hold', 'pin.nobody');
    default: {
      const warning = pinWarning(screen);
      const where = { old: 'enterPin.where', new: 'pin.newSub', again: 'pin.againSub' } as const;
      return [
        // Each digit begins the page anew: what is new comes first.
        ...(digits > 0 ? [open(say('enterPin.entered', { count: digits }))] : []),
        ...(warning === null ? [] : [open(say(warning.key, warning.values))]),
        ...all(`pin.${step}`, where[step]),
        ...all('enterPin.cover', 'enterPin.done', 'pin.nobody'),
      ];
    }
  }
}

export function pinResultSaid(voice: Voice, screen: Of<'pinResult'>, { site, cardIn }: Snapshot): readonly Utterance[] {
  const { say, join, slot } = voice;
  const { outcome } = screen;
  const slip = hasPinSlip(screen);
  return [
    hello(voice, screen),
    open(say(`pinResult.${outcome}`)),
    open(say(`pinResult.${outcome}Sub`)),
    ...(outcome === 'changed' ? [open(say('pinResult.bank'))] : []),
    ...(outcome === 'unknown'
      ? [
          open(say('pinResult.either')),
          open(join(say('pinResult.tryNew'), say('pinResult.thenOld'))),
          open(say('pinResult.window', { window: site.helpWindow })),
        ]
      : []),
    ...(slip ? [open(join(say('tab.paper'), slot('paper')))] : []),
    ...takeYourCard(voice, slip && cardIn),
  ];
}

/** Whose card it is, is the person's business; what is to be done, everybody may hear. */
export function lossSaid(voice: Voice, screen: Of<'loss'>, { site }: Snapshot): readonly Utterance[] {
  const { say, named, masked, spelt, join, locale, slot } = voice;
  const { step, card, trouble } = screen;
  const head = open(say('loss.title'));
  if (step === 'show') {
    return [
      head,
      open(say('loss.show')),
      open(say('loss.showSub')),
      open(say('loss.showNone', { window: site.helpWindow })),
    ];
  }
  if (step === 'asking' || step === 'reporting') return [head, open(say(`loss.${step}`)), open(say('loss.wait'))];
  if (trouble !== null) {
    const why = [open(say(`loss.${trouble}`)), open(say(`loss.${trouble}Sub`))];
    return [head, ...why, open(say('loss.hotline', { hotline: spelt(site.hotline) }))];
  }
  if (card === null) return [head];
  const { name, cardTail, state, since, number, mayReport } = card;
  const heading =
    step === 'done' && state === 'lost' ? 'loss.done' : mayReport ? 'loss.question' : (`card.${state}` as const);
  return [
    head,
    open(say(heading)),
    secret(named(say('loss.name'), masked(name))),
    secret(named(say('loss.tail'), spelt(cardTail))),
    ...(state === 'normal' ? [] : [secret(named(say('loss.since'), cardDayText(locale, since)))]),
    ...(number === null ? [] : [secret(named(say('loss.number'), spelt(number)))]),
    ...(mayReport ? [open(say('loss.effect'))] : []),
    ...(state === 'lost' ? [open(say('loss.withdraw'))] : []),
    ...(mayReport || state === 'lost' ? [] : [open(say('loss.cannot', { window: site.helpWindow }))]),
    open(say('loss.assurance')),
    ...(hasPinSlip(screen) ? [open(join(say('tab.paper'), slot('paper')))] : []),
  ];
}
