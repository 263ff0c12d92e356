import type { Split } from '../../common/contracts/session/snapshot.ts';
import { addFen, type Fen, fen } from '../../common/kernel/money.ts';

/** Five patterns and the amber: solid ones are paid by others, hollow by you. They print from any GB 2312 ROM too. */
export type Pattern = 'pool' | 'solid' | 'dot' | 'hospital' | 'account' | 'cash';

export type Payer = Split['layers'][number]['layer'] | 'funds' | 'solid' | 'dot' | 'hospital' | 'account';

export interface Part {
  readonly payer: Payer | 'cash';
  readonly pattern: Pattern;
  readonly amount: Fen;
}

const patternOf: Readonly<Record<Split['layers'][number]['layer'], Pattern>> = {
  pool: 'pool',
  major: 'solid',
  largeAmount: 'solid',
  enterprise: 'solid',
  assistance: 'dot',
  civilServant: 'dot',
  other: 'dot',
};
const order: readonly Pattern[] = ['pool', 'solid', 'dot', 'hospital', 'account', 'cash'];

/** More rows than this do not fit above the band; the layers of one pattern are then one row. */
const MAX_ROWS = 5;

/**
 * The parts of a bill in their fixed order, without empty ones, except the account, whose row says 0.00 too. Where
 * there would be too many rows, layers that share a pattern are summed; `brief`: all of them, which is what others pay.
 */
export function partsOf(split: Split, brief = false): readonly Part[] {
  const layers: Part[] = split.layers
    .filter(({ amount }) => amount > 0)
    .map(({ layer, amount }) => ({ payer: layer, pattern: patternOf[layer], amount }));
  const hospital: Part[] = split.hospital > 0 ? [part('hospital', split.hospital)] : [];
  const own: Part[] = [part('account', split.account), part('cash', split.cash)];
  if (brief) {
    const funds: Part[] = split.funds > 0 ? [{ payer: 'funds', pattern: 'pool', amount: split.funds }] : [];
    return [...funds, ...hospital, ...own];
  }
  const few = layers.length + hospital.length + 1 <= MAX_ROWS ? layers : mergePatterns(layers);
  return [...few, ...hospital, ...own].sort((a, b) => order.indexOf(a.pattern) - order.indexOf(b.pattern));
}

/** What the funds pay alone, in the same order: at most four, those of one pattern summed where there are more. */
export function layersOf(split: Split): readonly (Part & { readonly payer: Exclude<Payer, 'funds' | 'account'> })[] {
  return partsOf(split).flatMap((each) => {
    const { payer } = each;
    if (payer === 'cash' || payer === 'account' || payer === 'hospital' || payer === 'funds') return [];
    return [{ ...each, payer }];
  });
}

function part(payer: 'hospital' | 'account' | 'cash', amount: Fen): Part {
  return { payer, pattern: payer, amount };
}

function mergePatterns(layers: readonly Part[]): Part[] {
  return (['pool', 'solid', 'dot'] as const).flatMap((pattern) => {
    const same = layers.filter((each) => each.pattern === pattern);
    const first = same[0];
    if (first === undefined) return [];
    const payer = same.length === 1 || pattern === 'pool' ? first.payer : pattern;
    return [{ payer, pattern, amount: addFen(...same.map(({ amount }) => amount)) }];
  });
}

/**
 * Widths in per cent of the bar for `amounts`: the exact share, but no non-zero part below `leastMm` of `barMm`; what
 * the small ones gain is taken from the largest. Sum is 100; an empty bill gives zeros.
 */
export function sharesOf(amounts: readonly Fen[], barMm: number, leastMm = 3): readonly number[] {
  const total = addFen(fen(0), ...amounts);
  if (total <= 0) return amounts.map(() => 0);
  const nonZero = amounts.filter((amount) => amount > 0).length;
  const least = Math.min((leastMm / barMm) * 100, 100 / nonZero);
  const shares = amounts.map((amount) => (amount / total) * 100);
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] ?? 0;
    if (share <= 0 || share >= least) continue;
    const largest = shares.indexOf(Math.max(...shares));
    shares[i] = least;
    shares[largest] = (shares[largest] ?? 0) - (least - share);
  }
  return shares;
}
