import type { Dice } from './dice.ts';
import type { Item } from './plan.ts';

/** Deaths of the process, and a disk that refuses. */
export function processDeaths(throws: Dice): Item[] {
  const items: Item[] = [];
  const from = (): 'boot' | 'intent' => (throws.chance(65) ? 'intent' : 'boot');
  const nthOf = (start: 'boot' | 'intent'): number => throws.between(1, start === 'boot' ? 45 : 18);
  for (let deaths = 0; deaths < 3 && throws.chance(deaths === 0 ? 34 : 26); deaths++) {
    if (throws.chance(25)) {
      const key = throws.pick(['2207', '2207', '2601', '5203', 'settled', 'records', '2201', '2204']);
      items.push({ is: 'killAt', when: throws.pick(['sending', 'answered']), key, nth: throws.between(1, 2) });
    } else {
      const start = from();
      items.push({ is: 'kill', when: throws.pick(['before', 'after']), from: start, nth: nthOf(start) });
    }
  }
  if (throws.chance(10)) {
    const start = from();
    items.push({
      is: 'refuse',
      how: throws.pick(['full', 'io']),
      from: start,
      nth: nthOf(start),
      times: throws.between(1, 4),
    });
  }
  if (throws.chance(2))
    items.push({ is: 'lowSpace', at: throws.between(0, 20_000), ms: throws.between(10_000, 300_000) });
  return items;
}
