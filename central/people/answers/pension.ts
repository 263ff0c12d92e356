import type { z } from 'zod';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import type { Pension } from '../../../common/contracts/benefits/pension.ts';
import { formatFen } from '../../../common/kernel/money.ts';
import { formatRatio, over, type Ratio, ratio } from '../../../common/kernel/ratio.ts';
import type { PensionPart } from '../../benefits/social/pension.ts';
import { pensionStatus } from '../pension-status.ts';
import { find, type People } from './find.ts';
import { figureOf, paymentsOf } from './shared.ts';

/** Letters of a formula that stand for money, in fen. */
const MONEY: readonly string[] = ['C', 'A'];

function termText(name: string, value: Ratio): string {
  return MONEY.includes(name) ? formatRatio(over(value, ratio(100)), 2) : formatRatio(value, 4);
}

function partOf({ part, amount, formula, terms }: PensionPart): NonNullable<Pension['estimate']>['parts'][number] {
  const values = Object.entries(terms).map(([name, value]) => ({ name, value: termText(name, value) }));
  return { part, amount: formatFen(amount), formula, terms: values };
}

/** Status, account, retirement and estimate; null for a person who is not known. */
export function pensionAnswer(people: People, now: number, ask: z.output<typeof whoAsks>): Pension | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { career, city, month, asOf } = found;
  const status = pensionStatus(career, city, people.national, month);
  const { estimate, retirement } = status;
  return {
    city: city.city,
    state: status.state,
    paidMonths: status.paidMonths,
    deemedMonths: status.deemedMonths,
    missedMonths: status.missedMonths,
    lastBase: status.lastBase === null ? null : formatFen(status.lastBase),
    account: formatFen(status.account),
    retirement: { ...retirement.age, laterByMonths: retirement.laterByMonths, month: retirement.month },
    estimate:
      estimate === null
        ? null
        : {
            parts: estimate.parts.map(partOf),
            total: formatFen(estimate.total),
            futureMonths: estimate.futureMonths,
            figures: estimate.parts.flatMap(({ figures }) => figures.map(figureOf)),
          },
    payments: paymentsOf(career, month).filter(({ insurance }) => insurance === 'pension'),
    asOf,
  };
}
