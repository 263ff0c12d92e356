import { SqliteError } from '../../../terminal/store/database.ts';
import type { Store } from '../../../terminal/store/store.ts';
import type { FaultKind } from '../plan/kinds.ts';
import type { Fates } from './fates.ts';
import { Killed } from './killed.ts';
import type { Recorder } from './record.ts';
import type { Touched } from './touched.ts';

export interface CommitParts {
  readonly real: Store;
  readonly touched: Touched;
  readonly planned: Fates;
  readonly record: Recorder;
  readonly process: { readonly kill: () => void; readonly alive: () => boolean };
  /** Counts a commit; how many there have been since the first intent of this process, null: there is none yet. */
  readonly sinceIntent: () => number | null;
}

/** Whatever comes of it: the process dies before anybody could be told. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch {
    // It would have been refused.
  }
}

/** The journal's transactions with the fate that the plan has for each: it goes well, is refused, or kills its process. */
export function fatedCommits({ real, touched, planned, record, process, sinceIntent }: CommitParts) {
  let depth = 0;
  let commits = 0;

  const die = (): never => {
    process.kill();
    throw new Killed('killed');
  };
  const run = <T>(work: () => T): T => {
    depth += 1;
    touched.reset();
    try {
      const result = real.transaction(work);
      touched.tell();
      return result;
    } finally {
      depth -= 1;
    }
  };
  /** Counts what strikes a commit, before (0) or after (1) it. */
  const struck = (kind: FaultKind, which: 0 | 1): void => {
    const answer = touched.answer();
    // An answer that was not kept leaves its settlement there.
    if (which === 0 && answer !== null) record.points.stand(answer, 'P6');
    record.fault(kind, ...touched.points(which));
  };
  const refuse = (fate: 'full' | 'io'): never => {
    struck(fate === 'full' ? 'commitFull' : 'commitIo', 0);
    throw new SqliteError('the commit was refused', fate === 'full' ? 'SQLITE_FULL' : 'SQLITE_IOERR_FSYNC');
  };
  const dieBefore = (): never => {
    struck('killBefore', 0);
    return die();
  };
  const dieAfter = (): never => {
    struck('killAfter', 1);
    return die();
  };

  return {
    /** Not within a transaction: what is read now is committed. */
    settled: () => depth === 0,
    transaction<T>(work: () => T): T {
      if (!process.alive()) throw new Killed('killed');
      if (depth > 0) return real.transaction(work);
      commits += 1;
      const fate = planned.of(commits, sinceIntent());
      if (fate === 'before') {
        return run(() => {
          // What it would have done is looked at, and taken back.
          attempt(work);
          return dieBefore();
        });
      }
      if (fate === 'full' || fate === 'io') {
        return run(() => {
          work();
          return refuse(fate);
        });
      }
      const result = run(() => {
        const made = work();
        // What it is about is known once it has been done.
        const aimed = touched.api.size > 0 ? planned.about(touched.api) : 'go';
        if (aimed === 'before') return dieBefore();
        return aimed === 'full' || aimed === 'io' ? refuse(aimed) : { made, aimed };
      });
      return fate === 'after' || result.aimed === 'after' ? dieAfter() : result.made;
    },
  };
}
