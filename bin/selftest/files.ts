import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { certificateFiles, secretFiles } from '../../kiosk-config/secret-files.ts';
import { bad, type Finding, good, soon } from './finding.ts';
import { daysUntil } from './server.ts';
import { SOON_DAYS } from './servers.ts';

/** Below this much the terminal begins nothing (docs/failures.md), and what a day's journal may take, bytes. */
const [RESERVE, ENOUGH] = [16 * 1024 * 1024, 1024 * 1024 * 1024];

/** Secrets: each there, not empty, and nobody else's to read. */
export function keysFinding(profile: SiteProfile): Finding {
  const files = secretFiles(profile);
  for (const { path, file } of files) {
    const why = secretProblem(file);
    // A first start in the lab makes the database's key by itself.
    if (why === 'missing' && path === 'paths.keyFile') continue;
    if (why !== null) return bad('KEYS_UNREADABLE', `${path}: ${why}`);
  }
  return good(String(files.length));
}

function secretProblem(file: string): string | null {
  try {
    const { uid, mode } = statSync(file);
    // A package's own way: root writes, the service's group reads.
    const ofService = uid === 0 && (mode & 0o037) === 0;
    if ((mode & 0o077) !== 0 && !ofService) return 'not 0600';
    return readFileSync(file, 'utf8').trim() === '' ? 'empty' : null;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

/** Certificates that lie here: authorities, and our own. The nearest end counts. */
export function certificatesFinding(profile: SiteProfile, now: number): Finding {
  let nearest: { readonly path: string; readonly days: number } | null = null;
  for (const { path, file } of certificateFiles(profile)) {
    const days = daysOf(file, now);
    if (days === null) return bad('CONFIG_MISSING', path);
    if (nearest === null || days < nearest.days) nearest = { path, days };
  }
  if (nearest === null) return good('0');
  const detail = `${nearest.path}: ${nearest.days} d`;
  if (nearest.days < 0) return bad('CERT_EXPIRED', detail);
  return nearest.days < SOON_DAYS ? soon('CERT_EXPIRING', detail) : good(detail);
}

/** Days until the first of a file's certificates ends; null where there is none to read. */
function daysOf(file: string, now: number): number | null {
  try {
    const blocks = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
    const days = (blocks ?? []).map((pem) => daysUntil(new X509Certificate(pem).validTo, now));
    return days.length === 0 ? null : Math.min(...days);
  } catch {
    return null;
  }
}

/** Room for the journal, where it lies or will lie. */
export function diskFinding(dataDir: string): Finding {
  let dir = dataDir;
  while (!existsSync(dir) && dirname(dir) !== dir) dir = dirname(dir);
  const { bavail, bsize } = statfsSync(dir);
  const free = bavail * bsize;
  const detail = `${Math.floor(free / 1024 / 1024)} MiB`;
  if (free < RESERVE) return bad('STORE_FULL', `${detail}, ${dir}`);
  return free < ENOUGH ? soon('STORE_FULL', detail) : good(detail);
}
