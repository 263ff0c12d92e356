import { readFileSync } from 'node:fs';

const ESTABLISHED = '01';

/** The client ports of the connections to a loopback server that stand now, sorted. */
export function clientPorts(serverPort: number): readonly number[] {
  const port = (address: string | undefined): number => Number.parseInt(address?.split(':')[1] ?? '0', 16);
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , remote, state]) => state === ESTABLISHED && port(remote) === serverPort)
    .map(([, local]) => port(local))
    .sort((a, b) => a - b);
}
