import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../common/kernel/result.ts';
import type { SiteProfile } from './schema.ts';

/**
 * The database's key (64 hex digits) from the file that the profile names. In `lab` a first one is made (0600), but
 * never beside an existing database: a new key would not open it, and would hide that the old one is lost.
 * In `production` it comes from the service manager's `credentials` folder only.
 */
export function databaseKey(
  profile: Pick<SiteProfile, 'mode' | 'paths'>,
  credentials = process.env['CREDENTIALS_DIRECTORY'],
): Result<string, string> {
  if (profile.mode === 'production') return sealedKey(credentials);
  const file = profile.paths.keyFile;
  if (file === undefined) return err('the profile names no key file (paths.keyFile)');
  try {
    const mode = statSync(file).mode & 0o777;
    if ((mode & 0o077) !== 0) return err('the key file is open to other users (it must be 0600)');
    const key = readFileSync(file, 'utf8').trim().toLowerCase();
    return /^[0-9a-f]{64}$/.test(key) ? ok(key) : err('the key file does not hold 64 hex digits');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return err('the key file is unreadable');
  }
  if (holdsDatabase(profile.paths.data)) return err('the database is there, but the file with its key is missing');
  const key = randomBytes(32).toString('hex');
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    return err('the key file cannot be written');
  }
  return ok(key);
}

/** The name under which `make-key` seals it (packaging/root/usr/lib/minka/make-key). */
const CREDENTIAL = 'minka-database-key';

/** Opened by systemd for this service alone, from a file sealed to the machine; it lies in memory (ramfs). */
function sealedKey(dir: string | undefined): Result<string, string> {
  if (dir === undefined) return err('no sealed database key: run /usr/lib/minka/make-key once, as root');
  try {
    const key = readFileSync(join(dir, CREDENTIAL), 'utf8').trim().toLowerCase();
    return /^[0-9a-f]{64}$/.test(key) ? ok(key) : err('the sealed key does not hold 64 hex digits');
  } catch {
    return err('no sealed database key: run /usr/lib/minka/make-key once, as root');
  }
}

function holdsDatabase(dir: string): boolean {
  try {
    return readdirSync(dir).some((name) => /\.(db|sqlite)$/.test(name));
  } catch {
    return false;
  }
}
