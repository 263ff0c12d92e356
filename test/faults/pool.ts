import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { count, digestOf, type Figures, newFigures, type Verdict } from './campaign.ts';
import { makeScratch } from './scratch.ts';

export interface CampaignResult {
  readonly figures: Figures;
  readonly digest: string;
  readonly seconds: number;
  /** Failing schedules, first found first, at most `KEPT`. */
  readonly failed: readonly Verdict[];
}

const SHARE = 50;
/** A schedule leaves much behind that lives shortly: with room for it the collector runs less. */
const YOUNG_MB = 96;
const KEPT = 50;

/** Runs the seeds `first … first + seeds − 1` on so many workers; what comes out does not depend on their number. */
export async function runCampaign(options: {
  readonly first: number;
  readonly seeds: number;
  readonly workers: number;
  readonly progress?: (done: number, figures: Figures) => void;
}): Promise<CampaignResult> {
  const { first, seeds } = options;
  // For the few journals that are files; removed here, because a worker that is ended removes nothing.
  const scratch = makeScratch();
  const remove = (): void => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', remove);
  const begun = performance.now();
  const figures = newFigures();
  const failed: Verdict[] = [];
  const digests: string[] = new Array<string>(seeds).fill('');
  let next = first;
  const end = first + seeds;
  const crew = Array.from(
    { length: Math.min(options.workers, Math.ceil(seeds / SHARE)) },
    () =>
      new Worker(new URL('./worker.ts', import.meta.url), {
        execArgv: [],
        workerData: scratch,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      }),
  );
  const take = (verdicts: readonly Verdict[]): void => {
    for (const verdict of verdicts) {
      count(figures, verdict);
      digests[verdict.seed - first] = verdict.digest;
      if (verdict.findings.length > 0 && failed.length < KEPT) failed.push(verdict);
    }
    options.progress?.(figures.seeds, figures);
  };
  try {
    await Promise.all(
      crew.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            const give = (): void => {
              if (next >= end) {
                resolve();
                return;
              }
              const share = { from: next, count: Math.min(SHARE, end - next) };
              next += share.count;
              worker.postMessage(share);
            };
            worker.on('message', (verdicts: readonly Verdict[]) => {
              take(verdicts);
              give();
            });
            worker.once('error', reject);
            give();
          }),
      ),
    );
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()));
    remove();
    process.off('exit', remove);
  }
  failed.sort((a, b) => a.seed - b.seed);
  return { figures, digest: digestOf(digests), seconds: (performance.now() - begun) / 1000, failed };
}
