import { type CardView, cardSteps } from '../../common/contracts/session/services/card.ts';
import { secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { cardDayText } from '../text/card-days.ts';
import type { TextKey } from '../text/texts.ts';
import type { Face, Place, SheetKey } from './face.ts';

/** How the card stands · how far a new one has come. */
export const CARD_SHEETS = { now: 0, application: 1 } as const;

const ACT_KEYS = {
  pinChange: { words: 'card.changePin', act: { kind: 'changePin' } },
  withdrawLoss: { words: 'card.withdrawLoss', act: { kind: 'withdrawLoss' } },
} as const satisfies Readonly<Record<CardView['acts'][number], SheetKey>>;

function keys({ acts, application }: CardView, { sheet }: Place): readonly SheetKey[] {
  if (sheet === CARD_SHEETS.application) return [];
  const way: SheetKey = { words: 'card.newCard', act: { sheet: CARD_SHEETS.application, page: 0 } };
  return [...acts.map((act) => ACT_KEYS[act]), ...(application === null ? [] : [way])];
}

/** The sentence that stands first: what was just done, or how the card stands. */
export function cardHeading({ state, withdrawn }: CardView): TextKey {
  return withdrawn ? 'card.withdrawn' : `card.${state}`;
}

function nowSaid({ say, named, locale }: Voice, answer: CardView): readonly Utterance[] {
  const { state, since, chip, centre, differs, issuer } = answer;
  return [
    secret(say(cardHeading(answer))),
    ...(state === 'lost' ? [secret(say('card.lostNote'))] : []),
    secret(named(say('card.since'), cardDayText(locale, since))),
    secret(named(say('card.expires'), cardDayText(locale, centre.expiresOn))),
    secret(named(say('card.chipExpires'), cardDayText(locale, chip.expiresOn))),
    ...(differs ? [secret(say('card.differs'))] : []),
    secret(say('card.issuer', { issuer })),
  ];
}

function applicationSaid({ say, named, locale }: Voice, { application }: CardView): readonly Utterance[] {
  if (application === null) return [];
  const { why, steps, collectAt } = application;
  return [
    secret(say(`card.why.${why}`)),
    ...cardSteps.map((step) => {
      const on = steps.find((one) => one.step === step)?.on;
      return secret(named(say(`card.step.${step}`), on === undefined ? say('card.next') : cardDayText(locale, on)));
    }),
    ...(collectAt === null ? [] : [secret(say('card.collectAt', { place: collectAt }))]),
  ];
}

/** The card itself. */
export const cardFace: Face<CardView> = {
  keys,
  said(voice, answer, { sheet }) {
    return sheet === CARD_SHEETS.application ? applicationSaid(voice, answer) : nowSaid(voice, answer);
  },
};
