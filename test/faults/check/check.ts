import type { Books } from './books.ts';
import { checkCounter } from './counter.ts';
import type { Finding } from './finding.ts';
import { checkLost } from './lost.ts';
import { checkMatters } from './matters.ts';
import { checkMoney } from './money.ts';
import { checkNumbers } from './numbers.ts';
import { checkOutcomes } from './outcomes.ts';
import { checkPaper } from './paper.ts';
import { checkPeople } from './people.ts';
import { checkQueue } from './queue.ts';
import { checkQuotes } from './quotes.ts';
import { checkRest } from './rest.ts';
import { checkSending } from './sending.ts';
import { checkTold } from './told.ts';
import { checkTwice } from './twice.ts';

const CHECKS = [
  checkMoney,
  checkNumbers,
  checkSending,
  checkOutcomes,
  checkPaper,
  checkQueue,
  checkPeople,
  checkTold,
  checkRest,
  checkMatters,
  checkTwice,
  checkLost,
  checkCounter,
  checkQuotes,
] as const;

/** Every finding of every invariant, in a fixed order. */
export function check(books: Books): readonly Finding[] {
  const findings: Finding[] = [];
  for (const one of CHECKS) one(books, (invariant, what) => findings.push({ invariant, what }));
  return findings;
}
