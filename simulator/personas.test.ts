import { describe, expect, test } from 'vitest';
import { parseIdentityNumber } from '../common/kernel/identity.ts';
import { simCommandSchema } from './control.ts';
import { loadPersona, personaNames } from './personas.ts';

describe('the personas', () => {
  test('there are ten and more, and each is a persona', () => {
    expect(personaNames().length).toBeGreaterThanOrEqual(10);
    for (const name of personaNames()) expect(loadPersona(name).label).not.toBe('');
  });
  test('nobody real: every number is of an unassigned division or the textbook one', () => {
    for (const name of personaNames()) {
      const number = loadPersona(name).holder?.socialSecurityNumber;
      if (number === undefined) continue;
      expect(number.startsWith('99') || number.toUpperCase() === '11010519491231002X').toBe(true);
      expect(parseIdentityNumber(number).ok).toBe(name !== 'wrong-check-digit');
    }
  });
  test('no two have the same card number', () => {
    const numbers = personaNames().flatMap((name) => loadPersona(name).holder?.cardNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('commands of the control socket', () => {
  test.each([
    { id: 1, cmd: 'card.insert', persona: 'second-generation' },
    { id: 1, cmd: 'card.insert', persona: { label: 'x', behaviour: { application: 'foreign' } }, slot: 1 },
    { id: 1, cmd: 'pin.type', digits: '1234' },
    { id: 1, cmd: 'printer.set', settings: { paper: 'out' } },
    { id: 1, cmd: 'printer.paper' },
  ])('%j', (command) => {
    expect(simCommandSchema.safeParse(command).success).toBe(true);
  });
  test.each([
    { cmd: 'card.remove' },
    { id: 1, cmd: 'card.insert', persona: '../../etc/passwd' },
    { id: 1, cmd: 'card.insert', persona: { label: 'x', behavior: {} } },
    { id: 1, cmd: 'pin.type', digits: 'abcd' },
    { id: 1, cmd: 'pin.key', key: 'F1' },
    { id: 1, cmd: 'printer.set', settings: { paper: 'wet' } },
    { id: 1, cmd: 'rm' },
  ])('refused: %j', (command) => {
    expect(simCommandSchema.safeParse(command).success).toBe(false);
  });
});
