import { describe, expect, it } from 'vitest';
import type { SettlementState } from '../store/settlements.ts';
import { isFinal, reduce, type SettlementEvent } from './reducer.ts';

const states: readonly SettlementState[] = [
  'intended',
  'unknown',
  'fencing',
  'settled',
  'refused',
  'notSent',
  'reversed',
];
const events: readonly SettlementEvent[] = [
  'answeredSettled',
  'answeredRefused',
  'answeredNotSent',
  'answeredUnknown',
  'restarted',
  'queryFound',
  'queryMissing',
  'queryFailed',
  'fenced',
  'fenceFailed',
  'fenceRefused',
];

/** The whole table once more, written by hand: state → event → next state; what is not here must change nothing. */
const expected: { [pair: string]: SettlementState } = {
  'intended answeredSettled': 'settled',
  'intended answeredRefused': 'refused',
  'intended answeredNotSent': 'notSent',
  'intended answeredUnknown': 'unknown',
  'intended restarted': 'unknown',
  'unknown queryFound': 'settled',
  'unknown queryMissing': 'fencing',
  'unknown queryFailed': 'unknown',
  'fencing fenced': 'reversed',
  'fencing fenceFailed': 'fencing',
  'fencing fenceRefused': 'unknown',
  'reversed queryFound': 'reversed',
};

describe('every state × every event', () => {
  it.each(states.flatMap((state) => events.map((event) => [state, event] as const)))('%s × %s', (state, event) => {
    expect(reduce(state, event)?.to ?? null).toBe(expected[`${state} ${event}`] ?? null);
  });
});

describe('what must never be possible', () => {
  it('no event moves a final state', () => {
    for (const state of states.filter(isFinal)) {
      for (const event of events) expect(reduce(state, event)?.to ?? state).toBe(state);
    }
  });

  it('an unknown outcome ends only by a query that found it, or by a fence', () => {
    const ends = states
      .filter((state) => state === 'unknown' || state === 'fencing')
      .flatMap((state) => events.filter((event) => isFinal(reduce(state, event)?.to ?? state)));
    expect(ends).toEqual(['queryFound', 'fenced']);
  });

  it('"not found" makes a fence and nothing else', () => {
    expect(reduce('unknown', 'queryMissing')).toMatchObject({ to: 'fencing', effects: ['makeFence'] });
  });

  it('every move to settled records it, every move to reversed gives the encounter back', () => {
    for (const state of states) {
      for (const event of events) {
        const move = reduce(state, event);
        if (move?.to === 'settled') expect(move.effects).toContain('recordSettled');
        if (move?.to === 'reversed' && state !== 'reversed') expect(move.effects).toContain('releaseReversed');
      }
    }
  });
});
