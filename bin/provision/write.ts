import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A provisioned folder: `profile.json`, and below `sets/` one folder of files for each provisioning. The profile names its
 * files by their set, and is put in place last, by one rename: whoever reads it finds the old site or the new one, whole.
 */
export const PROFILE = 'profile.json';

/** Written, on disk, and the owner's alone. */
function writeDurably(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  const fd = openSync(file, 'r');
  fsyncSync(fd);
  closeSync(fd);
}

function syncFolder(dir: string): void {
  const fd = openSync(dir, 'r');
  fsyncSync(fd);
  closeSync(fd);
}

/** The set's folder by what is in it: the same files are the same set. */
export function setFolder(dir: string, files: Readonly<Record<string, string>>): string {
  const digest = createHash('sha256');
  for (const name of Object.keys(files).sort()) digest.update(`${name}\0${files[name]}\0`);
  return join(dir, 'sets', digest.digest('hex').slice(0, 16));
}

/** Puts the files into their set. A set that is there whole is left as it is; one that was torn is written anew. */
export function writeSet(set: string, files: Readonly<Record<string, string>>): void {
  const whole = Object.entries(files).every(([name, text]) => readOr(join(set, name)) === text);
  if (whole && existsSync(set)) return;
  rmSync(set, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const file = join(set, name);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeDurably(file, text);
    syncFolder(dirname(file));
  }
  syncFolder(dirname(set));
}

/** Puts the profile in place by one rename. False: it stood there already, to the byte. */
export function writeProfile(dir: string, text: string): boolean {
  const file = join(dir, PROFILE);
  if (readOr(file) === text) return false;
  const draft = join(dir, `.${PROFILE}.${process.pid}`);
  writeDurably(draft, text);
  renameSync(draft, file);
  syncFolder(dir);
  return true;
}

/** Makes the folder, the owner's alone. */
export function openFolder(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
}

/** A file's text, or null. */
export function readOr(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * The private key of an enrolment under way, by its code: made once and kept before it is told to anybody, so that an
 * answer that was lost can be asked for again.
 */
export function pendingKey(dir: string, code: string, make: () => string): string {
  const file = join(dir, `.enrolling-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.key`);
  const kept = readOr(file);
  if (kept?.includes('END PRIVATE KEY')) return kept;
  const key = make();
  writeDurably(file, key);
  syncFolder(dir);
  return key;
}
