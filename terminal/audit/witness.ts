import type { KeptCheckpoint } from '../../common/contracts/operator/checkpoints.ts';
import type { AuditRows, ChainIdentity, ChainPoint } from '../store/audit-rows.ts';
import type { Findings } from './findings.ts';

/**
 * Holds the rows against what the operator was told, of this chain and of others. What the operator has, nobody at the
 * terminal can change. Answers how many checkpoints were of this chain.
 */
export function compareWithOperator(
  rows: Pick<AuditRows, 'get'>,
  identity: ChainIdentity,
  last: ChainPoint,
  checkpoints: readonly KeptCheckpoint[],
  findings: Findings,
): number {
  const { institution, slot, chain } = identity;
  const own = checkpoints.filter((one) => one.chain === chain).sort((a, b) => a.seq - b.seq);
  const stands = (one: KeptCheckpoint): boolean => rows.get(one.seq)?.hash === one.hash;

  const foreign =
    own.find((one) => one.institution !== institution || one.slot !== slot) ??
    // Rows of another chain, under this one's name.
    checkpoints.find((one) => one.chain !== chain && stands(one));
  if (foreign !== undefined) {
    findings.add('swapped', 1, last.seq, { witness: 'operator', other: foreign.terminal });
  }

  const within = own.filter((one) => one.seq <= last.seq);
  const differs = within.findIndex((one) => !stands(one));
  const first = within[differs];
  if (first !== undefined && foreign === undefined) {
    findings.add('rewritten', (within[differs - 1]?.seq ?? 0) + 1, first.seq, { witness: 'operator' });
  }

  const newest = own.at(-1);
  if (newest !== undefined && newest.seq > last.seq) {
    const kind = findings.has('truncated') ? 'truncated' : 'rolled-back';
    findings.add(kind, last.seq + 1, newest.seq, { witness: 'operator' });
  }

  const former = checkpoints.findLast((one) => one.institution === institution && one.slot === slot);
  if (own.length === 0 && former !== undefined && foreign === undefined) {
    findings.add('replaced', 1, former.seq, { witness: 'operator', other: former.chain });
  }
  return own.length;
}
