import { type AuditFinding, type AuditFindingKind, MAX_FINDINGS } from '../../common/contracts/cli/audit.ts';

/** Gathers findings; neighbours of a kind become one range. */
export interface Findings {
  add(kind: AuditFindingKind, from: number, to: number, more?: Partial<Pick<AuditFinding, 'witness' | 'other'>>): void;
  has(kind: AuditFindingKind): boolean;
  result(): { readonly findings: AuditFinding[]; readonly more: boolean };
}

export function createFindings(): Findings {
  const found: AuditFinding[] = [];
  let more = false;
  return {
    add(kind, from, to, { witness = 'database', other = null } = {}) {
      const last = found.at(-1);
      if (last?.kind === kind && last.witness === witness && last.other === other && from <= last.to + 1) {
        found[found.length - 1] = { ...last, from: Math.min(last.from, from), to: Math.max(last.to, to) };
      } else if (found.length < MAX_FINDINGS) found.push({ kind, from, to, witness, other });
      else more = true;
    },
    has: (kind) => found.some((finding) => finding.kind === kind),
    result: () => ({ findings: found, more }),
  };
}
