import type { BenefitSummary } from '../../common/contracts/session/benefits.ts';
import type { MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { PayerMark, SlipBlock, SlipDocument } from '../../common/contracts/slip.ts';
import { addFen, type Fen, fen, formatFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { labMark, paperOf, personFacts, type SlipSite, withUnit } from './paper.ts';
import { type Say, sayCode } from './say.ts';

type Layer = BenefitSummary['layers'][number]['layer'];

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
function barOf({ layers, hospital, account, cash }: BenefitSummary): SlipBlock {
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

function yearRows(say: Say, summary: BenefitSummary): readonly SlipBlock[] {
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

function monthRows(say: Say, { months }: BenefitSummary): readonly SlipBlock[] {
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

/**
 * What is left of this year: the account first, then deductible and ceiling, then who paid what. It proves nothing to
 * anybody, so it bears no check code; it says so.
 */
export function benefitsSlip(
  site: SlipSite,
  input: { readonly person: MaskedPerson; readonly summary: BenefitSummary },
): SlipDocument {
  const paper = paperOf(site);
  const { say } = paper;
  const { summary } = input;
  const { deductible, poolCeiling } = summary;
  const scheme = summary.schemes[0] ?? '';
  const months = monthRows(say, summary);
  return {
    kind: 'benefits',
    copy: 0,
    blocks: [
      ...labMark(paper),
      { kind: 'title', text: say('titleBenefits') },
      { kind: 'line', text: site.authority, align: 'centre' },
      { kind: 'rule', style: 'solid' },
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
      { kind: 'rule', style: 'solid' },
      ...personFacts(paper, input.person),
      { kind: 'fact', label: say('scheme'), value: sayCode(say, 'scheme', scheme) ?? scheme },
      { kind: 'fact', label: say('benefitsAsOf'), value: summary.asOf },
      { kind: 'fact', label: say('terminalLabel'), value: site.terminalLabel },
      { kind: 'line', text: say('benefitsNote') },
      ...labMark(paper),
    ],
  };
}
