import type { MedicalView } from '../../common/contracts/session/services/medical.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { addFen, type Fen, fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type Part, partsOf } from '../components/money-shares.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { schemeKey } from '../text/schemes.ts';
import { dateText } from '../text/times.ts';
import type { Face, Place, SheetKey } from './face.ts';

/** What of a deductible or of a ceiling is left. */
export function leftOf({ amount, used }: { readonly amount: Fen; readonly used: Fen }): Fen {
  return fen(Math.max(0, amount - used));
}

function deductibleSaid({ say, yuan, named }: Voice, { deductible }: MedicalView): Utterance {
  const left = leftOf(deductible);
  const words =
    deductible.amount === 0
      ? say('benefits.deductibleNone')
      : left === 0
        ? say('benefits.deductibleMet')
        : say('benefits.deductibleLeft', { amount: yuan(left) });
  return secret(named(say('benefits.deductible'), words));
}

/** The chart, in words: each month in which anything was paid, and by whom. */
function monthsSaid({ say, yuan, named, join }: Voice, { months }: MedicalView): readonly Utterance[] {
  const paid = months.filter(({ funds, account, cash }) => funds + account + cash > 0);
  const rows = paid.map(({ month, funds, account, cash }) => {
    const parts = { funds, account, cash };
    const each = (['funds', 'account', 'cash'] as const)
      .filter((payer) => parts[payer] > 0)
      .map((payer) => `${say(`money.${payer}`)} ${yuan(parts[payer])}`);
    const total = yuan(addFen(funds, account, cash));
    return secret(named(say('speech.month', { month }), join(total, ...each)));
  });
  return rows.length === 0 ? [] : [open(say('benefits.byMonth')), ...rows];
}

/** What is left of the year · who paid it · month by month · each visit. */
export const MEDICAL_SHEETS = { now: 0, payers: 1, months: 2, visits: 3 } as const;

/** The year as one bill: each payer, in the order of the bar. */
export function yearSplit({ totalFees, layers, hospital, account, cash }: MedicalView): Split {
  return {
    total: totalFees,
    funds: addFen(ZERO_FEN, ...layers.map(({ paid }) => paid)),
    layers: layers.map(({ layer, paid }) => ({ layer, amount: paid })),
    hospital,
    account,
    accountMutualAid: ZERO_FEN,
    accountBalanceAfter: null,
    cash,
    deductible: null,
  };
}

/** What a payer of the year is called. */
export function payerKey({
  payer,
}: Part): `payer.${Exclude<Part['payer'], 'funds' | 'cash'>}` | 'money.funds' | 'money.cash' {
  return payer === 'funds' || payer === 'cash' ? `money.${payer}` : `payer.${payer}`;
}

/** Visits on one page; each stays large. */
const ROWS = 3;

/** Which visits stand on a page, each with its place in the whole list from 0, and how many pages there are. */
export function visitsShown({ encounters }: MedicalView, page: number) {
  return {
    shown: encounters.map((visit, no) => ({ ...visit, no })).slice(page * ROWS, (page + 1) * ROWS),
    pages: Math.max(1, Math.ceil(encounters.length / ROWS)),
  };
}

/** Kinds of visits that have a name of their own (med_type). */
const KINDS = ['11', '13', '14', '21', '41', '51', '52'] as const;

/** What kind of visit it was; one that we do not know is a visit. */
export function kindKey(medType: string): `visitKind.${(typeof KINDS)[number] | 'other'}` {
  return `visitKind.${KINDS.find((kind) => kind === medType) ?? 'other'}`;
}

function keys(answer: MedicalView, { sheet, page }: Place): readonly SheetKey[] {
  if (sheet === MEDICAL_SHEETS.visits) {
    const { pages } = visitsShown(answer, page);
    return pages < 2 ? [] : [{ words: 'who.more', act: { sheet, page: (page + 1) % pages } }];
  }
  const months: SheetKey = { words: 'benefits.months', act: { sheet: MEDICAL_SHEETS.months, page: 0 } };
  if (sheet === MEDICAL_SHEETS.payers) return [months];
  if (sheet === MEDICAL_SHEETS.months || answer.visits === 0) return [];
  return [
    { words: 'benefits.payers', act: { sheet: MEDICAL_SHEETS.payers, page: 0 } },
    { words: 'benefits.visits', act: { sheet: MEDICAL_SHEETS.visits, page: 0 } },
  ];
}

function nowSaid(voice: Voice, summary: MedicalView): readonly Utterance[] {
  const { say, yuan, named } = voice;
  const { poolCeiling, year, visits } = summary;
  const ceiling =
    poolCeiling.amount === null
      ? []
      : [secret(named(say('benefits.ceiling'), yuan(leftOf({ amount: poolCeiling.amount, used: poolCeiling.used }))))];
  const paid =
    visits === 0 ? say('benefits.none') : named(say('benefits.paid', { year, visits }), yuan(summary.totalFees));
  return [
    open(say('benefits.title')),
    secret(say(schemeKey(summary.schemes[0]))),
    secret(named(say('benefits.balance'), yuan(summary.balance))),
    deductibleSaid(voice, summary),
    ...ceiling,
    secret(paid),
  ];
}

function payersSaid({ say, yuan, named }: Voice, answer: MedicalView): readonly Utterance[] {
  const { year, visits, totalFees } = answer;
  return [
    open(say('benefits.payersTitle')),
    secret(named(say('benefits.paid', { year, visits }), yuan(totalFees))),
    ...partsOf(yearSplit(answer)).map((part) => secret(named(say(payerKey(part)), yuan(part.amount)))),
  ];
}

function visitsSaid(voice: Voice, answer: MedicalView, page: number): readonly Utterance[] {
  const { locale, say, yuan, named, join } = voice;
  const { shown, pages } = visitsShown(answer, page);
  const rows = shown.map(({ day, place, medType, total, account, cash }) => {
    const parts = [
      named(say('money.total'), yuan(total)),
      ...yourShare(account, cash).map((own) => named(say('benefits.own'), yuan(own))),
    ];
    return secret(join(dateText(locale, day), say(kindKey(medType)), place, ...parts));
  });
  return [
    open(say('benefits.visitsTitle')),
    ...(pages < 2 ? [] : [open(say('who.page', { page: page + 1, pages }))]),
    ...rows,
  ];
}

/** What of a visit the person bore, where that is anything. */
export function yourShare(account: Fen, cash: Fen): readonly Fen[] {
  return account + cash === 0 ? [] : [addFen(account, cash)];
}

/** S8 */
export const medicalFace: Face<MedicalView> = {
  keys,
  said(voice, answer, { sheet, page }) {
    if (sheet === MEDICAL_SHEETS.visits) return visitsSaid(voice, answer, page);
    if (sheet === MEDICAL_SHEETS.payers) return payersSaid(voice, answer);
    return sheet === MEDICAL_SHEETS.months ? monthsSaid(voice, answer) : nowSaid(voice, answer);
  },
};
