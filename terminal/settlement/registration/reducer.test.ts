import { expect, it } from 'vitest';
import type { RegistrationState } from '../../store/registrations.ts';
import { isDoubtful, type RegistrationEvent, reduceRegistration } from './reducer.ts';

const STATES: readonly RegistrationState[] = ['registering', 'registered', 'cancelling', 'cancelled'];
const EVENTS: readonly RegistrationEvent[] = ['cancel', 'done', 'declined', 'found', 'missing'];

it('every pair of state and event: where it goes, or that nothing happens', () => {
  const moves = STATES.flatMap((state) =>
    EVENTS.map((event) => `${state} ${event} → ${reduceRegistration(state, event)?.to ?? 'nothing'}`),
  );
  expect(moves).toEqual([
    'registering cancel → nothing',
    'registering done → registered',
    'registering declined → cancelled',
    'registering found → registered',
    'registering missing → cancelled',
    'registered cancel → cancelling',
    'registered done → nothing',
    'registered declined → nothing',
    'registered found → nothing',
    'registered missing → nothing',
    'cancelling cancel → nothing',
    'cancelling done → cancelled',
    'cancelling declined → registered',
    'cancelling found → registered',
    'cancelling missing → cancelled',
    ...EVENTS.map((event) => `cancelled ${event} → nothing`),
  ]);
});

it('only what a lost answer may have done is asked for', () => {
  expect(STATES.filter(isDoubtful)).toEqual(['registering', 'cancelling']);
});
