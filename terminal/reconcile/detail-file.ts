import type { StatementSums } from '../../common/contracts/reconcile.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import type { MoneyRules } from '../gateways/centre/money-identities.ts';
import type { BookEntry, BookRows } from '../store/reconcile-entries.ts';
import type { Form } from '../store/visits.ts';
import { addSums, NO_SUMS, onTheWire } from './sums.ts';
import { zipText } from './zip.ts';

/** Entries between two breaths: a person may come to the terminal while a long day is written. */
const PAGE = 500;

export interface DetailFile {
  readonly name: string;
  readonly zip: Uint8Array;
  /** Of exactly the rows in the file: by form, then by insurance type. */
  readonly sums: ReadonlyMap<Form, ReadonlyMap<string, StatementSums & { readonly cash: number }>>;
}

/** setl_id, mdtrt_id, psn_no, medfee_sumamt, fund_pay_sumamt, acct_pay, refd_setl_flag (domain-facts B7.3). */
function lineOf(entry: BookEntry, wire: { total: Fen; funds: Fen; account: Fen }): string {
  const amounts = [wire.total, wire.funds, wire.account].map(formatFen);
  const cells = [entry.setlId, entry.mdtrtId, unwrapPii(entry.psnNo), ...amounts, entry.refund ? '1' : '0'];
  return `${cells.join('\t')}\n`;
}

/** Every entry of the day and forms, of all insurance types: 3202 does not tell those apart. `breathe` lets others run. */
export async function writeDetailFile(
  book: BookRows,
  input: {
    readonly day: string;
    readonly institution: string;
    /** The clearing type, or all: for the file's name. */
    readonly type: string;
    readonly forms: readonly Form[];
    readonly rules: MoneyRules;
    readonly breathe: () => Promise<void>;
  },
): Promise<DetailFile> {
  const { day, institution, type, forms, rules, breathe } = input;
  const sums = new Map(forms.map((form) => [form, new Map<string, StatementSums & { readonly cash: number }>()]));
  const parts: string[] = [];
  const take = (form: Form, entries: readonly BookEntry[]): void => {
    const own = sums.get(form);
    const lines = entries.map((entry) => {
      const { cash, ...wire } = onTheWire(entry, rules);
      const before = own?.get(entry.insutype) ?? { ...NO_SUMS, cash: 0 };
      own?.set(entry.insutype, { ...addSums(before, { count: 1, ...wire }), cash: before.cash + cash });
      return lineOf(entry, wire);
    });
    parts.push(lines.join(''));
  };
  for (const form of forms) {
    for (let after: BookEntry['cursor'] | null = null; ; ) {
      const entries = book.settlements(day, form, after, PAGE);
      take(form, entries);
      after = entries.at(-1)?.cursor ?? null;
      if (entries.length < PAGE) break;
      await breathe();
    }
    take(form, book.refunds(day, form));
  }
  const name = `${institution}_${day.replaceAll('-', '')}_${type}`;
  await breathe();
  return { name: `${name}.zip`, zip: await zipText(`${name}.txt`, parts.join(''), breathe), sums };
}
