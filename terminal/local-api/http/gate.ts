import type { IncomingHttpHeaders } from 'node:http';
import { formatDate } from '../../../common/kernel/dates.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { ApiClient, KnownClients } from './clients.ts';
import type { Problem } from './problem.ts';

export interface GateDeps {
  readonly clock: Clock;
  readonly clients: KnownClients;
  /** Origins of pages that may ask. */
  readonly origins: readonly string[];
}

/** A name in the Host header that is ours: anything else may be a page that had its own name lead here. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** A program sends no Origin and its token suffices; a page sends its own, and must be on the list. */
export function mayAsk(origin: string | undefined, origins: readonly string[]): boolean {
  return origin === undefined || origins.includes(origin);
}

/** What a listed page's browser wants to read; none for programs. */
export function pageHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'Idempotency-Replayed, Retry-After',
    vary: 'Origin',
  };
}

export const PREFLIGHT: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key',
  'access-control-max-age': '600',
};

/** Whose request it is, by its bearer token. */
export function clientOf({ clock, clients }: GateDeps, headers: IncomingHttpHeaders): Result<ApiClient, Problem> {
  const token = /^Bearer ([\x21-\x7e]{16,200})$/.exec(headers.authorization ?? '')?.[1];
  const client = token === undefined ? null : clients.byToken(token, formatDate(clock.now()));
  return client === null ? err({ code: 'UNAUTHORISED' }) : ok(client);
}
