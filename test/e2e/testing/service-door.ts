import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** The socket of the one PC/SC service of this machine. */
const SERVICE = '/run/pcscd/pcscd.comm';

/**
 * A door in front of the real PC/SC service that one lab can have to itself: shut, the service is gone for that lab's
 * device host and for nobody else. libpcsclite takes the socket's name from PCSCLITE_CSOCK_NAME.
 */
export class ServiceDoor {
  readonly path: string;
  #server: Server | null = null;
  readonly #through = new Set<Socket>();
  constructor(dir: string) {
    this.path = join(dir, 'pcscd.comm');
  }

  async open(): Promise<void> {
    const server = createServer((client) => {
      const service = connect(SERVICE);
      for (const [one, other] of [
        [client, service],
        [service, client],
      ] as const) {
        this.#through.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#through.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.path, resolve));
  }

  async shut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())));
    for (const socket of this.#through) socket.destroy();
    await closed;
    rmSync(this.path, { force: true });
  }
}
