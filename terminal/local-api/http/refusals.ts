import type { Clock } from '../../../common/kernel/ports.ts';
import type { Audit } from '../../ports.ts';

/** Refusals are told in sums, so that nobody fills the audit chain by asking for nonsense, ms. */
const EVERY_MS = 60_000;

/** Counts refused requests by their code: the first is on record at once, what follows as a sum. */
export function countRefusals(clock: Clock, audit: Audit): (code: string) => void {
  const counts = new Map<string, number>();
  let cancel: (() => void) | null = null;
  const tell = (): void => {
    cancel = null;
    if (counts.size === 0) return;
    audit('api.refused', Object.fromEntries(counts));
    counts.clear();
    cancel = clock.after(EVERY_MS, tell);
  };
  return (code) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (cancel === null) tell();
  };
}
