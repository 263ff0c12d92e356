/**
 * Shares `cells` among amounts in proportion, by largest remainder; every non-zero amount gets at least one cell, taken
 * from the widest. Ties go to the earlier amount. All zero, or more non-zero amounts than cells: zeros.
 */
export function shareCells(amounts: readonly number[], cells: number): number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const parts = amounts.filter((amount) => amount > 0).length;
  if (total <= 0 || parts > cells) return amounts.map(() => 0);
  const exact = amounts.map((amount) => (amount * cells) / total);
  const shares = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let left = cells - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  amounts.forEach((amount, index) => {
    if (amount <= 0 || (shares[index] ?? 0) > 0) return;
    const widest = shares.indexOf(Math.max(...shares));
    shares[widest] = (shares[widest] ?? 0) - 1;
    shares[index] = 1;
  });
  return shares;
}
