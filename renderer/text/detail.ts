import type { Screen, Split, TermsView } from '../../common/contracts/session/snapshot.ts';
import type { Fen } from '../../common/kernel/money.ts';
import type { KioskKey } from '../../common/strings/kiosk.ts';
import { LINES_SHOWN } from '../keypad/choices.ts';
import type { FeeLine } from '../link/screen-client.ts';
import { caseWords, wayWords } from './codes.ts';
import { schemeKey } from './schemes.ts';
import type { TextKey, Values } from './texts.ts';

/** What stands on the sheets of details, written once for eye and ear. */
export type DetailRow =
  | { readonly kind: 'amount'; readonly name: KioskKey; readonly amount: Fen }
  | { readonly kind: 'words'; readonly name: KioskKey; readonly value: KioskKey; readonly values: Values }
  | { readonly kind: 'quote'; readonly name: KioskKey; readonly text: string };

/** A sheet of it: few enough rows to be read standing. */
export interface DetailSheet {
  readonly title: 'detail.layers' | 'detail.terms';
  readonly rows: readonly DetailRow[];
}

const ROWS_A_SHEET = 6;

type Detailed = Extract<Screen, { kind: 'split' | 'confirm' }>;

function sheets(title: DetailSheet['title'], rows: readonly DetailRow[]): readonly DetailSheet[] {
  const count = Math.ceil(rows.length / ROWS_A_SHEET);
  return Array.from({ length: count }, (_, index) => {
    return { title, rows: rows.slice(index * ROWS_A_SHEET, (index + 1) * ROWS_A_SHEET) };
  });
}

/** The sheets before the single items: by layer, and under which terms. */
export function sheetsOf({ split, terms }: Detailed): readonly DetailSheet[] {
  return [...sheets('detail.layers', layerRows(split)), ...sheets('detail.terms', termRows(terms, split))];
}

/** All sheets, those of the single items among them. */
export function detailPages(screen: Detailed): number {
  return sheetsOf(screen).length + Math.max(1, Math.ceil(screen.visit.lineCount / LINES_SHOWN));
}

/** Every layer that the centre gave, what the accounts pay, and what is left: they sum to the total. */
export function layerRows(split: Split): readonly DetailRow[] {
  const row = (name: KioskKey, amount: Fen): DetailRow => ({ kind: 'amount', name, amount });
  return [
    row('money.total', split.total),
    ...split.layers.filter(({ amount }) => amount > 0).map(({ layer, amount }) => row(`payer.${layer}`, amount)),
    ...(split.hospital > 0 ? [row('payer.hospital', split.hospital)] : []),
    row('payer.account', split.account),
    ...(split.accountMutualAid > 0 ? [row('detail.family', split.accountMutualAid)] : []),
    row('money.cash', split.cash),
  ];
}

/** Under which terms, as the centre says; nothing that it does not say. */
export function termRows(terms: TermsView, { deductible }: Split): readonly DetailRow[] {
  const { scheme, caseKind, clearingWay, insuredAt, careAt, scope, words } = terms;
  const said = (name: KioskKey, { key, values }: { key: KioskKey; values: Values }): DetailRow => {
    return { kind: 'words', name, value: key, values };
  };
  const amount = (name: KioskKey, of: Fen | null | undefined): readonly DetailRow[] =>
    of === null || of === undefined || of === 0 ? [] : [{ kind: 'amount', name, amount: of }];
  const away = insuredAt !== careAt;
  return [
    said('detail.scheme', { key: schemeKey(scheme), values: {} }),
    said('detail.case', caseWords(caseKind)),
    ...(clearingWay === null ? [] : [said('detail.way', wayWords(clearingWay))]),
    ...(away ? [said('detail.insuredAt', { key: 'place.away', values: { code: insuredAt } })] : []),
    ...amount('detail.deductible', deductible),
    ...amount('detail.inScope', scope?.inScope),
    ...amount('detail.overLimit', scope?.overLimit),
    ...amount('detail.advance', scope?.advanceSelfPay),
    ...amount('detail.ownExpense', scope?.ownExpense),
    ...words.slice(0, 1).map((text): DetailRow => ({ kind: 'quote', name: 'detail.words', text })),
  ];
}

/** Why a part of a line is the person's own, a sentence each; `yuan` writes an amount. */
export function ownWords(
  own: NonNullable<FeeLine['own']>,
  say: (key: TextKey, values: Values) => string,
  yuan: (amount: number) => string,
): readonly string[] {
  const { overLimit, limit, advance, share, ownExpense } = own;
  const over = limit === null ? 'lines.overOnly' : 'lines.over';
  const first = share === null ? 'lines.advanceOnly' : 'lines.advance';
  return [
    ...(overLimit > 0 ? [say(over, { limit: limit ?? '', amount: yuan(overLimit) })] : []),
    ...(advance > 0 ? [say(first, { share: share ?? '', amount: yuan(advance) })] : []),
    ...(ownExpense > 0 ? [say('lines.own', { amount: yuan(ownExpense) })] : []),
  ];
}
