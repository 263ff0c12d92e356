import { createConnection, createServer, type Server, type Socket } from 'node:net';

/**
 * The terminal's network as a thing that can be pulled: one loopback relay before each server. `down` ends what is
 * open and refuses what is new; `slow` holds every piece of data back for `ms`, in both directions. Bytes are not
 * looked at: TLS runs through it from end to end.
 */
export interface LabNetwork {
  readonly state: 'up' | 'down' | 'slow';
  readonly ms: number;
  set(state: 'up' | 'down' | 'slow', ms: number): void;
  /** The address by which `url` is reached through the relay. */
  through(url: string): Promise<string>;
  close(): Promise<void>;
}

export function createLabNetwork(): LabNetwork {
  const servers: Server[] = [];
  const open = new Set<Socket>();
  let state: LabNetwork['state'] = 'up';
  let delay = 0;

  /** Passes on what comes, in order, each piece when its time is over. */
  function pass(from: Socket, to: Socket): void {
    let last = Promise.resolve();
    const later = (act: () => void): void => {
      const wait = state === 'slow' ? delay : 0;
      const due = wait === 0 ? null : new Promise<void>((resolve) => setTimeout(resolve, wait).unref());
      last = last.then(() => due ?? undefined).then(act);
    };
    from.on('data', (piece: Buffer) => later(() => void (to.writable && to.write(piece))));
    from.on('end', () => later(() => void to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      open.delete(from);
      later(() => void to.destroySoon());
    });
  }

  function relay(near: Socket, port: number): void {
    if (state === 'down') {
      near.resetAndDestroy();
      return;
    }
    const far = createConnection({ host: '127.0.0.1', port, noDelay: true });
    near.setNoDelay(true);
    open.add(near).add(far);
    pass(near, far);
    pass(far, near);
  }

  return {
    get state() {
      return state;
    },
    get ms() {
      return delay;
    },
    set(next, ms) {
      state = next;
      delay = next === 'slow' ? ms : 0;
      if (next === 'down') for (const socket of [...open]) socket.resetAndDestroy();
    },
    async through(url) {
      const target = new URL(url);
      const port = Number(target.port);
      const server = createServer((near) => relay(near, port));
      servers.push(server);
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
      });
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('the relay has no port');
      target.port = String(address.port);
      return target.toString().replace(/\/$/, '');
    },
    async close() {
      for (const socket of open) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
