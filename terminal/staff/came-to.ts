import { type FailureCode, failureCodes } from '../../common/contracts/failures.ts';

const codeOf = (value: unknown): FailureCode | undefined => failureCodes.find((code) => code === value);

/**
 * What a staff act came to, for the record: the code of a failure among what its work answered, in any of the forms of
 * this code base (a code alone, `{ok: false, code}`, `{ok: false, error}` with a code or `{code}`), or null.
 */
export function failureIn(made: unknown): FailureCode | null {
  if (typeof made === 'string') return codeOf(made) ?? null;
  if (typeof made !== 'object' || made === null || !('ok' in made) || made.ok !== false) return null;
  const error = 'code' in made ? made.code : 'error' in made ? made.error : null;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
  return codeOf(code) ?? 'TERMINAL_INTERNAL';
}
