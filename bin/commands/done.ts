import type { Result } from '../../common/kernel/result.ts';
import type { CliFailure } from '../failure.ts';
import type { Language } from '../text.ts';

/** A command that was done: the object for `--json`, already checked against its schema, and the text for people. */
export interface Done {
  readonly output: unknown;
  text(language: Language): string;
}

export type Outcome = Result<Done, CliFailure>;
