/** What is wrong with a page, for the person who edits it: the file, the line in it (0: the whole), and what to do. */
export interface PageProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** What may stand there. */
  readonly allowed: string;
}

/** A problem within one file, before its name is known. */
export type Fault = Omit<PageProblem, 'file'>;

export function fault(line: number, message: string, allowed: string): Fault {
  return { line, message, allowed };
}
