import { z } from 'zod';
import { cityLevels, levelsOf } from './levels.ts';

/**
 * Where a terminal stands in its city's offices: the names from the city downwards, as far down as its office is. A hall
 * of a district has two names, one of a neighbourhood as many as the city has levels.
 */
export const placeSchema = z
  .array(z.string().min(1).max(20))
  .min(1)
  .superRefine(([city, ...below], context) => {
    if (city === undefined) return;
    const levels = levelsOf(city);
    const message =
      levels === null
        ? `one of ${cityLevels.map((one) => one.city).join(', ')} first (kiosk-config/levels.ts)`
        : below.length < levels.length
          ? null
          : `at most ${levels.length} names in ${city}: ${levels.join('、')}`;
    if (message !== null) context.addIssue({ code: 'custom', path: [], message, input: undefined });
  });
