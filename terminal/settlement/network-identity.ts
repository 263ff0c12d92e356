import { networkInterfaces } from 'node:os';

/** What 9001 asks of the place of the sign-in; only for the centre's records. */
export interface NetworkIdentity {
  /** "00-1A-2B-3C-4D-5E" */
  readonly mac: string;
  readonly ip: string;
}

/** The first interface that leads out of this machine; its loopback where there is none. */
export function networkIdentity(interfaces = networkInterfaces()): NetworkIdentity {
  const outward = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .find((address) => !address.internal && address.family === 'IPv4');
  return {
    mac: (outward?.mac ?? '00:00:00:00:00:00').replaceAll(':', '-').toUpperCase(),
    ip: outward?.address ?? '127.0.0.1',
  };
}
