import type { Birth, MaternityView } from '../../common/contracts/session/services/maternity.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import type { Paper } from './paper.ts';
import { illustrativeRow, sumRow, termRow } from './rows.ts';
import type { Say } from './say.ts';

function birthRows(say: Say, { month, average, daysPerMonth, days, allowance }: Birth): readonly SlipBlock[] {
  return [
    { kind: 'rule', style: 'dashed' },
    sumRow(say, say('maternityAllowance'), allowance),
    termRow(say('maternityBorn'), month),
    termRow(say('maternityAverage'), average),
    termRow(say('maternityPerMonth'), daysPerMonth),
    termRow(say('maternityDays'), say('slipDays', { days: String(days) })),
  ];
}

/** S8: the allowance of each birth with what it was worked out from. */
export function maternityInformation(paper: Paper, answer: MaternityView): Information {
  const { say } = paper;
  const { city, insured, births, illustrative, payments, asOf } = answer;
  return {
    title: say('titleMaternity'),
    body: [
      { kind: 'line', text: say(insured ? 'maternityInsured.yes' : 'maternityInsured.no') },
      ...(births.length === 0 ? [{ kind: 'line', text: say('maternityNone') } as const] : []),
      ...births.flatMap((birth) => birthRows(say, birth)),
      ...paidRows(say, payments),
      ...illustrativeRow(paper, illustrative),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: city }],
    asOf,
  };
}
