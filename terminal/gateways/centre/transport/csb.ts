import { createHmac } from 'node:crypto';
import { JSON_TYPE, plainBody, type TransportProfile } from './transport.ts';

/** What the gateway knows this institution by. */
export interface CsbAccess {
  /** The one address of the gateway. */
  readonly path: string;
  /** `_api_name` of the service; a transaction may have one of its own. */
  readonly apiName: string;
  readonly apiNames: Readonly<Record<string, string>>;
  readonly apiVersion: string;
  readonly accessKey: string;
  readonly secret: string;
}

/** `_api_signature`: Base64 of HMAC-SHA1 over the sorted `name=value` pairs, joined by & (B5.4). */
export function csbSignature(parameters: Readonly<Record<string, string>>, secret: string): string {
  const names = Object.keys(parameters).sort();
  const text = names.map((name) => `${name}=${parameters[name]}`).join('&');
  return createHmac('sha1', secret).update(text, 'utf8').digest('base64');
}

/**
 * Family T4: a CSB gateway in front of the centre (Jiangsu). Its headers are signed, the body is not. The timestamp is in
 * milliseconds, as the gateway's product has it. 9102 answers the file itself as octet-stream, which the reader of
 * answers tells by its content in every family.
 */
export function csbTransport(access: CsbAccess): TransportProfile {
  return {
    ...plainBody,
    path: () => access.path,
    headers: ({ number, clock }) => {
      const parameters = {
        _api_access_key: access.accessKey,
        _api_name: access.apiNames[number] ?? access.apiName,
        _api_timestamp: String(clock.now()),
        _api_version: access.apiVersion,
      };
      return { ...JSON_TYPE, ...parameters, _api_signature: csbSignature(parameters, access.secret) };
    },
  };
}
