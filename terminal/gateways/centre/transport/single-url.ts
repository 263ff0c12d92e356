import { JSON_TYPE, plainBody, type TransportProfile } from './transport.ts';
import { type XTifKeys, xTifHeaders } from './x-tif.ts';

/** How a centre with one address knows who asks. */
export type SingleUrlAccess =
  | { readonly kind: 'x-tif'; readonly keys: XTifKeys }
  /** A key in the header `apikey`. */
  | { readonly kind: 'apikey'; readonly key: string }
  /** By the network alone. */
  | { readonly kind: 'none' };

/**
 * Family T2: every message goes to one address, and `infno` in the envelope says what it is (B5.4:
 * `/mbs/fmi/fsi/api/callFsiService/callService` and others; `apikey` in Inner Mongolia).
 */
export function singleUrlTransport(path: string, access: SingleUrlAccess): TransportProfile {
  return {
    ...plainBody,
    path: () => path,
    headers: (sending) => {
      if (access.kind === 'x-tif') return { ...JSON_TYPE, ...xTifHeaders(access.keys, sending) };
      return access.kind === 'apikey' ? { ...JSON_TYPE, apikey: access.key } : JSON_TYPE;
    },
  };
}
