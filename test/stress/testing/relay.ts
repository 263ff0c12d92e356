import type { AddressInfo } from 'node:net';
import { createConnection, createServer, type Server, type Socket } from 'node:net';

/**
 * A link that can be cut in two ways. `refuse`: nobody listens and what is open is reset. `blackhole`: connections are
 * taken and what is sent is swallowed, also on those that are open; what was swallowed never comes back.
 */
export type LinkState = 'up' | 'refuse' | 'blackhole';

export interface Relay {
  readonly url: string;
  set(state: LinkState): Promise<void>;
  close(): Promise<void>;
}

/** A relay on a port of its own before `url`. Bytes are not looked at. */
export async function startRelay(url: string): Promise<Relay> {
  const target = Number(new URL(url).port);
  const open = new Set<Socket>();
  let state: LinkState = 'up';

  const take = (near: Socket): void => {
    open.add(near);
    near.on('error', () => undefined);
    near.on('close', () => open.delete(near));
    if (state === 'blackhole') {
      near.resume();
      return;
    }
    const far = createConnection({ host: '127.0.0.1', port: target, noDelay: true });
    far.on('error', () => near.destroy());
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    const dead = { is: false };
    deads.add(dead);
    near.on('data', (piece: Buffer) => void (dead.is || far.write(piece)));
    far.on('data', (piece: Buffer) => void (dead.is || near.write(piece)));
  };
  /** Connections of before stay dead when the link is back. */
  const deads = new Set<{ is: boolean }>();

  const server: Server = createServer(take);
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.resetAndDestroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    async set(next) {
      if (next === state) return;
      if (next === 'refuse') await shut();
      else if (state === 'refuse') await listen(port);
      if (next === 'blackhole') for (const dead of deads) dead.is = true;
      state = next;
    },
    async close() {
      if (server.listening) await shut();
    },
  };
}
