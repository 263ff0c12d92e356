import type { Split } from '../../common/contracts/session/snapshot.ts';
import type { PayerMark, SlipBlock } from '../../common/contracts/slip.ts';
import { addFen, type Fen, formatFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { SlipString } from '../../common/strings/slips.ts';
import type { FeeScope } from '../ports.ts';
import { type Paper, withUnit } from './paper.ts';
import type { Say } from './say.ts';

type Layer = Split['layers'][number]['layer'];

/** Each layer's mark (LOOK idea 4); `always` ones stand on every slip, with 0.00 where they paid nothing. */
const LAYERS: readonly { readonly layer: Layer; readonly mark: PayerMark; readonly always: boolean }[] = [
  { layer: 'pool', mark: 'pool', always: true },
  { layer: 'major', mark: 'major', always: true },
  { layer: 'largeAmount', mark: 'major', always: true },
  { layer: 'enterprise', mark: 'major', always: false },
  { layer: 'civilServant', mark: 'aid', always: true },
  { layer: 'assistance', mark: 'aid', always: true },
  { layer: 'other', mark: 'aid', always: true },
];

function layerAmount(split: Split, layer: Layer): Fen {
  return addFen(...split.layers.filter((part) => part.layer === layer).map((part) => part.amount));
}

/** The bill as one row of marks: what each payer paid, in the fixed order of payers. */
export function barOf(split: Split): SlipBlock {
  const sums = new Map<PayerMark, Fen>();
  for (const { layer, mark } of LAYERS) {
    sums.set(mark, addFen(sums.get(mark) ?? ZERO_FEN, layerAmount(split, layer)));
  }
  sums.set('hospital', split.hospital);
  sums.set('account', split.account);
  sums.set('cash', split.cash);
  const order: readonly PayerMark[] = ['pool', 'major', 'aid', 'hospital', 'account', 'cash'];
  const parts = order.map((mark) => ({ mark, amount: sums.get(mark) ?? ZERO_FEN }));
  return { kind: 'bar', parts: parts.filter(({ amount }) => amount > 0) };
}

/** The resident's question first: what do I pay, who pays the rest. */
export function answerBlock({ say }: Paper, split: Split): readonly SlipBlock[] {
  return [
    { kind: 'big', label: say('youPay'), value: withUnit(say, split.cash) },
    { kind: 'amount', label: say('insurancePays'), value: withUnit(say, split.funds) },
    ...(split.hospital > 0
      ? [{ kind: 'amount', label: say('hospital'), value: withUnit(say, split.hospital) } as const]
      : []),
    { kind: 'amount', label: say('accountPays'), value: withUnit(say, split.account) },
    { kind: 'amount', label: say('altogether'), value: withUnit(say, split.total) },
    { kind: 'space' },
    barOf(split),
    { kind: 'line', text: say('legend') },
  ];
}

interface Row {
  readonly label: SlipString;
  readonly amount: Fen;
  readonly mark?: PayerMark;
  readonly bold?: boolean;
  readonly indent?: boolean;
}

/** One row; a payer that paid nothing has no mark, so marks here and in the bar are the same set. */
function row(say: Say, { label, amount, mark, bold, indent }: Row): SlipBlock {
  return {
    kind: 'amount',
    label: say(label),
    value: formatFen(amount),
    ...(mark !== undefined && amount > 0 ? { mark } : {}),
    ...(bold === true ? { bold } : {}),
    ...(indent === true ? { indent } : {}),
  };
}

/** A row of the official block: without a mark its label stands where the marked ones' labels stand. */
function officialRow(say: Say, one: Row): SlipBlock {
  const marked = one.mark !== undefined && one.amount > 0;
  return row(say, marked ? one : { ...one, indent: true });
}

/** The official money block of a 门诊结算单 (setlinfo's names), who paid what. */
export function officialBlock({ say }: Paper, split: Split): readonly SlipBlock[] {
  const layers = LAYERS.filter(({ layer, always }) => always || layerAmount(split, layer) > 0);
  return [
    ...layers.map(({ layer, mark }) => officialRow(say, { label: layer, amount: layerAmount(split, layer), mark })),
    officialRow(say, { label: 'fundsTotal', amount: split.funds, bold: true }),
    officialRow(say, { label: 'account', amount: split.account, mark: 'account' }),
    officialRow(say, { label: 'mutualAid', amount: split.accountMutualAid }),
    officialRow(say, { label: 'cash', amount: split.cash, mark: 'cash', bold: true }),
    ...(split.accountBalanceAfter === null
      ? []
      : [officialRow(say, { label: 'balance', amount: split.accountBalanceAfter })]),
    ...(split.hospital > 0 ? [officialRow(say, { label: 'hospital', amount: split.hospital, mark: 'hospital' })] : []),
  ];
}

/** The total, and how it stands to the scheme's scope. */
export function totalBlock({ say }: Paper, split: Split, scope: FeeScope | null): readonly SlipBlock[] {
  const inside: readonly Row[] =
    scope === null
      ? []
      : [
          { label: 'ownExpense', amount: scope.ownExpense, indent: true },
          { label: 'advanceSelfPay', amount: scope.advanceSelfPay, indent: true },
          { label: 'overLimit', amount: scope.overLimit, indent: true },
          { label: 'inScope', amount: scope.inScope, indent: true },
        ];
  const deductible: readonly Row[] =
    split.deductible === null ? [] : [{ label: 'deductible', amount: split.deductible, indent: true }];
  const total: Row = { label: 'total', amount: split.total, bold: true };
  return [total, ...inside, ...deductible].map((one) => row(say, one));
}
