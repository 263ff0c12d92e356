import type { Accident, InjuryView } from '../../common/contracts/session/services/injury.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import type { Paper } from './paper.ts';
import { illustrativeRow, row, sumRow, termRow } from './rows.ts';
import type { Say } from './say.ts';

const percentOf = (say: Say, percent: string): string => say('slipPercent', { percent });

function differenceRows(say: Say, { pension, difference }: Accident): readonly SlipBlock[] {
  if (pension === null || difference === null) return [];
  return [sumRow(say, say('injuryDifference'), difference), termRow(say('injuryPension'), pension)];
}

function allowanceRows(say: Say, { wage, allowance }: Accident): readonly SlipBlock[] {
  if (allowance === null) return [];
  const { percent, least, amount } = allowance;
  return [
    sumRow(say, say('injuryAllowance'), amount),
    termRow(`${say('injuryWage')} × ${percentOf(say, percent)}`, wage),
    ...(least === null ? [] : [termRow(say('injuryLeast'), least)]),
  ];
}

function nursingRows(say: Say, { nursing }: Accident): readonly SlipBlock[] {
  if (nursing === null) return [];
  return [
    sumRow(say, say('injuryNursing'), nursing.amount),
    termRow(`${say('injuryAverage')} × ${percentOf(say, nursing.percent)}`, nursing.average),
  ];
}

function lumpSumRows(say: Say, { wage, lumpSum }: Accident): readonly SlipBlock[] {
  if (lumpSum === null) return [];
  const months = say('slipMonths', { months: String(lumpSum.months) });
  return [sumRow(say, say('injuryLumpSum'), lumpSum.amount), termRow(`${say('injuryWage')} × ${months}`, wage)];
}

function accidentRows(say: Say, accident: Accident): readonly SlipBlock[] {
  const { grade, month, monthly } = accident;
  return [
    row(say('injuryGrade'), String(grade)),
    row(say('injuryMonth'), month),
    ...(monthly === 0 ? [] : [sumRow(say, say('injuryMonthly'), monthly)]),
    { kind: 'rule', style: 'dashed' },
    ...differenceRows(say, accident),
    ...allowanceRows(say, accident),
    ...nursingRows(say, accident),
    ...lumpSumRows(say, accident),
  ];
}

/** Whether somebody insures the person now, as one sentence. */
function insuredWords(insured: boolean, accident: Accident | null): `injuryInsured.${'yes' | 'no' | 'drawn'}` {
  if (insured) return 'injuryInsured.yes';
  return accident !== null && accident.monthly > 0 ? 'injuryInsured.drawn' : 'injuryInsured.no';
}

/** S8: each sum of an accident with what it was worked out from. */
export function injuryInformation(paper: Paper, { city, insured, accident, payments, asOf }: InjuryView): Information {
  const { say } = paper;
  return {
    title: say('titleInjury'),
    body: [
      { kind: 'line', text: say(insuredWords(insured, accident)) },
      ...(accident === null ? [{ kind: 'line', text: say('injuryNone') } as const] : accidentRows(say, accident)),
      ...paidRows(say, payments),
      ...illustrativeRow(paper, accident?.illustrative === true),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: city }],
    asOf,
  };
}
