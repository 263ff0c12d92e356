import type { CertificateContent } from '../../common/contracts/benefits/certificates.ts';
import { addFen, type Fen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';

/** Yuan text of the contract in fen; what is not such text is nothing, and no sum with it holds. */
function fenOf(text: string): Fen {
  const amount = parseFen(text);
  return amount.ok ? amount.value : ZERO_FEN;
}

function sumOf(list: readonly { readonly firm: string; readonly person: string }[]): Fen {
  return addFen(ZERO_FEN, ...list.flatMap(({ firm, person }) => [fenOf(firm), fenOf(person)]));
}

/** The total that a certificate names, fen. */
export function totalOf({ total }: CertificateContent): Fen {
  return fenOf(total);
}

/** Whether the sums of a certificate hold: insurances, years and, in a rights record, months come to its total. */
export function certificateHolds(content: CertificateContent): boolean {
  const { kind, insurances, years, rows, from, to } = content;
  const total = totalOf(content);
  return (
    from <= to &&
    sumOf(insurances) === total &&
    sumOf(years) === total &&
    (kind === 'rights' ? sumOf(rows) === total : rows.length === 0) &&
    insurances.every(({ first, last }) => from <= first && first <= last && last <= to)
  );
}
