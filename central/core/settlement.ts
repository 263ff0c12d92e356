import { addFen, type Fen, formatFen, subFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { PaymentSplit } from '../benefits/split.ts';
import { moveMoney } from './city-purses.ts';
import type { CitySplit } from './city-settle.ts';
import { type Context, moneyOf, newId, timeOf } from './context.ts';
import { textOf } from './envelope.ts';
import { type JsonObject, numberText } from './json.ts';
import type { InsuranceRow, PersonRow, VisitRow } from './ledger.ts';
import { amountsOfSplit, detailRows, moneyFields, personFieldsOfMoney, schemeFields } from './setl-info.ts';
import { personFields } from './transactions/person.ts';

/** A settlement of a visit or a stay, computed from the ledger as it is now; how it is answered and booked. */
export interface Computed {
  readonly person: PersonRow;
  readonly insurance: InsuranceRow;
  readonly visit: VisitRow;
  readonly split: PaymentSplit | CitySplit;
  /** The year that the settlement counts in. */
  readonly year: string;
  readonly balanceAfter: Fen;
  readonly medType: string;
  /** 收费批次号; "" of a stay, whose lines have none. */
  readonly batch: string;
}

/** What is left on the account after a settlement: other people's and earlier money is not of it. */
export function balanceAfter(insurance: InsuranceRow, split: PaymentSplit | CitySplit): Fen {
  const purses = 'city' in split ? split.city.purses : [];
  const others = addFen(ZERO_FEN, ...purses.map(({ amount }) => amount));
  return subFen(insurance.balance, subFen(split.account, others));
}

/** setlinfo and setldetail of a settlement and of the one that would be. */
export function settlementAnswer(
  context: Context,
  node: JsonObject,
  found: Computed,
): { setlinfo: JsonObject; setldetail: JsonObject[] } {
  const amounts = amountsOfSplit(found.split);
  return {
    setlinfo: {
      ...schemeFields(
        found.visit,
        found.insurance,
        { certType: textOf(node, 'mdtrt_cert_type'), medType: found.medType },
        amounts,
      ),
      ...personFields(found.person, context.now),
      setl_time: timeOf(context),
      ...moneyFields(amounts, context.settings, 1),
      ...personFieldsOfMoney(amounts, context.settings),
      balc: numberText(formatFen(found.balanceAfter)),
      medins_setl_id: context.envelope.msgid,
    },
    setldetail: detailRows(amounts, context.settings, 1),
  };
}

/** The words of a refusal where a scope amount of the message is not ours. `given`: only those that the message has. */
export function scopesFault(node: JsonObject, { split }: Pick<Computed, 'split'>, given = false): string | null {
  const { ownPay, overLimit, preSelfPay, inScope } = split.scopes;
  const ours = {
    fulamt_ownpay_amt: ownPay,
    overlmt_selfpay: overLimit,
    preselfpay_amt: preSelfPay,
    inscp_scp_amt: inScope,
  };
  for (const [name, amount] of Object.entries(ours)) {
    const sent = node[name];
    if (given && (sent === undefined || sent === null || sent === '')) continue;
    if (moneyOf(node, name) !== amount) return `data.${name}与预结算结果不一致`;
  }
  return null;
}

/** Books the settlement: its row, its lines, what it takes of accounts and year. Its setl_id. */
export function bookSettlement(context: Context, node: JsonObject, found: Computed): string {
  const { split, visit, insurance } = found;
  const { envelope, db } = context;
  const setlId = newId(context);
  db.addSettlement({
    setlId,
    refundOf: null,
    msgid: envelope.msgid,
    mdtrtId: visit.mdtrtId,
    psnNo: visit.psnNo,
    insutype: visit.insutype,
    batch: found.batch,
    medType: found.medType,
    certType: textOf(node, 'mdtrt_cert_type'),
    invoice: textOf(node, 'invono') || null,
    settledAt: timeOf(context),
    state: 'settled',
    ...amountsOfSplit(split),
    balanceAfter: found.balanceAfter,
    used: split.used,
    year: found.year,
    operator: envelope.opter,
    operatorName: envelope.opterName,
  });
  db.bindFees(visit.mdtrtId, found.batch, setlId);
  const city = 'city' in split ? split.city : null;
  if (city !== null) db.addSettlementUse(setlId, city);
  moveMoney(db, { ...split, ...visit, insutype: insurance.insutype, year: found.year }, city, -1);
  context.effects.push({ kind: 'settled', setlId });
  return setlId;
}
