import type { CentreOutput } from '../../../common/contracts/centre/transactions.ts';
import type { Split } from '../../../common/contracts/session/snapshot.ts';
import { addFen, type Fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';

/** Where provinces differ; from the site profile. */
export interface MoneyRules {
  /** fund_pay_sumamt counts the personal account (Guangdong); elsewhere it does not. */
  readonly accountInsideFunds: boolean;
  /** acct_mulaid_pay is a part of acct_pay; otherwise it stands beside it. */
  readonly mutualAidInsideAccount: boolean;
}

/**
 * `setlinfo` as 2206 and 2207 answer it, as 2303 and 2304 do, which need not say the person's part, or a row of 5203,
 * which names cash and the person's part otherwise.
 */
export type Setlinfo =
  | CentreOutput<'2206' | '2303'>['setlinfo']
  | CentreOutput<'2207' | '2304'>['setlinfo']
  | CentreOutput<'5203'>['setlinfo'][number];

/** Which identity is broken (domain-facts B6.3), with both sides in fen. `negative`: an amount below zero. */
export interface MoneyMismatch {
  readonly identity: 'scope' | 'funds' | 'total' | 'person' | 'mutualAid' | 'negative';
  readonly expected: number;
  readonly actual: number;
}

interface Amounts {
  readonly scope: Fen;
  readonly layers: Split['layers'];
  readonly account: Fen;
  readonly mutualAid: Fen;
  readonly cash: Fen;
  /** Null: the message does not say it (2303, 2304), so there is nothing to compare. */
  readonly person: Fen | null;
  /** Null: the message has no such field (5203), so it is what is left. */
  readonly hospital: Fen | null;
}

/**
 * Checks every money identity of one answer and turns it into our split, whose parts sum to `total` in every
 * province (`funds` never holds the account, `account` holds the family's mutual aid). Fields that a centre left out
 * count as nothing, which the identities then prove or refute. Exact, in fen.
 */
export function checkMoneyIdentities(setlinfo: Setlinfo, rules: MoneyRules): Result<Split, MoneyMismatch> {
  const total = setlinfo.medfee_sumamt;
  const a = amounts(setlinfo, rules);
  const layered = addFen(...a.layers.map((layer) => layer.amount));
  const fundsOnTheWire = rules.accountInsideFunds ? addFen(layered, a.account) : layered;
  const hospital = a.hospital ?? subFen(total, addFen(layered, a.account, a.cash));

  const negative = [
    total,
    a.account,
    a.mutualAid,
    a.cash,
    hospital,
    setlinfo.act_pay_dedc ?? ZERO_FEN,
    ...a.layers.map((l) => l.amount),
  ].find((n) => n < 0);
  if (negative !== undefined) return mismatch('negative', 0, negative);
  if (a.scope !== total) return mismatch('scope', total, a.scope);
  if (setlinfo.fund_pay_sumamt !== fundsOnTheWire) return mismatch('funds', fundsOnTheWire, setlinfo.fund_pay_sumamt);
  if (rules.mutualAidInsideAccount && a.mutualAid > a.account) return mismatch('mutualAid', a.account, a.mutualAid);
  const person = addFen(a.account, a.cash);
  // Where the account counts as a fund, some centres leave it out of the person's part and some count it twice.
  if (a.person !== null && a.person !== person && !(rules.accountInsideFunds && a.person === a.cash)) {
    return mismatch('person', person, a.person);
  }
  const parts = addFen(layered, hospital, person);
  if (parts !== total) return mismatch('total', total, parts);

  return ok({
    total,
    funds: layered,
    layers: a.layers.filter((layer) => layer.amount > 0),
    hospital,
    account: a.account,
    accountMutualAid: a.mutualAid,
    accountBalanceAfter: setlinfo.balc ?? null,
    cash: a.cash,
    deductible: setlinfo.act_pay_dedc ?? null,
  });
}

function amounts(s: Setlinfo, rules: MoneyRules): Amounts {
  const mutualAid = s.acct_mulaid_pay ?? ZERO_FEN;
  const layer = (name: Split['layers'][number]['layer'], ...parts: (Fen | undefined)[]) => ({
    layer: name,
    amount: addFen(...parts.map((part) => part ?? ZERO_FEN)),
  });
  return {
    scope: addFen(s.fulamt_ownpay_amt, s.overlmt_selfpay, s.preselfpay_amt, s.inscp_scp_amt),
    layers: [
      layer('pool', s.hifp_pay),
      layer('major', s.hifmi_pay),
      layer('largeAmount', s.hifob_pay),
      layer('enterprise', s.hifes_pay),
      layer('civilServant', s.cvlserv_pay),
      layer('assistance', s.maf_pay),
      layer('other', s.oth_pay, s.hifdm_pay),
    ],
    account: rules.mutualAidInsideAccount ? s.acct_pay : addFen(s.acct_pay, mutualAid),
    mutualAid,
    cash: 'psn_cash_pay' in s ? s.psn_cash_pay : s.cash_payamt,
    person: 'psn_pay' in s ? s.psn_pay : (s.psn_part_amt ?? null),
    hospital: 'psn_cash_pay' in s ? (s.hosp_part_amt ?? ZERO_FEN) : null,
  };
}

function mismatch(identity: MoneyMismatch['identity'], expected: number, actual: number) {
  return err({ identity, expected, actual });
}
