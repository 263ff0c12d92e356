import { expect, test } from 'vitest';
import { disagreements } from './witnesses.ts';

const amounts = { total: 54415, funds: 16940, account: 30460, cash: 7015 };

test('four that say the same agree', () => {
  expect(disagreements({ ledger: amounts, journal: amounts, screen: { ...amounts }, paper: amounts })).toEqual([]);
});

test.each(['journal', 'screen', 'paper'] as const)('one fen in any part of %s is found', (name) => {
  for (const part of ['total', 'funds', 'account', 'cash'] as const) {
    const wrong = {
      ledger: amounts,
      journal: amounts,
      screen: amounts,
      paper: amounts,
      [name]: { ...amounts, [part]: amounts[part] + 1 },
    };
    expect(disagreements(wrong)).toEqual([`${name}.${part} ${amounts[part] + 1} ≠ ${amounts[part]}`]);
  }
});
