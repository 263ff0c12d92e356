import { err, ok, type Result } from './result.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** The check character of GB 11643 (ISO 7064 MOD 11-2) over the first 17 digits. */
export function identityCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * (WEIGHTS[i] ?? 0);
  return CHECKS.charAt(sum % 11);
}

export type IdentityNumberError = 'SHAPE' | 'BIRTH_DATE' | 'CHECK_DIGIT';

/** What GB 11643 encodes in an 18-character citizen number. `birthDate` is ISO, `sex` from the sequence's parity. */
export interface IdentityNumberParts {
  readonly division: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

/** Checks shape, date and check character of an 18-character number (last may be x or X). */
export function parseIdentityNumber(text: string): Result<IdentityNumberParts, IdentityNumberError> {
  if (!/^\d{17}[\dXx]$/.test(text)) return err('SHAPE');
  const [year, month, day] = [Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return err('BIRTH_DATE');
  }
  if (identityCheckCharacter(text) !== text.charAt(17).toUpperCase()) return err('CHECK_DIGIT');
  return ok({
    division: text.slice(0, 6),
    birthDate: `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`,
    sex: Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female',
  });
}
