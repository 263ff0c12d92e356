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
 * It works on a copy, because opening a database writes to it, and what is looked at may be evidence. Fails with
 * AUDIT_FILE_MISSING, AUDIT_FILE_UNREADABLE, STORE_NEWER; AUDIT_BROKEN where there is no chain at all. The store's other
 * codes are about the terminal's own journal, and say that nothing is settled: of a file they would be untrue.
 */
export async function inspectDatabase(
  file: string,
  key: Uint8Array,
  site: AuditSite,
  checkpoints: readonly KeptCheckpoint[],
): Promise<Result<AuditReport, FailureCode>> {
  if (!existsSync(file)) return err('AUDIT_FILE_MISSING');
  const dir = mkdtempSync(join(tmpdir(), 'minka-verify-'));
  try {
    const copy = join(dir, 'copy.db');
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const opened = openStore({ file: copy }, () => key);
    if (!opened.ok) return err(opened.error === 'STORE_NEWER' ? opened.error : 'AUDIT_FILE_UNREADABLE');
    const store = opened.value;
    const report = await verifyChain({ rows: store.audit, site, checkpoints, breathe: async () => {} });
    store.close();
    return report === null ? err('AUDIT_BROKEN') : ok(report);
  } catch (cause) {
    // Of the system or of SQLite: a folder, not ours to read, damaged further in than its head, no room for the copy.
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    return err('AUDIT_FILE_UNREADABLE');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
