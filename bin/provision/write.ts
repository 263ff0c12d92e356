import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A provisioned folder: `profile.json`, and below `sets/` one folder of files for each provisioning. The profile names its
 * files by their set, and is put in place last, by one rename: whoever reads it finds the old site or the new one, whole.
 */
export const PROFILE = 'profile.json';

/** Beside it: the staff list for `minka staff import`, where the provisioning brought one. */
export const STAFF = 'staff.json';

/**
 * Whose the files are: the owner's alone; or, in a folder that a package has made root's with a group for its service
 * (0750), root's to write and that group's to read.
 */
export interface Access {
  readonly folder: number;
  readonly file: number;
  readonly group: number | null;
}

const OWNER: Access = { folder: 0o700, file: 0o600, group: null };

function give(path: string, mode: number, { group }: Access): void {
  if (group !== null) chownSync(path, 0, group);
  chmodSync(path, mode);
}

/** Written, on disk, and nobody else's. */
function writeDurably(file: string, text: string, access: Access): void {
  writeFileSync(file, text, { mode: 0o600 });
  give(file, access.file, access);
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
export function writeSet(set: string, files: Readonly<Record<string, string>>, access: Access): void {
  const whole = Object.entries(files).every(([name, text]) => readOr(join(set, name)) === text);
  if (whole && existsSync(set)) return;
  rmSync(set, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const file = join(set, name);
    for (const dir of [dirname(set), set, dirname(file)]) {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      give(dir, access.folder, access);
    }
    writeDurably(file, text, access);
    syncFolder(dirname(file));
  }
  syncFolder(dirname(set));
}

/** Puts the profile, or the staff list, in place by one rename. False: it stood there already, to the byte. */
export function putInPlace(dir: string, name: typeof PROFILE | typeof STAFF, text: string, access: Access): boolean {
  const file = join(dir, name);
  if (readOr(file) === text) return false;
  const draft = join(dir, `.${name}.${process.pid}`);
  writeDurably(draft, text, access);
  renameSync(draft, file);
  syncFolder(dir);
  return true;
}

/** Makes the folder where there is none, the owner's alone; says whose the files in it will be. */
export function openFolder(dir: string): Access {
  const made = mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { uid, gid, mode } = statSync(dir);
  const shared = made === undefined && uid === 0 && gid !== 0 && (mode & 0o077) === 0o050;
  if (shared && process.getuid?.() === 0) return { folder: 0o750, file: 0o640, group: gid };
  chmodSync(dir, 0o700);
  return OWNER;
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
 * The private key of an enrolment under way, by its code: made or taken up once and kept before it is told to anybody, so
 * that an answer that was lost can be asked for again.
 */
export function pendingKey(dir: string, code: string, make: () => string): string {
  const file = join(dir, `.enrolling-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.key`);
  const kept = readOr(file);
  if (kept?.includes('END PRIVATE KEY')) return kept;
  const key = make();
  writeDurably(file, key, OWNER);
  syncFolder(dir);
  return key;
}
