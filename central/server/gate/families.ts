import { problem } from '../message.ts';
import { numbersAt } from '../paths.ts';
import { createXtifCheck } from '../xtif.ts';
import { type AccessCheck, createApiKeyCheck, createCsbCheck } from './access.ts';
import type { Gate } from './gate.ts';

/** How a sender is known at a single address. */
export type SingleUrlAccess = 'x-tif' | 'apikey' | 'none';

/** The family that this centre speaks, with what its gateway knows. */
export type Family =
  | { readonly kind: 'x-tif'; readonly token: string }
  | {
      readonly kind: 'single-url';
      readonly access: SingleUrlAccess;
      readonly token: string;
      readonly apiKey: string;
    }
  | { readonly kind: 'csb'; readonly secret: string };

/** Where a centre with one address is found here. */
export const SINGLE_URL_PATH = '/mbs/fmi/fsi/api/callFsiService/callService';
export const CSB_PATH = '/CSB';

/** Plain bodies behind one check of the headers. `numbers`: what is served at a path, null: nothing is. */
function plainGate(check: AccessCheck, numbers: (path: string) => readonly string[] | 'all' | null): Gate {
  return {
    admit({ method, path, headers }) {
      if (numbers(path) === null) return problem(404, 'NO_SUCH_SERVICE', 'unknown path');
      if (method !== 'POST') return problem(405, 'METHOD', 'POST only');
      const fault = check(headers);
      return fault === null ? null : problem(401, 'GATEWAY_REFUSED', fault);
    },
    numbersAt(path) {
      const served = numbers(path);
      return served === 'all' ? null : (served ?? []);
    },
    open: ({ body }) => body,
    seal: (reply) => reply,
  };
}

/** The gate of one family, without encryption. */
export function createFamilyGate(family: Family, now: () => number): Gate {
  const only = (served: string) => (path: string) => (path === served ? ('all' as const) : null);
  switch (family.kind) {
    case 'x-tif':
      return plainGate(createXtifCheck(family.token, now), (path) => {
        const served = numbersAt(path);
        return served.length === 0 ? null : served;
      });
    case 'single-url': {
      const checks = {
        'x-tif': () => createXtifCheck(family.token, now),
        apikey: () => createApiKeyCheck(family.apiKey),
        none: () => () => null,
      } as const;
      return plainGate(checks[family.access](), only(SINGLE_URL_PATH));
    }
    case 'csb':
      return plainGate(createCsbCheck(family.secret, now), only(CSB_PATH));
  }
}
