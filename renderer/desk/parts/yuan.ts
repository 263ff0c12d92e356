import { type Fen, fen, formatFen } from '../../../common/kernel/money.ts';

/** "1,283.95": an amount as the desk writes it; thousands are marked, because columns are read across. */
export function yuanText(amount: number): string {
  const [yuan = '', rest = ''] = formatFen(fen(amount)).split('.');
  return `${yuan.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${rest}`;
}

/** "+0.01", "-1,283.95", "0.00": an amount that may go both ways. */
export function signedText(amount: number): string {
  return `${amount > 0 ? '+' : ''}${yuanText(amount)}`;
}

/** "≠ +0.01", "=": what lies between two columns. */
export function apartText(difference: Fen): string {
  if (difference === 0) return '=';
  return `≠ ${signedText(difference)}`;
}
