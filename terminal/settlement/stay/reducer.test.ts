import { describe, expect, it } from 'vitest';
import type { StayState } from '../../store/stays.ts';
import { isDoubtful, reduceStay, type StayEvent, stayTransitions } from './reducer.ts';

const EVENTS: readonly StayEvent[] = [
  'discharge',
  'return',
  'cancel',
  'done',
  'declined',
  'seenIn',
  'seenOut',
  'missing',
  'doubted',
];

/** The whole table once more, by hand: what is not here must change nothing. */
const expected: { readonly [pair: string]: readonly [StayState, audit: string] } = {
  'admitting done': ['admitted', 'stay.done'],
  'admitting declined': ['cancelled', 'stay.declined'],
  'admitting seenIn': ['admitted', 'stay.found'],
  'admitting seenOut': ['discharged', 'stay.found'],
  'admitting missing': ['cancelled', 'stay.declined'],
  'admitted discharge': ['discharging', 'stay.intent'],
  'admitted cancel': ['cancelling', 'stay.intent'],
  'admitted doubted': ['discharging', 'stay.doubted'],
  'discharging done': ['discharged', 'stay.done'],
  'discharging declined': ['admitted', 'stay.declined'],
  'discharging seenIn': ['admitted', 'stay.found'],
  'discharging seenOut': ['discharged', 'stay.found'],
  'discharged return': ['returning', 'stay.intent'],
  'discharged doubted': ['discharging', 'stay.doubted'],
  'returning done': ['admitted', 'stay.done'],
  'returning declined': ['discharged', 'stay.declined'],
  'returning seenIn': ['admitted', 'stay.found'],
  'returning seenOut': ['discharged', 'stay.found'],
  'cancelling done': ['cancelled', 'stay.done'],
  'cancelling declined': ['admitted', 'stay.declined'],
  'cancelling seenIn': ['admitted', 'stay.found'],
  'cancelling seenOut': ['cancelled', 'stay.found'],
};

describe('the life of a stay', () => {
  const states = Object.keys(stayTransitions) as StayState[];

  it.each(states.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('%s, %s', (state, event) => {
    const move = reduceStay(state, event);
    expect(move === null ? null : [move.to, move.audit]).toEqual(expected[`${state} ${event}`] ?? null);
  });

  it('is doubtful exactly while a message is out', () => {
    expect(states.filter(isDoubtful)).toEqual(['admitting', 'discharging', 'returning', 'cancelling']);
  });
});
