import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ForkOptions } from 'electron';
import type { MessagePortLike } from '../../common/rpc/message-port-channel.ts';
import type { UtilityPart } from '../part.ts';
import { StandInPort } from './ports.ts';

const SHIM = fileURLToPath(new URL('./parent-port-shim.ts', import.meta.url));
type Wire = { readonly t: string; readonly data?: unknown; readonly id?: number };

/**
 * A real process of this Node in the place of a utility process: it can be killed and frozen by pid, and it speaks
 * over real message ports, carried across by Node's IPC.
 */
export class RealUtility extends EventEmitter implements UtilityPart {
  readonly #child;
  readonly #ports = new Map<number, StandInPort>();
  #ids = 0;

  constructor(module: string, args: string[], options: ForkOptions, quiet: boolean) {
    super();
    const stdio = quiet ? 'ignore' : 'inherit';
    this.#child = spawn(process.execPath, ['--import', SHIM, module, ...args], {
      env: { ...options.env } as NodeJS.ProcessEnv,
      stdio: ['ignore', stdio, stdio, 'ipc'],
      serialization: 'advanced',
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('exit', (code) => {
      for (const port of this.#ports.values()) port.inner.close();
      this.emit('exit', code ?? 0);
    });
    this.#child.on('error', () => undefined);
    this.#child.on('message', (raw) => {
      const wire = raw as Wire;
      if (wire.t === 'message') this.emit('message', wire.data);
      else if (wire.t === 'port') this.#ports.get(wire.id ?? -1)?.inner.postMessage(wire.data);
      else this.#ports.get(wire.id ?? -1)?.inner.close();
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  postMessage(message: unknown, transfer: MessagePortLike[] = []): void {
    const ids = transfer.map((port) => {
      if (!(port instanceof StandInPort)) throw new Error('not a port of this stand-in');
      const id = ++this.#ids;
      this.#ports.set(id, port);
      port.inner.on('message', (data: unknown) => this.#send({ t: 'port', id, data }));
      port.inner.on('close', () => this.#send({ t: 'portClose', id }));
      return id;
    });
    this.#send({ t: 'message', data: message, ids });
  }

  kill(): boolean {
    return this.#child.kill();
  }

  #send(wire: object): void {
    if (this.#child.connected) this.#child.send(wire, () => undefined);
  }
}
