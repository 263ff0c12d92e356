import type { z } from 'zod';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import type { ResidentPensionAnswer } from '../../../common/contracts/benefits/resident-pension.ts';
import { addFen, formatFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { formatRatio } from '../../../common/kernel/ratio.ts';
import { residentBase, residentPension } from '../../benefits/social/resident-pension.ts';
import type { City } from '../../plans/social/schema.ts';
import { careerBirthDate } from '../pension-status.ts';
import { type Found, find, type People } from './find.ts';
import { figureOf, paymentsOf } from './shared.ts';

/** Funds that pay a residents' pension, by whichever name the city has for it. */
const FUNDS: ReadonlySet<string> = new Set(['residentPension', 'ruralPension']);

function limitsOf({ standards }: City): ResidentPensionAnswer['limits'] {
  return standards.flatMap((one) => {
    if (!('residentLimit' in one) || one.residentLimit === null) return [];
    return [{ limit: one.residentLimit, share: one.amount.text, figure: figureOf(one.amount) }];
  });
}

/** The month in which the age of drawing is reached. */
function reachedOf({ career }: Found, { national }: People): string {
  const birth = careerBirthDate(career);
  return `${Number(birth.slice(0, 4)) + national.residentPension.age.value}${birth.slice(4, 7)}`;
}

/** What was paid in, and what it gives; null for a person who is not known. */
export function residentPensionAnswer(
  people: People,
  now: number,
  ask: z.output<typeof whoAsks>,
): ResidentPensionAnswer | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { career, city, month, asOf } = found;
  const own = career.residentPension;
  const from = own === null ? null : reachedOf(found, people);
  const years = (own?.years ?? []).filter(({ year }) => year <= month.slice(0, 4));
  const opening = own?.opening ?? ZERO_FEN;
  const account = addFen(opening, ...years.map(({ paid }) => paid));
  const base = residentBase(city, `${month}-15`);
  const sums = own === null || base === null ? null : residentPension(people.national, base, account);
  return {
    city: city.city,
    state: from === null ? 'none' : from <= month ? 'drawing' : 'paying',
    opening: formatFen(opening),
    years: years.map(({ year, paid }) => ({ year, paid: formatFen(paid) })),
    account: formatFen(account),
    from,
    sums:
      sums === null
        ? null
        : {
            base: formatFen(sums.base),
            divisor: formatRatio(sums.divisor, 1),
            fromAccount: formatFen(sums.fromAccount),
            total: formatFen(sums.total),
            figures: sums.figures.map(figureOf),
          },
    limits: limitsOf(city),
    payments: paymentsOf(career, month).filter(({ insurance }) => FUNDS.has(insurance)),
    asOf,
  };
}
