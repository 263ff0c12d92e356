import { readFileSync } from 'node:fs';
import { MAX_WITNESS } from '../common/contracts/cli/audit-verbs.ts';
import { checkpointFileSchema, type KeptCheckpoint } from '../common/contracts/operator/checkpoints.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { type CliFailure, failure } from './failure.ts';

/** The operator's export as a file; AUDIT_WITNESS where it is none. */
export function readWitness(file: string): Result<readonly KeptCheckpoint[], CliFailure> {
  try {
    return ok(checkpointFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).checkpoints);
  } catch (cause) {
    return err(failure('AUDIT_WITNESS', cause instanceof SyntaxError ? 'no JSON' : null));
  }
}

/** `count` of them, evenly, the last one always. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, i) => items[Math.floor(((i + 1) * items.length) / count) - 1]).filter(
    (item) => item !== undefined,
  );
}

/**
 * As many as one call carries, for the terminal of this chain. A hash binds every row before it, so the newest of a
 * chain is the witness of all of it; the others only say how far it is still right. Nothing is missed by leaving some
 * out, the range that is named may be wider.
 */
export function selectWitness(all: readonly KeptCheckpoint[], chain: string): readonly KeptCheckpoint[] {
  if (all.length <= MAX_WITNESS) return all;
  const own = all.filter((one) => one.chain === chain).sort((a, b) => a.seq - b.seq);
  const others = new Map<string, KeptCheckpoint>();
  for (const one of all) if (one.chain !== chain) others.set(one.chain, one);
  const share = Math.max(MAX_WITNESS / 2, MAX_WITNESS - others.size);
  const kept = spread(own, share);
  // The operator's newest stand last: a former chain of this terminal is more likely among them.
  return [...[...others.values()].slice(kept.length - MAX_WITNESS), ...kept];
}
