import { type CashCount, denominations } from '../../../common/contracts/desk/shift.ts';

/** What stands in the fields of the drawer's count, in the order of `denominations`; empty: not counted yet. */
export type Pieces = readonly string[];

/** The most digits of a number of pieces that a drawer can hold. */
const MOST_DIGITS = 4;

export const nothingCounted: Pieces = denominations.map(() => '');

/** The fields after `typed` was typed into the field at `place`: digits only, full-width ones too. */
export function piecesTyped(pieces: Pieces, place: number, typed: string): Pieces {
  const plain = typed.replace(/[\uff10-\uff19]/gu, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
  const digits = plain
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, MOST_DIGITS);
  return pieces.map((each, index) => (index === place ? digits : each));
}

/** The count, for the sum so far: what is not counted yet is none. */
export function countOf(pieces: Pieces): CashCount {
  return pieces.map((each) => (each === '' ? 0 : Number(each)));
}

/** Whether every field has its number, 0 too: what was forgotten must not be taken for none. */
export function allCounted(pieces: Pieces): boolean {
  return pieces.every((each) => each !== '');
}
