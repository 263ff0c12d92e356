import { expect, it } from 'vitest';
import { apart, type CentreLogEntry, expectedRows, lostAnswers } from './report.ts';

const entry = (sequence: number, key: string, fault: string | null, at: number): CentreLogEntry => ({
  ...{ sequence, key, fault, at, target: 'centre', messageId: `M${sequence}`, handled: fault === null },
});

it('a lost answer calls for a row only where nobody could ask before the person was let go', () => {
  const lost = entry(1, '2207', 'loseReplyAfterCommit', 1000);
  expect(expectedRows([lost, entry(2, '5203', null, 1500)], 2500)).toBe(0);
  expect(expectedRows([lost, entry(2, '5203', 'loseBeforeCommit', 1500), entry(3, '5203', null, 9000)], 2500)).toBe(1);
  expect(expectedRows([lost], 2500)).toBe(1);
  expect(expectedRows([entry(1, '2207', 'loseBeforeCommit', 1000)], 2500)).toBe(0);
  expect(expectedRows([entry(1, '2207', null, 1000)], 2500)).toBe(0);
});

it('each settlement whose answer was lost is named once', () => {
  expect(lostAnswers([entry(1, '2207', 'loseBeforeCommit', 0), entry(2, '2207', null, 0)])).toEqual(['M1']);
});

it('books are apart by what either has alone, and by every fen', () => {
  const a = { id: 'M1', total: 100, cash: 40 };
  expect(apart([a], [a])).toBe(0);
  expect(apart([a], [{ ...a, total: 101 }])).toBe(1);
  expect(apart([a], [])).toBe(140);
  expect(apart([], [a])).toBe(140);
});
