import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { scopeNames } from '../../../common/contracts/billing/billing.ts';

/** A client of the HIS API, as the file of clients names it (0600, its own; `minka client` writes it). */
export const apiClientSchema = z.strictObject({
  /** In every record of what it did. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/),
  /** SHA-256 of the token, hex. A token is 256 random bits, so nothing slower is needed. */
  tokenSha256: z.string().regex(/^[0-9a-f]{64}$/),
  scopes: z.array(z.enum(scopeNames)).min(1),
  /** `yyyy-MM-dd`: good to the end of this day, China time. */
  expiresOn: z.iso.date(),
  /** Which encounters it may see: those that it brought itself, or all of this terminal. */
  encounters: z.enum(['own', 'all']).default('own'),
});
export type ApiClient = z.output<typeof apiClientSchema>;

export const apiClientsSchema = z.strictObject({ clients: z.array(apiClientSchema).max(50) });

export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

export interface ApiClients {
  /** Whose token it is, today; null: nobody's, or past its day. */
  byToken(token: string, today: string): ApiClient | null;
}

interface Stamp {
  readonly mtimeMs: number;
  readonly size: number;
}

/**
 * The clients of a file, read again when it changes: who is taken out of it is out at once. A file that others may read,
 * that is missing or broken lets nobody in; `trouble` is told why, once per change.
 */
export function createApiClients(file: string, trouble: (why: string) => void): ApiClients {
  let stamp: Stamp | null = null;
  let clients: readonly ApiClient[] = [];

  const load = (): void => {
    let now: Stamp & { readonly mode: number };
    try {
      now = statSync(file);
    } catch {
      if (stamp !== null || clients.length > 0) trouble('the file of clients is not there');
      [stamp, clients] = [null, []];
      return;
    }
    if (stamp?.mtimeMs === now.mtimeMs && stamp.size === now.size) return;
    stamp = { mtimeMs: now.mtimeMs, size: now.size };
    clients = [];
    if ((now.mode & 0o077) !== 0) {
      trouble('the file of clients is open to other users (it must be 0600)');
      return;
    }
    try {
      clients = apiClientsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).clients;
    } catch {
      trouble('the file of clients does not fit its contract');
    }
  };

  return {
    byToken(token, today) {
      load();
      const asked = Buffer.from(tokenHash(token), 'hex');
      // Every one is compared, so that the time says nothing.
      const found = clients.filter(({ tokenSha256 }) => timingSafeEqual(Buffer.from(tokenSha256, 'hex'), asked));
      const [client] = found;
      return client !== undefined && client.expiresOn >= today ? client : null;
    },
  };
}
