import { EventEmitter } from 'node:events';

/**
 * `process.parentPort` for a Node process that a test started in the place of a utility process: the parent's
 * messages and ports come over Node's own IPC (see `real-utility.ts`). Loaded with `--import` before the program.
 */
type Wire = {
  readonly t: 'message' | 'port' | 'portClose';
  readonly data?: unknown;
  readonly ids?: number[];
  readonly id?: number;
};

class ShimPort extends EventEmitter {
  readonly #id: number;
  #early: unknown[] | null = [];
  constructor(id: number) {
    super();
    this.#id = id;
  }
  receive(data: unknown): void {
    if (this.#early) this.#early.push(data);
    else this.emit('message', { data, ports: [] });
  }
  start(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const data of early) this.emit('message', { data, ports: [] });
  }
  postMessage(data: unknown): void {
    send({ t: 'port', id: this.#id, data });
  }
  close(): void {
    send({ t: 'portClose', id: this.#id });
    this.emit('close');
  }
}

const send = (wire: Wire): void => {
  if (process.connected) process.send?.(wire, undefined, undefined, () => undefined);
};
const ports = new Map<number, ShimPort>();
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (data: unknown): void => send({ t: 'message', data }),
});
let early: unknown[] | null = [];
parentPort.on('newListener', (name) => {
  if (name !== 'message' || early === null) return;
  const waiting = early;
  early = null;
  setImmediate(() => {
    for (const event of waiting) parentPort.emit('message', event);
  });
});

process.on('message', (raw) => {
  const wire = raw as Wire;
  if (wire.t === 'message') {
    const made = (wire.ids ?? []).map((id) => {
      const port = new ShimPort(id);
      ports.set(id, port);
      return port;
    });
    const event = { data: wire.data, ports: made };
    if (early) early.push(event);
    else parentPort.emit('message', event);
  } else if (wire.t === 'port') ports.get(wire.id ?? -1)?.receive(wire.data);
  else ports.get(wire.id ?? -1)?.emit('close');
});
// A utility process dies with its parent.
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: parentPort });
