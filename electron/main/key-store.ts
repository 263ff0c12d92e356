import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { ElectronPart } from '../part.ts';

/** Electron's Linux back ends that keep the wrapping key in the session's secret service. */
const SOUND = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']);

/**
 * The database's key (64 hex digits), wrapped by the system's key store (`safeStorage`) in `dir`. A first one is made,
 * but never beside an existing database. Refuses a back end that only scrambles (`basic_text` on Linux): that would be
 * a key under the door-mat.
 */
export function sealedKey(
  dir: string,
  safeStorage: ElectronPart['safeStorage'],
  platform: NodeJS.Platform,
): Result<string, string> {
  if (!safeStorage.isEncryptionAvailable()) return err('the system has no key store');
  if (platform === 'linux' && !SOUND.has(safeStorage.getSelectedStorageBackend())) {
    return err(`the key store of this session only scrambles (${safeStorage.getSelectedStorageBackend()})`);
  }
  const file = join(dir, 'database-key.sealed');
  try {
    if (existsSync(file)) {
      const key = safeStorage.decryptString(readFileSync(file));
      return /^[0-9a-f]{64}$/.test(key) ? ok(key) : err('the sealed key file does not hold a key');
    }
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (readdirSync(dir).some((name) => /\.(db|sqlite)$/.test(name))) {
      return err('the database is there, but its sealed key is missing');
    }
    const key = randomBytes(32).toString('hex');
    writeFileSync(file, safeStorage.encryptString(key), { mode: 0o600, flag: 'wx' });
    return ok(key);
  } catch {
    return err('the sealed key cannot be read or made');
  }
}
