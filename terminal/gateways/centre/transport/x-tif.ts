import { hash } from 'node:crypto';
import { servicePaths } from '../../../../common/contracts/centre/service-paths.ts';
import { JSON_TYPE, plainBody, type Sending, type TransportProfile } from './transport.ts';

/** The gateway's number for this institution, and the token that both sides know. */
export interface XTifKeys {
  readonly paasId: string;
  readonly token: string;
}

/**
 * x-tif-signature: hex SHA-256 of timestamp + token + nonce + timestamp (B5.4). `timestamp` is whole seconds. The body
 * is not signed: its integrity is TLS's alone.
 */
export function xTifSignature(token: string, timestamp: string, nonce: string): string {
  return hash('sha256', timestamp + token + nonce + timestamp, 'hex');
}

/** The four headers of one send. */
export function xTifHeaders({ paasId, token }: XTifKeys, { clock, random }: Sending): Record<string, string> {
  const timestamp = String(Math.floor(clock.now() / 1000));
  const nonce = Buffer.from(random.bytes(16)).toString('hex');
  return {
    'x-tif-paasid': paasId,
    'x-tif-timestamp': timestamp,
    'x-tif-nonce': nonce,
    'x-tif-signature': xTifSignature(token, timestamp, nonce),
  };
}

/**
 * Family T1: one path per transaction, plain UTF-8 JSON, headers signed with a shared token. `paths`: the province's own
 * paths by transaction number, whole. A number that has none goes to a path of that number below the base.
 */
export function xTifTransport(keys: XTifKeys, paths: Readonly<Record<string, string>> = {}): TransportProfile {
  return {
    ...plainBody,
    path: (number) => {
      const listed = servicePaths[number];
      return paths[number] ?? (listed === undefined ? `/fsi/api/${number}` : `/fsi/api/${listed}`);
    },
    headers: (sending) => ({ ...JSON_TYPE, ...xTifHeaders(keys, sending) }),
  };
}
