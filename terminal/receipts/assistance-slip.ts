import type { AssistanceView } from '../../common/contracts/session/services/assistance.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import { type Paper, withUnit } from './paper.ts';
import { illustrativeRow, row, sumRow, termRow } from './rows.ts';
import type { Say } from './say.ts';

function householdRows(say: Say, { household }: AssistanceView): readonly SlipBlock[] {
  if (household === null) return [{ kind: 'line', text: say('assistanceNone') }];
  const { kind, since, people, income, standard, monthly } = household;
  return [
    sumRow(say, say('assistanceMonthly'), monthly),
    termRow(say(`assistanceStandard.${kind}`), standard),
    termRow(say('assistanceIncome'), income),
    termRow(say('assistancePeople'), say('slipPeople', { people: String(people) })),
    row(say('slipFrom'), since),
  ];
}

function medicalRows(say: Say, { medical }: AssistanceView): readonly SlipBlock[] {
  if (medical === null) return [];
  const { status, percent, paid } = medical;
  return [
    { kind: 'rule', style: 'dashed' },
    row(say('assistanceStatus'), say(`assistanceStatus.${status}`)),
    row(say('assistanceShare'), say('slipPercent', { percent })),
    ...(paid === null ? [] : [row(say('assistancePaid'), withUnit(say, paid))]),
  ];
}

/** S9: 低保 of the household with what it was worked out from, and 医疗救助. */
export function assistanceInformation(paper: Paper, answer: AssistanceView): Information {
  const { say } = paper;
  const { city, household, medical, payments, asOf } = answer;
  return {
    title: say('titleAssistance'),
    body: [
      ...householdRows(say, answer),
      ...medicalRows(say, answer),
      ...paidRows(say, payments),
      ...illustrativeRow(paper, household?.illustrative === true || medical?.illustrative === true),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: city }],
    asOf,
  };
}
