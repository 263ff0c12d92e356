import type { ResidentPensionView } from '../../common/contracts/session/services/resident-pension.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import type { Paper } from './paper.ts';
import { illustrativeRow, row, sumRow, termRow } from './rows.ts';
import type { Say } from './say.ts';

function sumRows(say: Say, { state, sums, account }: ResidentPensionView): readonly SlipBlock[] {
  if (sums === null) return [];
  const { base, divisor, fromAccount, total } = sums;
  return [
    sumRow(say, say(state === 'drawing' ? 'residentTotal' : 'residentWouldBe'), total),
    termRow(say('residentBase'), base),
    termRow(say('residentFromAccount'), fromAccount),
    termRow(`${say('residentAccount')} ÷ ${divisor}`, account),
  ];
}

function recordRows(say: Say, { opening, years, account, from }: ResidentPensionView): readonly SlipBlock[] {
  if (from === null) return [];
  return [
    row(say('residentFrom'), from),
    { kind: 'rule', style: 'dashed' },
    sumRow(say, say('residentAccount'), account),
    termRow(say('residentOpening'), opening),
    ...years.toReversed().map(({ year, paid }) => termRow(say('residentYear', { year }), paid)),
    { kind: 'line', text: say('residentNoInterest') },
  ];
}

/** S8: the residents' pension with what it was worked out from, and what was paid in year by year. */
export function residentPensionInformation(paper: Paper, answer: ResidentPensionView): Information {
  const { say } = paper;
  const { city, state, sums, limits, payments, asOf } = answer;
  return {
    title: say('titleResidentPension'),
    body: [
      row(say('pensionState'), say(`residentState.${state}`)),
      ...sumRows(say, answer),
      ...recordRows(say, answer),
      ...limits.map(({ limit, percent }) => ({ kind: 'line', text: say(`resident.${limit}`, { percent }) }) as const),
      ...paidRows(say, payments),
      ...illustrativeRow(paper, sums?.illustrative === true),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: city }],
    asOf,
  };
}
