import { describe, expect, test } from 'vitest';
import type { PinHint } from '../../common/contracts/devices/pin-change.ts';
import { ownDigitsOf, weaknessOf } from './driver/weak-pin.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const own = ownDigitsOf({
  birthDate: '1949-12-31',
  socialSecurityNumber: '11010519491231002X',
  cardNumber: 'C70418265',
});
const known = { old: ascii('135792'), own, initialPins: ['888666'] };
const judge = (pin: string, facts = known): PinHint | null => weaknessOf(ascii(pin), facts);

describe('a new PIN', () => {
  test.each<[string, PinHint | null]>([
    ['7294', 'length'],
    ['7294061', 'length'],
    ['888666', 'initial'],
    ['135792', 'same'],
    ['444444', 'repeated'],
    ['121212', 'repeated'],
    ['377377', 'repeated'],
    ['112233', 'repeated'],
    ['123456', 'sequence'],
    ['567890', 'sequence'],
    ['987654', 'sequence'],
    ['210987', 'sequence'],
    ['491231', 'birthday'],
    ['123149', 'birthday'],
    ['311249', 'birthday'],
    ['194912', 'birthday'],
    ['121949', 'birthday'],
    ['110105', 'number'],
    ['231002', 'number'],
    ['041826', 'number'],
    ['729406', null],
    ['491232', null],
    ['135791', null],
  ])('%s: %s', (pin, hint) => {
    expect(judge(pin)).toBe(hint);
  });

  test('a day of birth that only the number has is refused too, and one that nobody knows is not made up', () => {
    const none = { birthDate: null, cardNumber: null };
    const byNumber = ownDigitsOf({ ...none, socialSecurityNumber: '11010519491231002X' });
    expect(judge('311249', { ...known, own: byNumber })).toBe('birthday');
    const nobody = ownDigitsOf({ ...none, socialSecurityNumber: null });
    expect(nobody).toEqual({ birthdays: [], numbers: [] });
    expect(judge('311249', { ...known, own: nobody })).toBeNull();
  });

  test('few are refused: somebody who chooses at random is hardly ever asked again', () => {
    let [asked, refused] = [0, 0];
    // Every nineteenth of the million, which meets each last digit.
    for (let pin = 0; pin < 1_000_000; pin += 19) {
      asked++;
      if (judge(String(pin).padStart(6, '0')) !== null) refused++;
    }
    expect(refused / asked).toBeGreaterThan(0.002);
    expect(refused / asked).toBeLessThan(0.01);
  });
});
