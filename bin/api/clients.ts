import { randomBytes } from 'node:crypto';
import { formatDate } from '../../common/kernel/dates.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { ApiKey } from '../../common/strings/api.ts';
import { readApiClients, tokenHash, writeApiClients } from '../../kiosk-config/api-clients.ts';
import type { ApiAsked } from './arguments.ts';

/** What a command on the file of clients came to: the object for `--json`, and the sentences. */
export interface ClientsDone {
  readonly output: object;
  readonly lines: readonly { readonly key: ApiKey; readonly values: Readonly<Record<string, string>> }[];
}
export interface ClientsFailed {
  readonly key: ApiKey;
  readonly values: Readonly<Record<string, string>>;
}

const DAY_MS = 86_400_000;

/** Adds, lists or removes a client of the HIS API. `now`: epoch ms. */
export function changeClients(
  file: string,
  asked: Extract<ApiAsked, { readonly kind: 'add' | 'remove' | 'clients' }>,
  now: number,
): Result<ClientsDone, ClientsFailed> {
  const read = readApiClients(file);
  if (!read.ok && read.error !== 'missing')
    return err({ key: 'clientsFile', values: { why: `${file}: ${read.error}` } });
  const clients = read.ok ? read.value.clients : [];
  const write = (next: typeof clients): Result<null, ClientsFailed> => {
    try {
      writeApiClients(file, { clients: next });
      return ok(null);
    } catch (cause) {
      return err({ key: 'clientsFile', values: { why: cause instanceof Error ? cause.message : file } });
    }
  };
  if (asked.kind === 'clients') {
    const shown = clients.map(({ tokenSha256: _, ...client }) => client);
    const lines = shown.map(({ name, scopes, expiresOn, encounters }) => ({
      key: 'client' as const,
      values: { name, scopes: scopes.join(','), until: expiresOn, encounters },
    }));
    return ok({ output: { clients: shown }, lines: lines.length > 0 ? lines : [{ key: 'noClients', values: {} }] });
  }
  const { name } = asked;
  const others = clients.filter((client) => client.name !== name);
  if (asked.kind === 'remove') {
    if (others.length === clients.length) return err({ key: 'noSuchClient', values: { name } });
    const written = write(others);
    return written.ok ? ok({ output: { removed: name }, lines: [{ key: 'removed', values: { name } }] }) : written;
  }
  if (others.length < clients.length) return err({ key: 'taken', values: { name } });
  const token = randomBytes(32).toString('base64url');
  const { scopes, encounters, days } = asked;
  const expiresOn = formatDate(now + days * DAY_MS);
  const client = { name, tokenSha256: tokenHash(token), scopes: [...scopes], expiresOn, encounters };
  const written = write([...clients, client]);
  if (!written.ok) return written;
  return ok({ output: { name, token, expiresOn }, lines: [{ key: 'added', values: { name, token } }] });
}
