import type { Decimal } from '../../common/kernel/decimal.ts';
import { formatDecimal } from '../../common/kernel/decimal.ts';
import { addFen, type Fen, fen, subFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { FundField, Scheme, SchemeCategory } from '../plans/plan.ts';
import { type LineScopes, shareOf } from './lines.ts';

/** What a person has used up in the benefit year; fen. */
export interface Accumulators {
  readonly deductible: Fen;
  readonly pool: Fen;
  readonly large: Fen;
}

/** One fund's payment. `available` is the cost that the layer looked at, `limit` what it could still pay this year. */
export interface FundShare {
  readonly field: FundField;
  readonly fundPayType: string;
  readonly name: string;
  readonly available: Fen;
  readonly limit: Fen;
  readonly amount: Fen;
}

/** Who pays a settlement; total = Σ funds + hospital + account + cash, exactly. */
export interface PaymentSplit {
  readonly total: Fen;
  readonly scopes: LineScopes;
  readonly deductible: Fen;
  readonly funds: readonly FundShare[];
  readonly hospital: Fen;
  readonly account: Fen;
  readonly cash: Fen;
  /** pool_prop_selfpay, N5,4: the pool's share in the highest band reached. */
  readonly poolShare: string;
  /** What this settlement adds to the year's accumulators. */
  readonly used: Accumulators;
}

interface Layer {
  readonly paid: Fen;
  /** Cost from which the next layer counts. */
  readonly cut: Fen;
  readonly share: Decimal;
}

/**
 * The pool over its bands: the person's part is rounded once over all bands, the fund has the rest; at the ceiling
 * the fund pays exactly what is left of it, and the cost beyond goes on to the next layer.
 */
function poolLayer(inScope: Fen, deducted: Fen, category: SchemeCategory, left: Fen): Layer {
  let position: number = deducted;
  let share = category.bands[0]?.share ?? { units: 0n, scale: 0 };
  // Person's parts in 1/10 000 fen, exact: shares have at most four places.
  let person = 0n;
  let fund = 0n;
  for (const band of category.bands) {
    const end = Math.min(band.to ?? inScope, inScope);
    if (end <= position) continue;
    share = band.share;
    const perTenThousand = band.share.units * 10n ** BigInt(4 - band.share.scale);
    const width = BigInt(end - position);
    const bandFund = width * perTenThousand;
    if (perTenThousand > 0n && fund + bandFund >= BigInt(left) * 10_000n) {
      const needed = BigInt(left) * 10_000n - fund;
      const cut = BigInt(position) + (needed + perTenThousand - 1n) / perTenThousand;
      return { paid: left, cut: fen(Number(cut)), share };
    }
    fund += bandFund;
    person += width * (10_000n - perTenThousand);
    position = end;
  }
  const personFen = fen(Number((person * 2n + 10_000n) / 20_000n));
  return { paid: subFen(fen(position - deducted), personFen), cut: inScope, share };
}

/** Computes one outpatient settlement. Pure; every amount in fen and ≥ 0. */
export function splitPayment(input: {
  readonly scopes: LineScopes;
  readonly scheme: Scheme;
  readonly category: SchemeCategory;
  readonly used: Accumulators;
  readonly civilServant: boolean;
  /** What the account may pay; zero where the person said no. */
  readonly accountBalance: Fen;
}): PaymentSplit {
  const { scopes, scheme, category, used } = input;
  const total = addFen(scopes.ownPay, scopes.overLimit, scopes.preSelfPay, scopes.inScope);
  const deductible = fen(Math.min(Math.max(0, category.deductible - used.deductible), scopes.inScope));
  const poolLeft = fen(Math.max(0, scheme.poolCeiling - used.pool));
  const pool = poolLayer(scopes.inScope, deductible, category, poolLeft);
  const funds: FundShare[] = [{ ...pick(scheme.pool), available: scopes.inScope, limit: poolLeft, amount: pool.paid }];

  const beyond = subFen(scopes.inScope, pool.cut);
  let largePaid = ZERO_FEN;
  if (scheme.large !== null) {
    const limit = fen(Math.max(0, scheme.large.ceiling - used.large));
    largePaid = fen(Math.min(shareOf(beyond, scheme.large.share), limit));
    funds.push({ ...pick(scheme.large), available: beyond, limit, amount: largePaid });
  }
  if (scheme.civilServant !== null && input.civilServant) {
    const rest = subFen(scopes.inScope, addFen(deductible, pool.paid, largePaid));
    const amount = shareOf(rest, scheme.civilServant.share);
    funds.push({ ...pick(scheme.civilServant), available: rest, limit: rest, amount });
  }

  const person = subFen(total, addFen(scopes.hospital, ...funds.map((fund) => fund.amount)));
  const outside = addFen(scopes.ownPay, subFen(scopes.overLimit, scopes.hospital));
  const payable = { none: ZERO_FEN, person, exceptOwnPay: subFen(person, outside) }[scheme.account];
  const account = fen(Math.min(payable, Math.max(0, input.accountBalance)));
  return {
    total,
    scopes,
    deductible,
    funds: funds.filter((fund) => fund.amount > 0),
    hospital: scopes.hospital,
    account,
    cash: subFen(person, account),
    poolShare: formatDecimal(pool.share, 4),
    used: { deductible, pool: pool.paid, large: largePaid },
  };
}

function pick(
  fund: Pick<FundShare, 'field' | 'fundPayType' | 'name'>,
): Pick<FundShare, 'field' | 'fundPayType' | 'name'> {
  return { field: fund.field, fundPayType: fund.fundPayType, name: fund.name };
}
