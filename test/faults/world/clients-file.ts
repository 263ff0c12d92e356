import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scopeNames } from '../../../common/contracts/billing/billing.ts';
import { tokenHash } from '../../../kiosk-config/api-clients.ts';
import type { ClientName } from '../plan/order.ts';

export const CLIENT_TOKENS: Readonly<Record<ClientName, string>> = {
  'his-a': 'token-of-the-first-system',
  'his-b': 'token-of-the-other-system',
};

/** Writes the file of the two systems into a folder; its path. */
export function writeClients(folder: string): string {
  const file = join(folder, 'api-clients.json');
  const clients = Object.entries(CLIENT_TOKENS).map(([name, token]) => ({
    ...{ name, tokenSha256: tokenHash(token), scopes: scopeNames },
    expiresOn: '2030-12-31',
  }));
  writeFileSync(file, JSON.stringify({ clients }), { mode: 0o600 });
  return file;
}
