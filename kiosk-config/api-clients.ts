import { createHash } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { type ApiClients, apiClientsSchema } from '../common/contracts/billing/clients.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';

/** What the file of the HIS API's clients holds of a token: 256 random bits need nothing slower. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Why a file of clients lets nobody in. */
export type ApiClientsProblem = 'missing' | 'open' | 'broken';

/** The file of the HIS API's clients; it must be its owner's alone (0600). */
export function readApiClients(file: string): Result<ApiClients, ApiClientsProblem> {
  let mode: number;
  try {
    mode = statSync(file).mode;
  } catch {
    return err('missing');
  }
  if ((mode & 0o077) !== 0) return err('open');
  try {
    return ok(apiClientsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return err('broken');
  }
}

/** Puts a new file in the old one's place; throws what the file system says. */
export function writeApiClients(file: string, clients: z.input<typeof apiClientsSchema>): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(apiClientsSchema.parse(clients), null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
