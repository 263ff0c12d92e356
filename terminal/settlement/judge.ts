import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { formatDateTime, parseDateTime } from '../../common/kernel/dates.ts';
import { lineAmount, parseDecimal } from '../../common/kernel/decimal.ts';
import { addFen, type Fen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type Pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { checkMoneyIdentities, type MoneyRules, type Setlinfo } from '../gateways/centre/money-identities.ts';
import type { FeeScope } from '../ports.ts';

/** What an answer about money must agree with. */
export interface Expected {
  readonly psnNo: Pii<string>;
  readonly mdtrtId: string;
  readonly total: Fen;
}

export interface Figures {
  readonly split: Split;
  readonly scope: FeeScope;
}

/** Our own amount of every line of the HIS, by line id: what the centre will be told and must answer. */
export interface Bill {
  readonly total: Fen;
  readonly amounts: ReadonlyMap<string, Fen>;
}

/** Computes every line (round-half-up of count × price) and compares it with what the HIS says. */
export function amountsOf(lines: readonly HisLine[]): Result<Bill['amounts'], FailureCode> {
  const amounts = new Map<string, Fen>();
  for (const line of lines) {
    const count = parseDecimal(line.count, 4);
    const price = parseDecimal(line.unitPrice, 6);
    const told = parseFen(line.amount);
    if (!count.ok || !price.ok || !told.ok || amounts.has(line.lineId)) return err('HIS_BAD_ANSWER');
    const amount = lineAmount(count.value, price.value);
    if (amount !== told.value) return err('HIS_TOTAL_DIFFERS');
    amounts.set(line.lineId, amount);
  }
  return ok(amounts);
}

/**
 * Every line and the sum, compared with what the HIS says: the terminal never makes up a fee, and never settles one that
 * the HIS does not ask for.
 */
export function billOf(encounter: HisEncounter): Result<Bill, FailureCode> {
  const amounts = amountsOf(encounter.lines);
  if (!amounts.ok) return amounts;
  const total = parseFen(encounter.total);
  if (!total.ok) return err('HIS_BAD_ANSWER');
  if (addFen(ZERO_FEN, ...amounts.value.values()) !== total.value) return err('HIS_TOTAL_DIFFERS');
  return ok({ total: total.value, amounts: amounts.value });
}

/** Right person, right encounter, right total, sound identities: only then are an answer's figures ours. */
export function judgeFigures(setlinfo: Setlinfo, expected: Expected, rules: MoneyRules): Result<Figures, FailureCode> {
  if (unwrapPii(setlinfo.psn_no) !== unwrapPii(expected.psnNo)) return err('CENTRE_OTHER_PERSON');
  if (setlinfo.mdtrt_id !== expected.mdtrtId) return err('CENTRE_OTHER_PERSON');
  if (setlinfo.medfee_sumamt !== expected.total) return err('CENTRE_MONEY_MISMATCH');
  const split = checkMoneyIdentities(setlinfo, rules);
  if (!split.ok) return err('CENTRE_MONEY_MISMATCH');
  const scope = {
    ownExpense: setlinfo.fulamt_ownpay_amt,
    advanceSelfPay: setlinfo.preselfpay_amt,
    overLimit: setlinfo.overlmt_selfpay,
    inScope: setlinfo.inscp_scp_amt,
  };
  return ok({ split: split.value, scope });
}

type FoundRow = CentreOutput<'5203'>['setlinfo'][number];

/** The row of 5203 that is this settlement: it names our message id, and it is not refunded. Any other proves nothing. */
export function ownRow(rows: readonly FoundRow[], messageId: string): FoundRow | null {
  return rows.find((row) => row.medins_setl_id === messageId && row.refd_setl_flag !== '1') ?? null;
}

/** Whether two splits differ in anything that somebody pays; balance and deductible are only shown. */
export function splitsDiffer(a: Split, b: Split): boolean {
  const parts = ['total', 'funds', 'hospital', 'account', 'accountMutualAid', 'cash'] as const;
  if (parts.some((part) => a[part] !== b[part])) return true;
  const layers = (split: Split): string => JSON.stringify(split.layers.map((l) => `${l.layer} ${l.amount}`).sort());
  return layers(a) !== layers(b);
}

/** setl_time as the table writes it; a centre that writes it otherwise does not make a settlement doubtful. */
export function settlementTime(text: string, nowMs: number): string {
  const plain = text.trim().replace('T', ' ').slice(0, 19);
  return parseDateTime(plain) === null ? formatDateTime(nowMs) : plain;
}

/** Whether a refusal is one of those that the profile names by their words. */
export function saysOneOf(refusal: string, texts: readonly string[]): boolean {
  return texts.some((text) => refusal.includes(text));
}
