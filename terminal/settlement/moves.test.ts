import { describe, expect, it } from 'vitest';
import { type Effect, isFinal, transitions } from './reducer.ts';

/** What follows from each move, and its row of the audit chain, once more by hand: nobody changes either unawares. */
const moves: { readonly [pair: string]: readonly [audit: string, ...effects: Effect[]] } = {
  'intended answeredSettled': ['settlement.settled', 'recordSettled', 'endCall', 'flagAbsent'],
  'intended answeredRefused': ['settlement.refused', 'freeEncounter'],
  'intended answeredNotSent': ['settlement.not-sent', 'freeEncounter'],
  'intended answeredUnknown': ['settlement.unknown'],
  'intended restarted': ['settlement.unknown'],
  'unknown queryFound': ['settlement.found', 'recordSettled', 'endCall', 'flagAbsent'],
  'unknown queryUnsound': ['settlement.unsound', 'makeFence', 'flagUnsound'],
  'unknown queryMissing': ['settlement.fencing', 'makeFence'],
  'unknown queryFailed': ['settlement.unanswered', 'countRound'],
  'unknown resolvedStands': ['settlement.resolved', 'recordSettled', 'endCall', 'planVerify'],
  'unknown resolvedVoid': [
    'settlement.resolved',
    'makeFence',
    'releaseReversed',
    'endCall',
    'forgetFailures',
    'planFence',
  ],
  'fencing fenced': ['settlement.reversed', 'releaseReversed', 'endCall', 'planVerify'],
  'fencing refusalProven': ['settlement.refused', 'releaseRefused', 'endCall', 'planVerify'],
  'fencing fenceFailed': ['settlement.unanswered', 'countFence'],
  'fencing fenceRefused': ['settlement.fence-refused', 'dropFence', 'countFence'],
  'fencing resolvedVoid': ['settlement.resolved', 'releaseReversed', 'endCall', 'forgetFailures', 'planFence'],
  'settled resolvedRefund': ['refund.begun', 'beginRefund'],
  'settled lookedGone': ['settlement.gone', 'flagGone'],
  'settled resolvedVoid': ['settlement.resolved', 'takeBack', 'endCall', 'forgetFailures', 'planFence'],
  'reversed fenced': ['settlement.reversed', 'endCall', 'planVerify'],
  'reversed fenceFailed': ['settlement.unanswered'],
  'reversed fenceRefused': ['settlement.fence-refused', 'dropFence', 'countFence'],
  'reversed queryMissing': ['settlement.fencing', 'makeFence'],
  'reversed queryFound': ['settlement.late-reply', 'flagLate'],
  'reversed queryUnsound': ['settlement.late-reply', 'flagLate'],
  'reversed resolvedStands': ['settlement.resolved', 'recordSettled', 'planVerify'],
  'reversed resolvedVoid': ['settlement.resolved', 'forgetFailures'],
  'reversed resolvedRefund': ['refund.begun', 'beginRefund'],
};

describe('what follows from a move', () => {
  it('is what was decided, for every move there is', () => {
    const table = Object.entries(transitions).flatMap(([state, row]) =>
      Object.entries(row).map(([event, { audit, effects }]) => [`${state} ${event}`, [audit, ...effects]] as const),
    );
    expect(Object.fromEntries(table)).toEqual(moves);
  });

  it('is an end in four states of seven', () => {
    const states = ['intended', 'unknown', 'fencing', 'settled', 'refused', 'notSent', 'reversed'] as const;
    expect(states.filter(isFinal)).toEqual(['settled', 'refused', 'notSent', 'reversed']);
  });
});
