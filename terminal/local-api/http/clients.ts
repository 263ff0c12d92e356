import { timingSafeEqual } from 'node:crypto';
import { statSync } from 'node:fs';
import type { ApiClient } from '../../../common/contracts/billing/clients.ts';
import { type ApiClientsProblem, readApiClients, tokenHash } from '../../../kiosk-config/api-clients.ts';

export type { ApiClient } from '../../../common/contracts/billing/clients.ts';

export interface KnownClients {
  /** Whose token it is, today (`yyyy-MM-dd`); null: nobody's, or past its day. */
  byToken(token: string, today: string): ApiClient | null;
}

const WHY: Readonly<Record<ApiClientsProblem, string>> = {
  missing: 'the file of clients is not there',
  open: 'the file of clients is open to other users (it must be 0600)',
  broken: 'the file of clients does not fit its contract',
};

/** What changes when a file is written, moved or opened to others. */
function stampOf(file: string): string {
  try {
    const { mtimeMs, size, mode, ino } = statSync(file);
    return [mtimeMs, size, mode, ino].join(' ');
  } catch {
    return 'missing';
  }
}

/**
 * The clients of a file, read again when it changes: who is taken out of it is out at once. A file that others may read,
 * that is missing or broken lets nobody in; `trouble` is told why, once per change.
 */
export function knownClients(file: string, trouble: (why: string) => void): KnownClients {
  let stamp: string | null = null;
  let clients: readonly ApiClient[] = [];
  return {
    byToken(token, today) {
      const now = stampOf(file);
      if (now !== stamp) {
        stamp = now;
        const read = readApiClients(file);
        clients = read.ok ? read.value.clients : [];
        if (!read.ok) trouble(WHY[read.error]);
      }
      const asked = Buffer.from(tokenHash(token), 'hex');
      // Every one is compared, so that the time says nothing.
      const [client] = clients.filter(({ tokenSha256 }) => timingSafeEqual(Buffer.from(tokenSha256, 'hex'), asked));
      return client !== undefined && client.expiresOn >= today ? client : null;
    },
  };
}
