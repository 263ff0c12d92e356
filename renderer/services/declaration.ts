import { BASE_DIGITS, type DeclarationView, type Dues } from '../../common/contracts/session/services/declaration.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import type { Locale, TextKey, Values } from '../text/texts.ts';
import { monthText } from '../text/times.ts';
import { insuranceKey } from './contributions.ts';
import type { Face, Place, SheetKey } from './face.ts';

/** What the page is about · how what was declared is worked out. */
export const DECLARATION_SHEETS = { now: 0, lines: 1 } as const;

/** "1680" of whole yuan, with places where there are fen. */
export function plainYuan(amount: Fen): string {
  return formatFen(amount).replace(/\.00$/, '');
}

/** The sentence that stands first. */
export function headingOf({ step, because, draft, declared }: DeclarationView): TextKey {
  if (step === 'typing') return 'declaration.type';
  if (step === 'closed') return `declaration.closed.${because ?? 'noRule'}`;
  if (step === 'declared') return declared?.now === true ? 'declaration.done' : 'declaration.known';
  if (draft === null) return 'declaration.choose';
  return draft.fits === 'fits' ? 'declaration.monthly' : `declaration.${draft.fits}`;
}

/** The month as the heading names it. */
export function headingValues(locale: Locale, { month }: DeclarationView): Values {
  return { month: monthText(locale, month) };
}

/** What a line is called. */
export function lineKey({ insurance, fund }: Dues['lines'][number]): TextKey {
  return fund === '' ? insuranceKey(insurance) : `declaration.fund.${fund}`;
}

const change: SheetKey = { words: 'declaration.change', act: { kind: 'turnService', to: 'choose' } };

function keys({ step, choices, draft }: DeclarationView, { sheet }: Place): readonly SheetKey[] {
  switch (step) {
    case 'choose':
      return [
        ...choices.map(({ percent, base }): SheetKey => {
          const yuan = plainYuan(base);
          return {
            words: 'declaration.choice',
            values: { percent, yuan },
            act: { kind: 'turnService', to: `base ${yuan}` },
          };
        }),
        { words: 'declaration.other', act: { kind: 'turnService', to: 'type' } },
      ];
    case 'draft':
      if (draft === null || draft.due === null) return [change];
      return [
        { words: 'declaration.confirm', act: { kind: 'declare', base: draft.base, total: draft.due.total } },
        change,
      ];
    case 'declared':
      return sheet === DECLARATION_SHEETS.lines
        ? []
        : [{ words: 'declaration.lines', act: { sheet: DECLARATION_SHEETS.lines, page: 0 } }];
    default:
      return [];
  }
}

function limitsSaid({ say, yuan, named, join, locale }: Voice, { limits }: DeclarationView): readonly Utterance[] {
  if (limits === null) return [];
  const since = say('declaration.since', { month: monthText(locale, limits.since.slice(0, 7)) });
  return [
    secret(named(say('declaration.floor'), yuan(limits.floor))),
    secret(named(say('declaration.ceiling'), yuan(limits.ceiling))),
    secret(named(say('declaration.average'), join(yuan(limits.average), since))),
  ];
}

function duesSaid({ say, yuan, named, join }: Voice, { lines, total }: Dues): readonly Utterance[] {
  return [
    secret(yuan(total)),
    ...lines.map((line) => {
      const of = say('declaration.of', { yuan: plainYuan(line.base), percent: line.percent });
      return secret(named(say(lineKey(line)), join(yuan(line.amount), of)));
    }),
  ];
}

function bodySaid(voice: Voice, answer: DeclarationView, page: number): readonly Utterance[] {
  const { say, yuan, named } = voice;
  const { step, because, draft, declared } = answer;
  if (step === 'closed') return [secret(say(`declaration.closed.${because ?? 'noRule'}.note`))];
  if (step === 'typing') return [secret(say('declaration.typed', { yuan: page })), ...limitsSaid(voice, answer)];
  if (declared !== null) {
    return [
      secret(named(say('declaration.number'), voice.spelt(declared.number))),
      secret(named(say('declaration.base'), yuan(declared.base))),
      secret(named(say('declaration.total'), yuan(declared.total))),
      secret(say('declaration.pay')),
    ];
  }
  if (draft === null) return limitsSaid(voice, answer);
  if (draft.due !== null) return duesSaid(voice, draft.due);
  return [secret(named(say('declaration.yours'), yuan(draft.base))), ...limitsSaid(voice, answer)];
}

/** S15 */
export const declarationFace: Face<DeclarationView> = {
  keys,
  typing({ step }) {
    if (step !== 'typing') return null;
    return {
      digits: BASE_DIGITS,
      go: (typed) => ({
        words: 'declaration.go',
        act: { kind: 'turnService', to: `base ${typed}` },
        off: typed === 0,
      }),
    };
  },
  said(voice, answer, { sheet, page }) {
    const { say } = voice;
    const { declared, refused, illustrative } = answer;
    const sample = illustrative ? [open(say('service.illustrative'))] : [];
    if (sheet === DECLARATION_SHEETS.lines && declared !== null) {
      return [
        secret(say('declaration.monthly', headingValues(voice.locale, answer))),
        ...duesSaid(voice, declared),
        ...sample,
      ];
    }
    return [
      ...(refused ? [secret(say('declaration.refused'))] : []),
      secret(say(headingOf(answer), headingValues(voice.locale, answer))),
      ...bodySaid(voice, answer, page),
      ...sample,
    ];
  },
};
