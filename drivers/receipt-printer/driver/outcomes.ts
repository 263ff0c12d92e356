import type { PrintOutcome } from '../../../common/contracts/devices/printer.ts';
import type { PrintRequest } from './ports.ts';

/** Outcomes kept after their job, so that a repeated request cannot print a slip a second time. */
const KEPT = 256;

export interface Outcomes {
  request(request: PrintRequest): Promise<PrintOutcome>;
  /** Marks a job; says whether it runs now. */
  abandon(jobId: string): 'running' | 'queued' | 'none';
  /** Resolves when no job runs or waits. */
  idle(): Promise<void>;
}

/** Runs requests one after the other, each job id once: a known id gets the outcome of its first request. */
export function createOutcomes(
  run: (request: PrintRequest, isAbandoned: () => boolean) => Promise<PrintOutcome>,
): Outcomes {
  const known = new Map<string, Promise<PrintOutcome>>();
  const pending = new Set<string>();
  const abandoned = new Set<string>();
  let running: string | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  async function turn(request: PrintRequest, before: Promise<unknown>): Promise<PrintOutcome> {
    await before;
    running = request.jobId;
    const outcome = await run(request, () => abandoned.has(request.jobId));
    running = null;
    pending.delete(request.jobId);
    abandoned.delete(request.jobId);
    return outcome;
  }

  function forgetOldest(): void {
    for (const jobId of known.keys()) {
      if (known.size <= KEPT) return;
      if (!pending.has(jobId)) known.delete(jobId);
    }
  }

  return {
    request(request) {
      const earlier = known.get(request.jobId);
      if (earlier) return earlier;
      pending.add(request.jobId);
      const outcome = turn(request, tail);
      tail = outcome;
      known.set(request.jobId, outcome);
      forgetOldest();
      return outcome;
    },
    abandon(jobId) {
      if (!pending.has(jobId)) return 'none';
      abandoned.add(jobId);
      return running === jobId ? 'running' : 'queued';
    },
    async idle() {
      await tail;
    },
  };
}
