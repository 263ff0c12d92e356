import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type StaffListFile, staffListFileSchema } from '../../common/contracts/staff.ts';
import { syncFolder } from './sync.ts';

/**
 * The staff list in force, outside the journal: where that one is lost, who may begin another has still to be proved.
 * Two copies, as with the marks of a begun journal, sealed (AES-256-GCM) under a key that is derived from the
 * database's: nobody without it can put a name on the list, and one who takes the copies away leaves no list, not hers.
 * Each is read and written by itself: what is wrong with one says nothing of the other.
 */
export interface StaffCopy {
  readonly list: StaffListFile;
  /** SHA-256 of the file that was imported, hex. */
  readonly digest: string;
  /** When it was sealed, ms, and later than what it replaced: which of two is the newer. 0: by an earlier version. */
  readonly at: number;
}

/** What stands in one of the two places. */
export type KeptCopy = { readonly place: string } & (
  | { readonly kind: 'opened'; readonly copy: StaffCopy }
  | { readonly kind: 'absent' }
  /** It cannot be read, was changed, or was sealed under another key. */
  | { readonly kind: 'useless'; readonly cause: unknown }
);

const copySchema = z.strictObject({
  list: staffListFileSchema,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.int().nonnegative().default(0),
});
const [NONCE, TAG] = [12, 16];

function keyOf(databaseKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', databaseKey, new Uint8Array(), 'minka-staff-list-1', 32));
}

/** Both places, the one beside the journal `file` first. Throws nothing: a place that cannot be read is useless. */
export function readStaffCopies(file: string, databaseKey: Uint8Array): readonly KeptCopy[] {
  const places = [`${file}.staff`, join(`${dirname(file)}.begun`, `${basename(file)}.staff`)];
  return places.map((place) => {
    try {
      return { place, kind: 'opened', copy: opened(readFileSync(place), databaseKey) };
    } catch (cause) {
      const absent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      return absent ? { place, kind: 'absent' } : { place, kind: 'useless', cause };
    }
  });
}

/** The newer of what opens, or null. */
export function newestCopy(kept: readonly KeptCopy[]): StaffCopy | null {
  let newest: StaffCopy | null = null;
  for (const one of kept) {
    if (one.kind === 'opened' && (newest === null || one.copy.at > newest.at)) newest = one.copy;
  }
  return newest;
}

/** Puts a copy in its place, whole or not at all. Throws what the file system says. */
export function writeStaffCopy(place: string, databaseKey: Uint8Array, copy: StaffCopy): void {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(databaseKey), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(copySchema.parse(copy)), 'utf8'), cipher.final()]);
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]);
  writeFileSync(`${place}.new`, sealed, { mode: 0o600, flush: true });
  renameSync(`${place}.new`, place);
  syncFolder(place);
}

/** Throws where the seal or what is under it is not right. */
function opened(sealed: Uint8Array, databaseKey: Uint8Array): StaffCopy {
  const nonce = sealed.subarray(0, NONCE);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(databaseKey), nonce, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  return copySchema.parse(JSON.parse(text));
}
