import type { PensionPart, PensionView } from '../../common/contracts/session/services/pension.ts';
import type { Paid } from '../../common/contracts/session/services/shared.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { monthText } from '../text/times.ts';
import { inYears } from '../text/years.ts';
import type { Face, Place, SheetKey } from './face.ts';
import { formulaSaid } from './formula.ts';
import { paidAmount, paidKeys, paidSaid } from './paid.ts';

/** Where one stands · the estimate, whose further pages are its parts · what was paid out. */
export const PENSION_SHEETS = { now: 0, estimate: 1, payments: 2 } as const;

/** The part of the estimate that stands on a page of its sheet, counted from 1; none on page 0. */
export function partOn({ estimate }: PensionView, { page }: Place): PensionPart | undefined {
  return page === 0 ? undefined : estimate?.parts[page - 1];
}

function keys(answer: PensionView, { sheet, page }: Place): readonly SheetKey[] {
  const { estimate, payments } = answer;
  if (sheet === PENSION_SHEETS.payments) return paidKeys(payments, sheet, page);
  const parts = estimate?.parts.length ?? 0;
  if (sheet === PENSION_SHEETS.estimate) {
    if (page === 0) return [{ words: 'pension.how', act: { sheet, page: 1 } }];
    return [{ words: 'pension.nextPart', act: { sheet, page: (page % parts) + 1 }, off: parts < 2 }];
  }
  return [
    ...(parts === 0 ? [] : [{ words: 'pension.estimate', act: { sheet: PENSION_SHEETS.estimate, page: 0 } } as const]),
    ...(payments.length === 0
      ? []
      : [{ words: 'paid.open', act: { sheet: PENSION_SHEETS.payments, page: 0 } } as const]),
  ];
}

/** The newest payment that goes on each month, while a pension is drawn. */
export function drawnNow({ state, payments }: PensionView): Paid | undefined {
  if (state !== 'drawing') return undefined;
  return payments.findLast(({ to, monthly }) => to === null && monthly !== null);
}

function nowSaid({ locale, say, yuan, named, join }: Voice, answer: PensionView): readonly Utterance[] {
  const { lastBase, retirement, deemedMonths, missedMonths } = answer;
  const { years, months, laterByMonths, month } = retirement;
  const age = say(months === 0 ? 'pension.ageYears' : 'pension.ageIs', { years, months });
  const drawn = drawnNow(answer);
  const inAll = inYears(answer.paidMonths + deemedMonths);
  const later = laterByMonths === 0 ? '' : say('pension.later', { months: laterByMonths });
  return [
    secret(say(`pension.${answer.state}`)),
    ...(drawn === undefined
      ? []
      : [secret(named(join(say('pension.eachMonth'), drawn.what), yuan(paidAmount(drawn))))]),
    secret(named(say('pension.months'), say('unit.months', { months: answer.paidMonths + deemedMonths }))),
    ...(inAll === null ? [] : [secret(say(inAll.words, inAll.values))]),
    ...(deemedMonths === 0 ? [] : [secret(say('pension.deemed', { months: deemedMonths }))]),
    ...(missedMonths === 0 ? [] : [secret(say('pension.missed', { months: missedMonths }))]),
    secret(named(say('pension.account'), yuan(answer.account))),
    ...(lastBase === null || drawn !== undefined ? [] : [secret(named(say('pension.lastBase'), yuan(lastBase)))]),
    secret(named(say('pension.age'), join(age, monthText(locale, month), later))),
  ];
}

function estimateSaid({ say, yuan, named }: Voice, { estimate }: PensionView): readonly Utterance[] {
  if (estimate === null) return [];
  return [
    open(say('pension.estimateTitle')),
    secret(yuan(estimate.total)),
    ...estimate.parts.map(({ part, amount }) => secret(named(say(`pension.part.${part}`), yuan(amount)))),
    ...(estimate.futureMonths === 0 ? [] : [secret(say('pension.future', { months: estimate.futureMonths }))]),
    open(say('pension.noPromise')),
    ...(estimate.illustrative ? [open(say('service.illustrative'))] : []),
  ];
}

function partSaid(voice: Voice, { part, amount, formula, terms }: PensionPart): readonly Utterance[] {
  const { say, yuan, named } = voice;
  return [
    secret(say(`pension.part.${part}`)),
    secret(yuan(amount)),
    open(formulaSaid(voice, formula)),
    ...terms.map(({ name, value }) => {
      const text = isMoney(name) ? say('pension.yuan', { amount: value }) : plainNumber(value);
      return secret(voice.join(name, named(say(termKey(name)), text)));
    }),
  ];
}

/** Letters of a formula that stand for money. */
export function isMoney(name: string): boolean {
  return name === 'C' || name === 'A';
}

/** "37.3333", "139": without the zeros behind. */
export function plainNumber(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/u, '') : value;
}

const TERMS = ['C', 'Z', 'N', 'A', 'm', 'Nd', 'N98', 'k'] as const;

/** What a letter of a formula stands for. */
export function termKey(name: string): `pension.term.${(typeof TERMS)[number] | 'other'}` {
  const known = TERMS.find((term) => term === name);
  return `pension.term.${known ?? 'other'}`;
}

/** S8 */
export const pensionFace: Face<PensionView> = {
  keys,
  said(voice, answer, place) {
    if (place.sheet === PENSION_SHEETS.payments) return paidSaid(voice, answer.payments, place.page);
    if (place.sheet !== PENSION_SHEETS.estimate) return nowSaid(voice, answer);
    const part = partOn(answer, place);
    return part === undefined ? estimateSaid(voice, answer) : partSaid(voice, part);
  },
};
