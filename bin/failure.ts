import { type FailureCode, failureCodes } from '../common/contracts/failures.ts';
import type { RpcError } from '../common/rpc/error.ts';
import { failureCauses } from '../common/strings/failures/cause.ts';
import { failureSentences } from '../common/strings/failures.ts';
import { type Language, say } from './text.ts';

/** Why a command was not done. `detail` is for the technician: what exactly, never personal data. */
export interface CliFailure {
  readonly code: FailureCode;
  readonly detail: string | null;
  /** After a wrong PIN: how often that card may still be tried. */
  readonly triesLeft?: number;
}

export const failure = (code: FailureCode, detail: string | null = null): CliFailure => ({ code, detail });

/** A code that came as text from another process; one that is not in our catalogue is told in the detail. */
export function failureOf(code: string, message: string): CliFailure {
  const known = failureCodes.find((c) => c === code);
  return known === undefined ? failure('TERMINAL_UNREACHABLE', `${code}: ${message}`) : failure(known, message || null);
}

/** The terminal gave no usable answer. */
export function linkFailure(error: RpcError): CliFailure {
  return failure('TERMINAL_UNREACHABLE', `${error.verb}: ${error.message}`);
}

/** The failure as `--json` shows it: code, what is the case, what to do. Not what a resident is told. */
export function describeFailure({ code, detail, triesLeft }: CliFailure, language: Language) {
  const { remedy } = failureSentences[code];
  const cause = failureCauses[code][language];
  const more = triesLeft === undefined ? detail : say(language, 'triesLeft', { tries: `${triesLeft}` });
  const message = more === null ? cause : `${cause} (${more})`;
  return { code, message, remedy: remedy[language] };
}
