import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefundState } from '../../store/refunds.ts';
import { isUndecided, isUnderWay, type RefundEvent, reduceRefund } from './reducer.ts';

const states: readonly RefundState[] = [
  'ready',
  'intended',
  'unknown',
  'fencing',
  'stopped',
  'refunded',
  'done',
  'kept',
];
const events: readonly RefundEvent[] = [
  'queryStanding',
  'queryRefunded',
  'queryMissing',
  'queryFailed',
  'answeredRefunded',
  'answeredRefused',
  'answeredNotSent',
  'answeredUnknown',
  'restarted',
  'fenced',
  'fenceFailed',
  'fenceRefused',
  'spent',
  'undone',
  'undoFailed',
  'resolvedStands',
  'resolvedVoid',
  'resolvedRefund',
];

/** The whole table once more, written by hand; what is not here must change nothing. */
const expected: { [pair: string]: RefundState } = {
  'ready queryStanding': 'intended',
  'ready queryRefunded': 'refunded',
  'ready queryMissing': 'ready',
  'ready queryFailed': 'ready',
  'ready spent': 'stopped',
  'ready resolvedStands': 'kept',
  'intended answeredRefunded': 'refunded',
  'intended answeredRefused': 'ready',
  'intended answeredNotSent': 'ready',
  'intended answeredUnknown': 'unknown',
  'intended restarted': 'unknown',
  'unknown queryRefunded': 'refunded',
  'unknown queryStanding': 'fencing',
  'unknown queryMissing': 'fencing',
  'unknown queryFailed': 'unknown',
  'fencing fenced': 'ready',
  'fencing fenceFailed': 'fencing',
  'fencing fenceRefused': 'unknown',
  'stopped resolvedRefund': 'ready',
  'stopped resolvedStands': 'kept',
  'stopped resolvedVoid': 'refunded',
  'refunded undone': 'done',
  'refunded undoFailed': 'refunded',
  'kept resolvedRefund': 'ready',
};

describe('every state × every event', () => {
  it.each(states.flatMap((state) => events.map((event) => [state, event] as const)))('%s × %s', (state, event) => {
    expect(reduceRefund(state, event)?.to ?? null).toBe(expected[`${state} ${event}`] ?? null);
  });
});

const walk = (length: number) => fc.array(fc.constantFrom(...events), { maxLength: length });
/** Goes along the events and calls `at` for every move that the table has. */
function follow(path: readonly RefundEvent[], at: (from: RefundState, event: RefundEvent, to: RefundState) => void) {
  let state: RefundState = 'ready';
  for (const event of path) {
    const move = reduceRefund(state, event);
    if (move === null) continue;
    at(state, event, move.to);
    state = move.to;
  }
  return state;
}

describe('what must never be possible', () => {
  it('done is left by nothing; kept only by two people', () => {
    for (const event of events) expect(reduceRefund('done', event)).toBeNull();
    expect(events.filter((event) => reduceRefund('kept', event) !== null)).toEqual(['resolvedRefund']);
  });

  it('a 2208 is made only where none is under way, and only after the centre said that the settlement stands', () => {
    for (const state of states) {
      for (const event of events) {
        const makes = reduceRefund(state, event)?.effects.includes('makeRefund') ?? false;
        expect(makes).toBe(state === 'ready' && event === 'queryStanding');
      }
    }
  });

  it('between two 2208 there is an answer to the first, or its fence', () => {
    fc.assert(
      fc.property(walk(60), (path) => {
        let open = false;
        follow(path, (_from, event, to) => {
          if (to === 'intended') {
            expect(open).toBe(false);
            open = true;
          }
          if (['answeredRefused', 'answeredNotSent', 'fenced', 'answeredRefunded', 'queryRefunded'].includes(event)) {
            open = false;
          }
        });
      }),
    );
  });

  it('it is recorded as given back once, and whatever follows does not take that back', () => {
    fc.assert(
      fc.property(walk(80), (path) => {
        let recorded = 0;
        const end = follow(path, (from, event) => {
          if (reduceRefund(from, event)?.effects.includes('recordRefunded')) recorded += 1;
        });
        expect(recorded).toBe(end === 'refunded' || end === 'done' ? 1 : 0);
      }),
    );
  });

  it('nobody can decide while something of it is under way', () => {
    for (const state of ['intended', 'unknown', 'fencing'] as const) {
      for (const event of events.filter((name) => name.startsWith('resolved'))) {
        expect(reduceRefund(state, event)).toBeNull();
      }
    }
  });

  it('what is undecided or under way is what the names say', () => {
    expect(states.filter(isUndecided)).toEqual(['ready', 'intended', 'unknown', 'fencing', 'stopped', 'refunded']);
    expect(states.filter(isUnderWay)).toEqual(['ready', 'intended', 'unknown', 'fencing', 'refunded']);
  });
});
