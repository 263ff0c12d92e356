import type { Sentence } from './sentence.ts';

/** What a failure says: `person` to the resident before the machine, `remedy` to the staff who mend it. */
export interface FailureSentences {
  readonly person: Sentence;
  readonly remedy: Sentence;
}

export const say = (zh: string, en: string): Sentence => ({ zh, en });
