/** Months as `yyyy-MM`. */

function number(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month `by` months after (before, where negative). */
export function monthAfter(month: string, by: number): string {
  const n = number(month) + by;
  return `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`;
}

/** How many months from `from` to `to`, both counted; 0 where `to` is before it. */
export function monthsFrom(from: string, to: string): number {
  return Math.max(0, number(to) - number(from) + 1);
}

/** The months from `from` to `to`, both of them, in order. */
export function monthsBetween(from: string, to: string): readonly string[] {
  return Array.from({ length: monthsFrom(from, to) }, (_, index) => monthAfter(from, index));
}
