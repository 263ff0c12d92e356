/** Small, fast, seeded numbers for plans and latencies (SplitMix32). The same seed gives the same throws everywhere. */
export interface Dice {
  /** A whole number in [0, bound). */
  below(bound: number): number;
  /** True in `percent` of a hundred throws. */
  chance(percent: number): boolean;
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

export function dice(seed: number): Dice {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const below = (bound: number): number => Math.floor((next() / 0x1_0000_0000) * bound);
  return {
    below,
    chance: (percent) => below(100) < percent,
    between: (low, high) => low + below(high - low + 1),
    pick(list) {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError('dice: an empty list');
      return found;
    },
    weighted(weights) {
      const { entries, sum } = table(weights);
      let left = below(sum);
      for (const [key, weight] of entries as [keyof typeof weights, number][]) {
        left -= weight;
        if (left < 0) return key;
      }
      throw new RangeError('dice: no weights');
    },
  };
}

interface Table {
  readonly entries: readonly (readonly [string, number])[];
  readonly sum: number;
}
const tables = new WeakMap<object, Table>();

/** Weights as a list with its sum, made once. */
function table(weights: Readonly<Record<string, number>>): Table {
  const known = tables.get(weights);
  if (known !== undefined) return known;
  const entries = Object.entries(weights);
  const made = { entries, sum: entries.reduce((sum, [, weight]) => sum + weight, 0) };
  tables.set(weights, made);
  return made;
}
