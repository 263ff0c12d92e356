import type { LookupRow, LookupView } from '../../common/contracts/desk/lookups.ts';
import { type DeskStringKey, deskStrings } from '../../common/strings/desk.ts';

/** What an answer of the centre means for the bill, as one word; `next` beside it says what to do. */
export type LookupHelp =
  | 'noBenefitSaid'
  | 'noFundPays'
  | 'notFiled'
  | 'filingEnded'
  | 'noneChosen'
  | 'notHere'
  | 'notInside'
  | 'inside'
  | 'noTransfer';

/** Null: the rows speak for themselves, or there is no answer. */
export function helpOf({ about, rows, workingMs, failure }: LookupView): LookupHelp | null {
  if (workingMs !== null || failure !== null) return null;
  const holding = rows.filter(({ standing }) => standing === 'holds');
  switch (about) {
    case 'benefit':
      if (rows.length === 0) return 'noBenefitSaid';
      return holding.length === 0 ? 'noFundPays' : null;
    case 'chronic':
      if (rows.length === 0) return 'notFiled';
      return holding.length === 0 ? 'filingEnded' : null;
    case 'designated':
      if (rows.length === 0) return 'noneChosen';
      return holding.some(({ here }) => here === true) ? null : 'notHere';
    case 'inHospital':
      return rows.length === 0 ? 'notInside' : 'inside';
    case 'transfer':
      return rows.length === 0 ? 'noTransfer' : null;
  }
}

/** How a row stands today, in the words of its question. */
export function standingKey(about: LookupView['about'], standing: LookupRow['standing']): DeskStringKey {
  if (about === 'benefit' && standing === 'holds') return 'desk.lookup.is.pays';
  if (about === 'benefit' && standing === 'denied') return 'desk.lookup.is.paysNot';
  if (about === 'inHospital' && standing === 'holds') return 'desk.lookup.is.inside';
  return `desk.lookup.is.${standing}`;
}

/** A fund in our own words; null: we have none, and the centre's stand. */
export function fundKey(code: string): DeskStringKey | null {
  const key = `desk.fund.${code}`;
  return Object.hasOwn(deskStrings, key) ? (key as DeskStringKey) : null;
}
