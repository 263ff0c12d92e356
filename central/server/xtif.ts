import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { sameSecret } from './secrets.ts';

/** The x-tif gateway in front of the centre: four headers sign the moment, not the body. */

const WINDOW_S = 300;
export const PAAS_ID = 'minka-lab';

/** hex SHA-256(timestamp + token + nonce + timestamp). */
export function xtifSignature(timestamp: string, token: string, nonce: string): string {
  return hash('sha256', `${timestamp}${token}${nonce}${timestamp}`, 'hex');
}

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** Makes the check: null where the headers are good, else what is wrong. A nonce counts as used only when it was good. */
export function createXtifCheck(token: string, now: () => number): (headers: IncomingHttpHeaders) => string | null {
  const used = new Map<string, number>();
  return (headers) => {
    const seconds = Math.floor(now() / 1000);
    for (const [nonce, at] of used) {
      if (Math.abs(seconds - at) <= 2 * WINDOW_S) break;
      used.delete(nonce);
    }
    const timestamp = header(headers, 'x-tif-timestamp');
    const nonce = header(headers, 'x-tif-nonce');
    if (header(headers, 'x-tif-paasid') !== PAAS_ID) return 'unknown x-tif-paasid';
    if (!/^\d{10}$/.test(timestamp)) return 'x-tif-timestamp is not in seconds';
    if (nonce.length < 8 || nonce.length > 64) return 'x-tif-nonce must have 8 to 64 characters';
    if (Math.abs(seconds - Number(timestamp)) > WINDOW_S) return 'x-tif-timestamp is too far from the gateway’s clock';
    const signature = header(headers, 'x-tif-signature').toLowerCase();
    if (!sameSecret(signature, xtifSignature(timestamp, token, nonce))) return 'x-tif-signature does not match';
    if (used.has(nonce)) return 'x-tif-nonce was used before';
    used.set(nonce, seconds);
    return null;
  };
}
