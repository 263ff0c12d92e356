import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '../../common/contracts/billing/routes.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';

/** What the terminal answered, as it is. */
export interface Called {
  readonly status: number;
  readonly body: unknown;
}

/** The port on which the terminal of this run directory listens, or null. */
export function apiPort(runDir: string): number | null {
  try {
    const text = readFileSync(join(runDir, 'his-api.port'), 'utf8').trim();
    return /^\d{1,5}$/.test(text) ? Number(text) : null;
  } catch {
    return null;
  }
}

/** The longest answer: a PIN entry and a settlement one after the other, ms. */
const LIMIT_MS = 480_000;

/** Asks one operation on loopback. The failure: no answer came, in the system's own word. */
export async function callApi(
  port: number,
  token: string,
  route: Route,
  input: Readonly<Record<string, unknown>>,
  key: string | null,
): Promise<Result<Called, string>> {
  const rest = new Map(Object.entries(input));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_mark, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value ?? ''));
  });
  const left = Object.fromEntries(rest);
  const query = route.method === 'POST' ? '' : `?${new URLSearchParams(left as Record<string, string>).toString()}`;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    ...(key === null ? {} : { 'idempotency-key': key }),
  };
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}${query === '?' ? '' : query}`, {
      method: route.method,
      headers,
      ...(route.method === 'POST' ? { body: JSON.stringify(left) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    return ok({ status: answer.status, body: await answer.json() });
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : 'no answer');
  }
}
