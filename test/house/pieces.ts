/** What a work that is to be done in pieces did between its beginnings, its breaths and its end. */
export interface Pieces {
  /** Breaths taken. */
  readonly breaths: number;
  /** The longest piece, as a share of the whole work: 1 for work that is done in one. */
  readonly longest: number;
}

/** Processor time of this thread, ms: what other threads, processes and collectors do meanwhile is not in it. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Does `work` three times with a `breathe` for it, and says how it was cut up. Each piece is measured by the whole of
 * the same run, so that a slow or busy machine says the same as a quick one; and the most even run counts, because
 * what disturbs one piece of one run is not the work's.
 */
export async function inPieces(work: (breathe: () => Promise<void>) => Promise<unknown>): Promise<Pieces> {
  let best: Pieces = { breaths: 0, longest: 1 };
  for (let run = 0; run < 3; run++) {
    let [breaths, longest, whole, since] = [0, 0, 0, cpuMs()];
    const cut = (): void => {
      const piece = cpuMs() - since;
      longest = Math.max(longest, piece);
      whole += piece;
    };
    await work(async () => {
      cut();
      breaths += 1;
      await new Promise((resolve) => setImmediate(resolve));
      since = cpuMs();
    });
    cut();
    if (longest / whole <= best.longest) best = { breaths, longest: longest / whole };
  }
  return best;
}
