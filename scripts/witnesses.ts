import type { Amounts } from './ledger.ts';

/** What four witnesses, who do not know of each other, say about one settlement. Integer fen. */
export interface Witnesses {
  readonly ledger: Amounts;
  readonly journal: Amounts;
  readonly screen: Amounts;
  readonly paper: Amounts;
}

/** Where a witness differs from the centre's ledger: "paper.cash 7015 ≠ 7016"; empty when all agree. */
export function disagreements(witnesses: Witnesses): readonly string[] {
  const found: string[] = [];
  for (const name of ['journal', 'screen', 'paper'] as const) {
    for (const part of ['total', 'funds', 'account', 'cash'] as const) {
      const [said, true_] = [witnesses[name][part], witnesses.ledger[part]];
      if (said !== true_) found.push(`${name}.${part} ${said} ≠ ${true_}`);
    }
  }
  return found;
}
