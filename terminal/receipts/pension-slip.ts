import type { PensionPart, PensionView } from '../../common/contracts/session/services/pension.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { SlipString } from '../../common/strings/slips.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import { type Paper, withUnit } from './paper.ts';
import type { Say } from './say.ts';

function monthsRow(say: Say, label: SlipString, months: number): SlipBlock {
  return { kind: 'amount', label: say(label), value: say('slipMonths', { months: String(months) }) };
}

/** One part of the estimate: its amount, its formula, and what stands in it. */
function partRows(say: Say, { part, amount, formula, terms }: PensionPart): readonly SlipBlock[] {
  const values = terms.map(({ name, value }) => `${name} = ${value}`).join('　');
  return [
    { kind: 'amount', label: say(`pensionPart.${part}`), value: formatFen(amount), bold: true },
    { kind: 'line', text: formula },
    { kind: 'line', text: values },
  ];
}

function estimateRows(say: Say, { estimate }: PensionView): readonly SlipBlock[] {
  if (estimate === null) return [];
  return [
    { kind: 'rule', style: 'dashed' },
    { kind: 'amount', label: say('pensionEstimate'), value: withUnit(say, estimate.total), bold: true },
    ...estimate.parts.flatMap((part) => partRows(say, part)),
    { kind: 'line', text: say('pensionTerms') },
    ...(estimate.futureMonths > 0
      ? [{ kind: 'line', text: say('pensionFuture', { months: String(estimate.futureMonths) }) } as const]
      : []),
    { kind: 'line', text: say('pensionNoPromise') },
    ...(estimate.illustrative ? [{ kind: 'line', text: say('slipIllustrative'), bold: true } as const] : []),
  ];
}

/** S8: months, account, the age of retirement, and the estimate with its formulas. */
export function pensionInformation({ say }: Paper, answer: PensionView): Information {
  const { retirement, lastBase } = answer;
  const { years, months, laterByMonths, month } = retirement;
  return {
    title: say('titlePension'),
    body: [
      { kind: 'big', label: say('pensionAccount'), value: withUnit(say, answer.account) },
      { kind: 'amount', label: say('pensionState'), value: say(`pensionState.${answer.state}`) },
      monthsRow(say, 'pensionPaid', answer.paidMonths),
      monthsRow(say, 'pensionDeemed', answer.deemedMonths),
      monthsRow(say, 'pensionMissed', answer.missedMonths),
      ...(lastBase === null
        ? []
        : [{ kind: 'amount', label: say('pensionLastBase'), value: formatFen(lastBase) } as const]),
      {
        kind: 'amount',
        label: say('pensionAge'),
        value: say('pensionAgeIs', { years: String(years), months: String(months) }),
      },
      { kind: 'amount', label: say('pensionReached'), value: month, indent: true },
      ...(laterByMonths === 0 ? [] : [monthsRow(say, 'pensionLater', laterByMonths)]),
      ...estimateRows(say, answer),
      ...paidRows(say, answer.payments),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: answer.city }],
    asOf: answer.asOf,
  };
}
