import { expect, it } from 'vitest';
import { type RefundEffect, refundTransitions } from './reducer.ts';

/** What follows from each move of a refund, and its row of the audit chain, once more by hand. */
const moves: { readonly [pair: string]: readonly [audit: string, ...effects: RefundEffect[]] } = {
  'ready queryStanding': ['refund.intent', 'makeRefund'],
  'ready queryRefunded': ['refund.done', 'recordRefunded', 'endCall'],
  'ready queryMissing': ['refund.unanswered', 'countTry', 'countRound'],
  'ready queryFailed': ['refund.unanswered', 'countRound'],
  'ready spent': ['refund.stopped', 'callStaff'],
  'ready refusedForGood': ['refund.refused', 'endCall'],
  'ready resolvedStands': ['refund.kept', 'endCall', 'askAgain'],
  'intended answeredRefunded': ['refund.done', 'recordRefunded', 'endCall'],
  'intended answeredRefused': ['refund.declined', 'countRound'],
  'intended answeredNotSent': ['refund.declined', 'countRound'],
  'intended answeredUnknown': ['refund.unknown'],
  'intended restarted': ['refund.unknown'],
  'unknown queryRefunded': ['refund.done', 'recordRefunded', 'endCall'],
  'unknown queryStanding': ['refund.fencing', 'makeFence'],
  'unknown queryMissing': ['refund.fencing', 'makeFence'],
  'unknown queryFailed': ['refund.unanswered', 'countRound'],
  'fencing fenced': ['refund.fenced', 'dropFence'],
  'fencing fenceFailed': ['refund.unanswered', 'countRound'],
  'fencing fenceRefused': ['refund.unanswered', 'dropFence', 'countRound'],
  'stopped resolvedRefund': ['refund.resumed', 'resetRounds'],
  'stopped resolvedStands': ['refund.kept', 'endCall', 'askAgain'],
  'stopped resolvedVoid': ['refund.done', 'recordRefunded', 'endCall'],
  'refunded undone': ['refund.unwound', 'endCall', 'flagBeside'],
  'refunded undoFailed': ['refund.unanswered', 'countRound'],
  'kept resolvedRefund': ['refund.resumed', 'takeOrder', 'resetRounds'],
};

it('what follows from a move of a refund is what was decided, for every move there is', () => {
  const table = Object.entries(refundTransitions).flatMap(([state, row]) =>
    Object.entries(row).map(([event, { audit, effects }]) => [`${state} ${event}`, [audit, ...effects]] as const),
  );
  expect(Object.fromEntries(table)).toEqual(moves);
});
