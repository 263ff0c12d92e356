import { type FromChild, fromParentSchema, type LinkName } from '../common/contracts/parent-port.ts';
import type { CountingChannel } from '../common/rpc/channel.ts';
import { type MessagePortLike, messagePortChannel } from '../common/rpc/message-port-channel.ts';

/** `process.parentPort` of an Electron utility process, as far as we use it. */
export interface ParentPortLike {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly MessagePortLike[] }) => void,
  ): unknown;
  postMessage(message: unknown): void;
}

/** The Electron main process, seen from a process that it started. */
export interface ParentPort {
  /** What was handed over first. */
  readonly handOver: Promise<unknown>;
  say(message: FromChild): void;
  /** Calls `listener` with every link of this name that the parent opens; earlier ones at once. */
  onLink(name: LinkName, listener: (channel: CountingChannel) => void): void;
  /** Asks the parent for a link; null when none comes within `waitMs`. A late one is closed. */
  dial(name: LinkName, waitMs: number): Promise<CountingChannel | null>;
  /** The parent wants an end in order. (A parent that dies takes its utility processes along.) */
  onEnd(listener: () => void): void;
}

/** Null where no Electron started this process. */
export function parentPort(): ParentPort | null {
  const port: unknown = Reflect.get(process, 'parentPort');
  return isParentPort(port) ? openParentPort(port) : null;
}

export function openParentPort(port: ParentPortLike): ParentPort {
  const handOver = Promise.withResolvers<unknown>();
  const ended = Promise.withResolvers<void>();
  const listeners = new Map<LinkName, (channel: CountingChannel) => void>();
  const waiting = new Map<LinkName, CountingChannel[]>();

  const take = (name: LinkName, channel: CountingChannel): void => {
    const listener = listeners.get(name);
    if (listener) listener(channel);
    else waiting.set(name, [...(waiting.get(name) ?? []), channel]);
  };
  const onLink = (name: LinkName, listener: (channel: CountingChannel) => void): void => {
    listeners.set(name, listener);
    const early = waiting.get(name) ?? [];
    waiting.delete(name);
    for (const channel of early) listener(channel);
  };

  port.on('message', ({ data, ports }) => {
    const message = fromParentSchema.safeParse(data);
    const [first] = ports;
    // Only our own main process holds the other end; what it did not mean is passed over, as on every link.
    if (!message.success) return;
    if (message.data.kind === 'handOver') handOver.resolve(message.data.value);
    else if (message.data.kind === 'end') ended.resolve();
    else if (first !== undefined) take(message.data.name, messagePortChannel(first));
  });

  return {
    handOver: handOver.promise,
    say: (message) => port.postMessage(message),
    onLink,
    dial(name, waitMs) {
      const found = Promise.withResolvers<CountingChannel | null>();
      const timer = setTimeout(() => {
        listeners.set(name, (late) => late.close());
        found.resolve(null);
      }, waitMs);
      onLink(name, (channel) => {
        clearTimeout(timer);
        listeners.set(name, (second) => second.close());
        found.resolve(channel);
      });
      port.postMessage({ kind: 'dial', name } satisfies FromChild);
      return found.promise;
    },
    onEnd: (listener) => void ended.promise.then(listener),
  };
}

function isParentPort(port: unknown): port is ParentPortLike {
  return typeof port === 'object' && port !== null && typeof Reflect.get(port, 'postMessage') === 'function';
}
