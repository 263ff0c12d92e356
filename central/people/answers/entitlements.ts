import type { z } from 'zod';
import type { Entitled } from '../../../common/contracts/benefits/entitlements.ts';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import { type Fen, formatFen } from '../../../common/kernel/money.ts';
import { monthsCounted } from '../records.ts';
import { unemploymentStatus } from '../unemployment-status.ts';
import { find, type People } from './find.ts';
import { figureOf, paymentsOf } from './shared.ts';

/** Unemployment, payments and the city's sums; null for a person who is not known. */
export function entitlementsAnswer(people: People, now: number, ask: z.output<typeof whoAsks>): Entitled | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { career, city, records, month, asOf } = found;
  const unemployment = unemploymentStatus(career, city, monthsCounted(records, 'unemployment'));
  const money = (amount: Fen | null): string | null => (amount === null ? null : formatFen(amount));
  return {
    city: city.city,
    offers: [...city.offers.value],
    unemployment: unemployment === null ? null : { ...unemployment, nextMonth: money(unemployment.nextMonth) },
    payments: paymentsOf(career, month),
    standards: city.standards.map(({ id, name, per, amount }) => ({ id, name, per, figure: figureOf(amount) })),
    asOf,
  };
}
