import type { MedicalView } from '../../common/contracts/session/services/medical.ts';
import type { PayerMark, SlipBlock } from '../../common/contracts/slip.ts';
import { addFen, type Fen, fen, formatFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { Information } from './information-slip.ts';
import { type Paper, withUnit } from './paper.ts';
import { type Say, sayCode } from './say.ts';

type Layer = MedicalView['layers'][number]['layer'];

const MARK: Readonly<Record<Layer, PayerMark>> = {
  pool: 'pool',
  major: 'major',
  largeAmount: 'major',
  enterprise: 'major',
  civilServant: 'aid',
  assistance: 'aid',
  other: 'aid',
};

/** What is left of `amount`; never below zero. */
function left(amount: Fen, used: Fen): string {
  return formatFen(fen(Math.max(0, amount - used)));
}

/** The bar's parts, one per mark: several layers share one. */
function barOf({ layers, hospital, account, cash }: MedicalView): SlipBlock {
  const amountOf = (mark: PayerMark) =>
    addFen(ZERO_FEN, ...layers.filter(({ layer }) => MARK[layer] === mark).map(({ paid }) => paid));
  const parts = [
    ...(['pool', 'major', 'aid'] as const).map((mark) => ({ mark, amount: amountOf(mark) })),
    { mark: 'hospital', amount: hospital } as const,
    { mark: 'account', amount: account } as const,
    { mark: 'cash', amount: cash } as const,
  ];
  return { kind: 'bar', parts: parts.filter(({ amount }) => amount > 0) };
}

function yearRows(say: Say, summary: MedicalView): readonly SlipBlock[] {
  const { layers, hospital, account, cash, totalFees } = summary;
  return [
    { kind: 'amount', label: say('benefitsTotal'), value: formatFen(totalFees), bold: true },
    ...layers.map(
      ({ layer, paid }): SlipBlock => ({
        kind: 'amount',
        label: say(layer),
        value: formatFen(paid),
        mark: MARK[layer],
      }),
    ),
    ...(hospital > 0
      ? [{ kind: 'amount', label: say('hospital'), value: formatFen(hospital), mark: 'hospital' } as const]
      : []),
    { kind: 'amount', label: say('account'), value: formatFen(account), mark: 'account' },
    { kind: 'amount', label: say('cash'), value: formatFen(cash), mark: 'cash' },
  ];
}

function monthRows(say: Say, { months }: MedicalView): readonly SlipBlock[] {
  const used = months.filter(({ funds, account, cash }) => funds + account + cash > 0);
  return used.flatMap(({ month, funds, account, cash }): SlipBlock[] => [
    {
      kind: 'amount',
      label: say('benefitsMonth', { month: String(month) }),
      value: formatFen(addFen(funds, account, cash)),
      bold: true,
    },
    { kind: 'amount', label: say('fundsTotal'), value: formatFen(funds), indent: true },
    { kind: 'amount', label: say('account'), value: formatFen(account), indent: true },
    { kind: 'amount', label: say('cash'), value: formatFen(cash), indent: true },
  ]);
}

/** Each visit: the day and what it cost, where it was, and what the person bore. */
function visitRows(say: Say, { encounters, visits }: MedicalView): readonly SlipBlock[] {
  if (encounters.length === 0) return [];
  return [
    { kind: 'rule', style: 'dashed' },
    { kind: 'line', text: say('benefitsVisits'), bold: true },
    ...encounters.flatMap(({ day, place, medType, total, account, cash }): SlipBlock[] => [
      { kind: 'amount', label: `${day} ${sayCode(say, 'med', medType) ?? ''}`.trim(), value: formatFen(total) },
      { kind: 'line', text: place },
      { kind: 'amount', label: say('benefitsOwn'), value: formatFen(addFen(account, cash)), indent: true },
    ]),
    ...(encounters.length < visits ? [{ kind: 'line', text: say('benefitsEarlier') } as const] : []),
  ];
}

/** S8: what is left of this year: the account first, then deductible and ceiling, then who paid what. */
export function medicalInformation({ say }: Paper, summary: MedicalView): Information {
  const { deductible, poolCeiling } = summary;
  const scheme = summary.schemes[0] ?? '';
  const months = monthRows(say, summary);
  return {
    title: say('titleBenefits'),
    body: [
      { kind: 'big', label: say('benefitsBalance'), value: withUnit(say, summary.balance) },
      { kind: 'amount', label: say('benefitsDeductible'), value: formatFen(deductible.amount) },
      { kind: 'amount', label: say('benefitsUsed'), value: formatFen(deductible.used), indent: true },
      {
        kind: 'amount',
        label: say('benefitsLeft'),
        value: left(deductible.amount, deductible.used),
        indent: true,
      },
      ...(poolCeiling.amount === null
        ? []
        : ([
            { kind: 'amount', label: say('benefitsCeiling'), value: formatFen(poolCeiling.amount) },
            { kind: 'amount', label: say('benefitsUsed'), value: formatFen(poolCeiling.used), indent: true },
            {
              kind: 'amount',
              label: say('benefitsLeft'),
              value: left(poolCeiling.amount, poolCeiling.used),
              indent: true,
            },
          ] as const)),
      { kind: 'rule', style: 'solid' },
      { kind: 'line', text: say('benefitsYear', { year: summary.year, visits: String(summary.visits) }), bold: true },
      ...(summary.totalFees > 0 ? [barOf(summary)] : []),
      ...yearRows(say, summary),
      ...(months.length === 0 ? [] : [{ kind: 'rule', style: 'dashed' } as const, ...months]),
      ...visitRows(say, summary),
    ],
    facts: [{ kind: 'fact', label: say('scheme'), value: sayCode(say, 'scheme', scheme) ?? scheme }],
    asOf: summary.asOf,
  };
}
