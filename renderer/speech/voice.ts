import type { Panel } from '../../common/contracts/session/look.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { type Locale, spokenOf, type TextKey, type Values } from '../text/texts.ts';

/** Words for the ear in one language. */
export interface Voice {
  readonly locale: Locale;
  readonly say: (key: TextKey, values?: Values) => string;
  /** Parts of one utterance with a short pause between them. */
  readonly join: (...parts: readonly string[]) => string;
  /** An amount as people say it: 36 元 7 角 9 分. */
  readonly yuan: (amount: Fen) => string;
  /** "您付：36 元 7 角 9 分" */
  readonly named: (name: string, value: string) => string;
  /** Characters one by one, so that no number is read as one: 2 0 4 6. */
  readonly spelt: (text: string) => string;
  /** A masked name: 李某兰. */
  readonly masked: (name: string) => string;
  /** On which side below the glass a slot is: who does not see the tab above it looks for it by hand. */
  readonly slot: (which: 'card' | 'paper') => string;
}

type Slots = Pick<Panel, 'widthMm' | 'cardSlotMm' | 'paperSlotMm'>;

/** The panel of a profile that says nothing of its own. */
const USUAL: Slots = { widthMm: 267.8, cardSlotMm: 196, paperSlotMm: 67 };

/** Less than a tenth of the width off the middle, a slot is neither on the left nor on the right. */
function sideOf(mm: number, { widthMm }: Slots): 'left' | 'middle' | 'right' {
  const share = mm / widthMm;
  return share < 0.4 ? 'left' : share > 0.6 ? 'right' : 'middle';
}

/** `panel`: where the slots are; only a whole transcript tells it. */
export function voiceOf(locale: Locale, panel: Slots = USUAL): Voice {
  const say = (key: TextKey, values?: Values): string => spokenOf(locale, key, values);
  return {
    locale,
    say,
    join: (...parts) => parts.filter((part) => part !== '').join(say('speech.comma')),
    yuan(amount) {
      const [yuan = '0', cents = '00'] = formatFen(amount).split('.');
      const [jiao = '0', fen = '0'] = cents;
      if (cents === '00') return say('speech.yuan', { yuan });
      if (fen === '0') return say('speech.jiao', { yuan, jiao });
      return jiao === '0' ? say('speech.fen', { yuan, fen }) : say('speech.jiaoFen', { yuan, jiao, fen });
    },
    named: (name, value) => say('speech.named', { name, value }),
    spelt: (text) => [...text].join(' '),
    masked: (name) => name.replace(/\*+/gu, say('speech.star')),
    slot: (which) =>
      say(`speech.slot.${which}.${sideOf(which === 'card' ? panel.cardSlotMm : panel.paperSlotMm, panel)}`),
  };
}
