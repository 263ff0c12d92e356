import type { Result } from '../../common/kernel/result.ts';
import type { CliFailure } from '../failure.ts';
import type { Language } from '../text.ts';

/** A command that was done: the object for `--json`, already checked against its schema, and the text for people. */
export interface Done {
  readonly output: unknown;
  /** The answer stands, but it is not the good one: exit 1, with the error beside it. */
  readonly failure?: CliFailure | null;
  text(language: Language): string;
}

export type Outcome = Result<Done, CliFailure>;
