import type { AuditReport } from '../../common/contracts/cli/audit.ts';
import type { KeptCheckpoint } from '../../common/contracts/operator/checkpoints.ts';
import type { AuditRows } from '../store/audit-rows.ts';
import type { AuditSite } from './chain.ts';
import { createFindings } from './findings.ts';
import { createWalk } from './walk.ts';
import { compareWithOperator } from './witness.ts';

export interface VerifyInput {
  readonly rows: AuditRows;
  /** Whose log it should be, by the site profile. */
  readonly site: AuditSite;
  /** What the operator was told, all terminals; empty where nobody asked it. */
  readonly checkpoints: readonly KeptCheckpoint[];
  /** Called after every slice of rows, so that a running terminal goes on with its work. */
  readonly breathe: () => Promise<void>;
}

/** Rows between two breaths: a few ms of work. */
const SLICE = 500;

/** Walks the whole chain up to its present end. Null where the database has no chain yet. */
export async function verifyChain({ rows, site, checkpoints, breathe }: VerifyInput): Promise<AuditReport | null> {
  const identity = rows.identity();
  if (identity === null) return null;
  const findings = createFindings();
  const { institution, slot, chain } = identity;
  if (institution !== site.institutionCode || slot !== site.terminalSlot) {
    findings.add('swapped', 1, rows.head().seq, { other: `${institution} ${slot}` });
  }
  const walk = createWalk(identity, findings);
  // Rows that come while it walks are walked too: the end is where nothing more follows.
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const slice = rows.after(after, SLICE);
    for (const row of slice) walk.take(row);
    const end = slice.at(-1);
    if (end === undefined || slice.length < SLICE) break;
    after = end.seq;
    await breathe();
  }
  const { rows: count, last } = walk.end(rows.head());
  const compared = compareWithOperator(rows, identity, last, checkpoints, findings);
  const result = findings.result();
  const ok = result.findings.length === 0;
  return { ok, institution, slot, chain, rows: count, head: last, checkpoints: compared, ...result };
}
