import fc from 'fast-check';
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
  'queryUnsound',
  'queryMissing',
  'queryFailed',
  'lookedGone',
  'fenced',
  'fenceFailed',
  'fenceRefused',
  'resolvedStands',
  'resolvedVoid',
  'resolvedRefund',
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
  'unknown queryUnsound': 'fencing',
  'unknown queryFailed': 'unknown',
  'fencing fenced': 'reversed',
  'fencing fenceFailed': 'fencing',
  'fencing fenceRefused': 'unknown',
  'unknown resolvedStands': 'settled',
  'unknown resolvedVoid': 'reversed',
  'fencing resolvedVoid': 'reversed',
  'settled resolvedRefund': 'settled',
  'settled lookedGone': 'settled',
  'settled resolvedVoid': 'reversed',
  'reversed fenced': 'reversed',
  'reversed fenceFailed': 'reversed',
  'reversed fenceRefused': 'reversed',
  'reversed queryMissing': 'reversed',
  'reversed queryFound': 'reversed',
  'reversed queryUnsound': 'reversed',
  'reversed resolvedStands': 'settled',
  'reversed resolvedVoid': 'reversed',
  'reversed resolvedRefund': 'reversed',
};

describe('every state × every event', () => {
  it.each(states.flatMap((state) => events.map((event) => [state, event] as const)))('%s × %s', (state, event) => {
    expect(reduce(state, event)?.to ?? null).toBe(expected[`${state} ${event}`] ?? null);
  });
});

/** Everything that two people can say; the rest comes from the centre or from the terminal itself. */
const byPeople = events.filter((event) => event.startsWith('resolved'));

describe('what must never be possible', () => {
  it('a final state moves by no reply and no query, and by people only between reversed and settled', () => {
    const moves = states
      .filter(isFinal)
      .flatMap((state) => events.map((event) => [state, event, reduce(state, event)?.to ?? state] as const))
      .filter(([from, , to]) => from !== to);
    expect(moves).toEqual([
      ['settled', 'resolvedVoid', 'reversed'],
      ['reversed', 'resolvedStands', 'settled'],
    ]);
  });

  it('no walk of replies leaves a final state, and money is never settled twice on a walk', () => {
    const replies = events.filter((event) => !byPeople.includes(event));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...replies), { maxLength: 40 }), (walk) => {
        let state: SettlementState = 'intended';
        let settled = 0;
        for (const event of walk) {
          const move = reduce(state, event);
          if (isFinal(state) && move !== null) expect(move.to).toBe(state);
          if (move?.effects.includes('recordSettled')) settled += 1;
          state = move?.to ?? state;
        }
        expect(settled).toBe(state === 'settled' ? 1 : 0);
      }),
    );
  });

  it('also with people on the walk, settled is left by their void alone, and entered once between two of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (walk) => {
        let state: SettlementState = 'intended';
        let settled = 0;
        for (const event of walk) {
          const move = reduce(state, event);
          if (state === 'settled' && move !== null && event !== 'resolvedVoid') expect(move.to).toBe('settled');
          if (move?.effects.includes('recordSettled')) settled += 1;
          if (move?.effects.includes('takeBack')) settled -= 1;
          expect(settled).toBe(move?.to === 'settled' || (move === null && state === 'settled') ? 1 : 0);
          state = move?.to ?? state;
        }
      }),
    );
  });

  it('an unknown outcome ends only by a query that found it, by a fence, or by people', () => {
    const ends = states
      .filter((state) => state === 'unknown' || state === 'fencing')
      .flatMap((state) =>
        events.filter((event) => isFinal(reduce(state, event)?.to ?? state)).map((event) => `${state} ${event}`),
      );
    expect(ends.sort()).toEqual([
      'fencing fenced',
      'fencing resolvedVoid',
      'unknown queryFound',
      'unknown resolvedStands',
      'unknown resolvedVoid',
    ]);
  });

  it('nobody can say that it stands while a 2601 may still take it back', () => {
    expect(reduce('fencing', 'resolvedStands')).toBeNull();
    expect(reduce('fencing', 'queryFound')).toBeNull();
  });

  it('"not found" makes a fence and nothing else', () => {
    expect(reduce('unknown', 'queryMissing')).toMatchObject({ to: 'fencing', effects: ['makeFence'] });
  });

  it('every move to settled records it, every move to reversed gives the encounter back', () => {
    for (const state of states) {
      for (const event of events) {
        const move = reduce(state, event);
        if (move?.to === 'settled' && state !== 'settled') expect(move.effects).toContain('recordSettled');
        const back = state === 'settled' ? 'takeBack' : 'releaseReversed';
        if (move?.to === 'reversed' && state !== 'reversed') expect(move.effects).toContain(back);
      }
    }
  });

  it('who was called about an open settlement is let go when it ends, and only then', () => {
    for (const state of ['unknown', 'fencing'] as const) {
      for (const event of events) {
        const move = reduce(state, event);
        if (move !== null) expect(move.effects.includes('endCall')).toBe(isFinal(move.to));
      }
    }
  });
});
