import type { UnemploymentView } from '../../common/contracts/session/services/unemployment.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { schemeKey } from '../text/schemes.ts';
import type { Face, Place, SheetKey } from './face.ts';
import { paidKeys, paidSaid } from './paid.ts';

/** Where one stands · what was paid out. */
export const UNEMPLOYMENT_SHEETS = { now: 0, payments: 1 } as const;

function keys({ payments }: UnemploymentView, { sheet, page }: Place): readonly SheetKey[] {
  if (sheet === UNEMPLOYMENT_SHEETS.payments) return paidKeys(payments, sheet, page);
  if (payments.length === 0) return [];
  return [{ words: 'paid.open', act: { sheet: UNEMPLOYMENT_SHEETS.payments, page: 0 } }];
}

function nowSaid({ say, yuan, named }: Voice, answer: UnemploymentView): readonly Utterance[] {
  const { state, monthsDue, monthsDrawn, monthsLeft, nextMonth, medicalScheme } = answer;
  const months = (count: number): string => say('unit.months', { months: count });
  return [
    secret(say(`unemployment.${state}`)),
    secret(named(say(state === 'none' ? 'unemployment.could' : 'unemployment.left'), months(monthsLeft))),
    secret(named(say('unemployment.due'), months(monthsDue))),
    secret(named(say('unemployment.drawn'), months(monthsDrawn))),
    ...(nextMonth === null ? [] : [secret(named(say('unemployment.next'), yuan(nextMonth)))]),
    ...(medicalScheme === null ? [] : [secret(named(say('unemployment.scheme'), say(schemeKey(medicalScheme))))]),
    // Only who draws the benefit has it.
    ...(answer.clinicSubsidy ? [secret(say('unemployment.clinic'))] : []),
    open(say('unemployment.rule')),
  ];
}

/** S8 with S14 */
export const unemploymentFace: Face<UnemploymentView> = {
  keys,
  said(voice, answer, { sheet, page }) {
    return sheet === UNEMPLOYMENT_SHEETS.payments ? paidSaid(voice, answer.payments, page) : nowSaid(voice, answer);
  },
};
