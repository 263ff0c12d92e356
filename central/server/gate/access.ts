import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { sameSecret } from '../secrets.ts';
import { headerOf } from './gate.ts';

/** How long a signed moment may be off, ms: as at the x-tif gateway. */
const WINDOW_MS = 300_000;

/** Null where the headers are good, else what is wrong with them. */
export type AccessCheck = (headers: IncomingHttpHeaders) => string | null;

export function createApiKeyCheck(key: string): AccessCheck {
  return (headers) => (sameSecret(headerOf(headers, 'apikey'), key) ? null : 'apikey');
}

/** The four names that a CSB gateway signs; the signature is the fifth header. */
const SIGNED = ['_api_access_key', '_api_name', '_api_timestamp', '_api_version'] as const;

export const CSB_ACCESS_KEY = 'minka-lab';

/** Base64(HMAC-SHA1(sorted name=value pairs joined by &)). */
export function createCsbCheck(secret: string, now: () => number): AccessCheck {
  return (headers) => {
    const values = SIGNED.map((name) => [name, headerOf(headers, name)] as const);
    const empty = values.find(([, value]) => value === '');
    if (empty !== undefined) return `${empty[0]} is missing`;
    if (headerOf(headers, '_api_access_key') !== CSB_ACCESS_KEY) return 'unknown _api_access_key';
    const timestamp = headerOf(headers, '_api_timestamp');
    if (!/^\d{13}$/.test(timestamp)) return '_api_timestamp is not in milliseconds';
    if (Math.abs(now() - Number(timestamp)) > WINDOW_MS) return '_api_timestamp is too far from the gateway’s clock';
    const mac = createHmac('sha1', secret);
    for (const [index, [name, value]] of values.entries()) mac.update(`${index === 0 ? '' : '&'}${name}=${value}`);
    return sameSecret(headerOf(headers, '_api_signature'), mac.digest('base64'))
      ? null
      : '_api_signature does not match';
  };
}
