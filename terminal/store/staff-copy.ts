import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type StaffListFile, staffListFileSchema } from '../../common/contracts/staff.ts';
import { syncFolder } from './sync.ts';

/**
 * The staff list in force, outside the journal: where that one is lost, who may begin another has still to be proved.
 * Two copies, as with the marks of a begun journal, sealed (AES-256-GCM) under a key that is derived from the
 * database's: nobody without it can put a name on the list, and one who takes the copies away leaves no list, not hers.
 */
export interface StaffCopy {
  readonly list: StaffListFile;
  /** SHA-256 of the file that was imported, hex. */
  readonly digest: string;
}

const copySchema = z.strictObject({ list: staffListFileSchema, digest: z.string().regex(/^[0-9a-f]{64}$/) });
const [NONCE, TAG] = [12, 16];

function copiesOf(file: string): readonly string[] {
  return [`${file}.staff`, join(`${dirname(file)}.begun`, `${basename(file)}.staff`)];
}

function keyOf(databaseKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', databaseKey, new Uint8Array(), 'minka-staff-list-1', 32));
}

/** Writes both copies, each whole or not at all. Throws what the file system says. */
export function writeStaffCopy(file: string, databaseKey: Uint8Array, copy: StaffCopy): void {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(databaseKey), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(copySchema.parse(copy)), 'utf8'), cipher.final()]);
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]);
  for (const to of copiesOf(file)) {
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    writeFileSync(`${to}.new`, sealed, { mode: 0o600, flush: true });
    renameSync(`${to}.new`, to);
    syncFolder(to);
  }
}

/** The first copy that opens with this key, or null: one that was changed, or sealed elsewhere, is none. */
export function readStaffCopy(file: string, databaseKey: Uint8Array): StaffCopy | null {
  for (const from of copiesOf(file)) {
    const copy = existsSync(from) ? opened(readFileSync(from), databaseKey) : null;
    if (copy !== null) return copy;
  }
  return null;
}

function opened(sealed: Uint8Array, databaseKey: Uint8Array): StaffCopy | null {
  if (sealed.length <= NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(databaseKey), sealed.subarray(0, NONCE));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    const parsed = copySchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
