import type { CardReading } from '../../../common/contracts/devices/card.ts';
import type { PinHint } from '../../../common/contracts/devices/pin-change.ts';

/** Cards of the field have six digits (domain-facts A5: `80 5E 01 00 07` is three bytes, FF, three bytes). */
const DIGITS = 6;

/** What of a person a stranger who holds the card can read, or guess: runs of digits that make no PIN. */
export interface OwnDigits {
  readonly birthdays: readonly string[];
  readonly numbers: readonly string[];
}

/** The runs of a card that was read. */
export function ownDigitsOf({
  birthDate,
  socialSecurityNumber,
  cardNumber,
}: Pick<CardReading, 'birthDate' | 'socialSecurityNumber' | 'cardNumber'>): OwnDigits {
  // A citizen's number holds the day of birth too (GB 11643, characters 7 to 14).
  const days = [birthDate?.replaceAll('-', ''), socialSecurityNumber?.slice(6, 14)];
  const birthdays = days.flatMap((day) => {
    if (day === undefined || !/^\d{8}$/.test(day)) return [];
    const [century, yy, mm, dd] = [day.slice(0, 2), day.slice(2, 4), day.slice(4, 6), day.slice(6, 8)];
    return [`${yy}${mm}${dd}`, `${mm}${dd}${yy}`, `${dd}${mm}${yy}`, `${century}${yy}${mm}`, `${mm}${century}${yy}`];
  });
  const numbers = [socialSecurityNumber, cardNumber].filter((text) => text !== null);
  return { birthdays, numbers };
}

function equals(digits: Uint8Array, text: string, from = 0): boolean {
  return digits.every((digit, index) => digit === text.charCodeAt(from + index));
}

/** Compared byte by byte, so that no PIN becomes a string that nobody can wipe. */
function isRunOf(digits: Uint8Array, text: string): boolean {
  for (let from = 0; from + digits.length <= text.length; from++) {
    if (equals(digits, text, from)) return true;
  }
  return false;
}

function isRepeated(digits: Uint8Array): boolean {
  const half = (at: number): boolean => digits[at] === digits[at + DIGITS / 2];
  const pair = (at: number): boolean => digits[2 * at] === digits[2 * at + 1];
  return new Set(digits).size <= 2 || [0, 1, 2].every(half) || [0, 1, 2].every(pair);
}

function isSequence(digits: Uint8Array): boolean {
  const step = (by: number): boolean =>
    digits.every((digit, index) => index === 0 || (digit - (digits[index - 1] ?? 0) + 10) % 10 === by);
  return step(1) || step(9);
}

/** Whether two PINs are the same, by their bytes. */
export function sameDigits(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((digit, index) => digit === b[index]);
}

/** Why a new PIN (ASCII) may not be taken, or null where nothing speaks against it. */
export function weaknessOf(
  digits: Uint8Array,
  known: { readonly old: Uint8Array; readonly own: OwnDigits; readonly initialPins: readonly string[] },
): Exclude<PinHint, 'differs'> | null {
  if (digits.length !== DIGITS) return 'length';
  if (known.initialPins.some((pin) => pin.length === DIGITS && equals(digits, pin))) return 'initial';
  if (sameDigits(digits, known.old)) return 'same';
  if (isRepeated(digits)) return 'repeated';
  if (isSequence(digits)) return 'sequence';
  if (known.own.birthdays.some((day) => equals(digits, day))) return 'birthday';
  return known.own.numbers.some((number) => isRunOf(digits, number)) ? 'number' : null;
}
