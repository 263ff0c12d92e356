import { ServerResponse } from 'node:http';

/** A header's value as a control run sends it; undefined: the header is left out. */
export type Relax = (name: string, value: string) => string | undefined;

/**
 * Lets every server of this process send other headers than it was told to, until the returned function is called.
 * Only a control run does this: the shell itself has no way to send a weaker policy.
 */
export function relaxHeaders(relax: Relax): () => void {
  const real = ServerResponse.prototype.writeHead;
  ServerResponse.prototype.writeHead = function relaxed(this: ServerResponse, status: number, headers: unknown) {
    const entries = Object.entries((headers ?? {}) as Record<string, string>)
      .map(([name, value]) => [name, relax(name, value)] as const)
      .filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
    return Reflect.apply(real, this, [status, Object.fromEntries(entries)]) as ServerResponse;
  } as typeof real;
  return () => {
    ServerResponse.prototype.writeHead = real;
  };
}
