import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  readonly xtif: string;
  readonly his: string;
  readonly operator: string;
  readonly benefits: string;
  readonly cashier: string;
  readonly admin: string;
}

function secret(dir: string, name: string): string {
  const file = join(dir, name);
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
  const value = readFileSync(file, 'utf8').trim();
  if (value.length < 16) throw new Error(`${file}: a token has at least 16 characters`);
  return value;
}

/** Reads `xtif-token`, `his-token`, `operator-token`, `benefits-token`, `cashier-token`, `admin-token`; makes those that are missing (0600). */
export function loadSecrets(dir: string): Secrets {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return {
    xtif: secret(dir, 'xtif-token'),
    his: secret(dir, 'his-token'),
    operator: secret(dir, 'operator-token'),
    benefits: secret(dir, 'benefits-token'),
    cashier: secret(dir, 'cashier-token'),
    admin: secret(dir, 'admin-token'),
  };
}

/** Compares in constant time. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether `Authorization: Bearer` carries this token. */
export function bearerIs(authorization: string | undefined, token: string): boolean {
  return authorization !== undefined && sameSecret(authorization, `Bearer ${token}`);
}
