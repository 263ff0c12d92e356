import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditReport } from '../../common/contracts/cli/audit.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { KeptCheckpoint } from '../../common/contracts/operator/checkpoints.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { openStore } from '../store/open.ts';
import type { AuditSite } from './chain.ts';
import { verifyChain } from './verify.ts';

/**
 * Verifies the chain in a database file that no terminal has open: a stopped one's, one that was set aside, a backup.
 * It works on a copy, because opening a database writes to it, and what is looked at may be evidence. Fails with the
 * store's codes; AUDIT_BROKEN where there is no chain at all.
 */
export async function inspectDatabase(
  file: string,
  key: Uint8Array,
  site: AuditSite,
  checkpoints: readonly KeptCheckpoint[],
): Promise<Result<AuditReport, FailureCode>> {
  if (!existsSync(file)) return err('STORE_GONE');
  const dir = mkdtempSync(join(tmpdir(), 'minka-verify-'));
  try {
    const copy = join(dir, 'copy.db');
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const opened = openStore({ file: copy }, () => key);
    if (!opened.ok) return opened;
    const store = opened.value;
    const report = await verifyChain({ rows: store.audit, site, checkpoints, breathe: async () => {} });
    store.close();
    return report === null ? err('AUDIT_BROKEN') : ok(report);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
