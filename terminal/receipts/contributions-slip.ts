import type { ContributionsView } from '../../common/contracts/session/services/contributions.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import type { Information } from './information-slip.ts';
import type { Paper } from './paper.ts';
import type { Say } from './say.ts';

type InsuranceRow = ContributionsView['insurances'][number];
type MonthRow = ContributionsView['rows'][number];

/** One insurance: its months, from when to when, and who paid how much in all. */
function insuranceRows(say: Say, one: InsuranceRow): readonly SlipBlock[] {
  const { insurance, months, deemed, missed, first, last, firm, person } = one;
  const monthsRow = (label: string, count: number): readonly SlipBlock[] =>
    count === 0 ? [] : [{ kind: 'amount', label, value: say('slipMonths', { months: String(count) }), indent: true }];
  return [
    {
      kind: 'amount',
      label: say(`insurance.${insurance}`),
      value: say('slipMonths', { months: String(months) }),
      bold: true,
    },
    ...monthsRow(say('recordDeemed'), deemed),
    { kind: 'line', text: say('recordFromTo', { from: first, to: last }) },
    { kind: 'amount', label: say('recordFirm'), value: formatFen(firm), indent: true },
    { kind: 'amount', label: say('recordPerson'), value: formatFen(person), indent: true },
    ...monthsRow(say('recordMissed'), missed),
  ];
}

/** An amount at the right edge of a column. */
function column(amount: Fen, width: number): string {
  return formatFen(amount).padStart(width);
}

/** One month: base, firm and person; of a month without money, why. */
function monthRow(say: Say, { month, kind, base, firm, person }: MonthRow): SlipBlock {
  const number = month.slice(5);
  if (kind !== 'paid') return { kind: 'amount', label: number, value: say(`record.${kind}`), indent: true };
  const label = say('recordMonth', { month: number, base: column(base, 9), firm: column(firm, 9) });
  return { kind: 'amount', label, value: formatFen(person), indent: true };
}

/** The months of the year that is shown, insurance by insurance. */
function yearRows(say: Say, { insurances, year, rows }: ContributionsView): readonly SlipBlock[] {
  if (year === null) return [];
  return [
    { kind: 'rule', style: 'dashed' },
    { kind: 'line', text: say('recordYear', { year }), bold: true },
    { kind: 'amount', label: say('recordColumns'), value: say('recordYou'), indent: true },
    ...insurances.flatMap(({ insurance }): SlipBlock[] => {
      const own = rows.filter((row) => row.insurance === insurance);
      if (own.length === 0) return [];
      return [{ kind: 'line', text: say(`insurance.${insurance}`) }, ...own.map((row) => monthRow(say, row))];
    }),
  ];
}

/** S12: every insurance in sums, the years in sums, and one year month by month. */
export function contributionsInformation({ say }: Paper, answer: ContributionsView): Information {
  return {
    title: say('titleContributions'),
    body: [
      ...(answer.insurances.length === 0 ? [{ kind: 'line', text: say('recordNone') } as const] : []),
      ...answer.insurances.flatMap((one) => insuranceRows(say, one)),
      ...(answer.years.length === 0
        ? []
        : ([
            { kind: 'rule', style: 'dashed' },
            { kind: 'amount', label: say('recordYears'), value: say('recordPerson'), bold: true },
          ] as const)),
      ...answer.years.map(
        ({ year, firm, person }): SlipBlock => ({
          kind: 'amount',
          label: say('recordYearFirm', { year, firm: column(firm, 11) }),
          value: formatFen(person),
        }),
      ),
      ...yearRows(say, answer),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: answer.city }],
    asOf: answer.asOf,
  };
}
