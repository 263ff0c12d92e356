import { createHash } from 'node:crypto';
import { chmodSync, chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { type ApiClients, apiClientsSchema } from '../common/contracts/billing/clients.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';

/** What the file of the HIS API's clients holds of a token: 256 random bits need nothing slower. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Why a file of clients lets nobody in. */
export type ApiClientsProblem = 'missing' | 'open' | 'broken';

/**
 * The file of the HIS API's clients. It must be its owner's alone (0600); in a package's folder it is root's to write and the
 * service's group's to read (0640).
 */
export function readApiClients(file: string): Result<ApiClients, ApiClientsProblem> {
  let stat: { readonly uid: number; readonly mode: number };
  try {
    stat = statSync(file);
  } catch {
    return err('missing');
  }
  if ((stat.mode & 0o077) !== 0 && !(stat.uid === 0 && (stat.mode & 0o037) === 0)) return err('open');
  try {
    return ok(apiClientsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return err('broken');
  }
}

/** Lets the service read what root writes for it: as its own file in its own folder, as its group's in a package's. */
function give(draft: string, folder: string): void {
  const { uid, gid, mode } = statSync(folder);
  if (process.getuid?.() !== 0) return;
  if (uid !== 0) chownSync(draft, uid, gid);
  else if (gid !== 0 && (mode & 0o077) === 0o050) {
    chownSync(draft, 0, gid);
    chmodSync(draft, 0o640);
  }
}

/** Puts a new file in the old one's place; throws what the file system says. */
export function writeApiClients(file: string, clients: z.input<typeof apiClientsSchema>): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(apiClientsSchema.parse(clients), null, 2)}\n`, { mode: 0o600 });
  give(draft, dirname(file));
  renameSync(draft, file);
}
