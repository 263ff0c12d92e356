import { type Fen, fen, parseFen } from '../../../common/kernel/money.ts';

/** Longest amount that a hand types: 9,999,999.99. */
const MOST_YUAN_DIGITS = 7;

/** What a field of money holds after `typed` was typed into it: digits, one point, two places; full-width ones too. */
export function yuanTyped(typed: string): string {
  const plain = typed.replace(/[\uff10-\uff19\uff0e\u3002]/gu, (each) => {
    return each === '\uff0e' || each === '\u3002' ? '.' : String.fromCharCode(each.charCodeAt(0) - 0xfee0);
  });
  const [whole = '', ...rest] = plain.replace(/[^\d.]/g, '').split('.');
  const yuan = whole.replace(/^0+(?=\d)/, '').slice(0, MOST_YUAN_DIGITS);
  return rest.length === 0 ? yuan : `${yuan}.${rest.join('').slice(0, 2)}`;
}

/** The amount of a field; null while nothing that is an amount stands in it. */
export function yuanOf(typed: string): Fen | null {
  if (typed === '' || typed === '.') return null;
  const amount = parseFen(typed.startsWith('.') ? `0${typed}` : typed);
  return amount.ok ? amount.value : null;
}

/** What is given back of `tendered` for `due`; negative: so much is missing. */
export function changeOf(tendered: Fen, due: Fen): Fen {
  return fen(tendered - due);
}
