import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import type { Trigger } from './trigger.ts';

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** Points of the link to the device host: a print asked for, each block that the printer acknowledged, its outcome. */
export function watchHostLink(trigger: Trigger): void {
  const real = net.connect;
  const watch = (socket: net.Socket): void => {
    const write = socket.write.bind(socket) as (chunk: Uint8Array) => boolean;
    socket.write = ((chunk: Uint8Array) => {
      const isPrint = Buffer.from(chunk).includes('"verb":"print"');
      if (isPrint) trigger.pass('print asked');
      const flushed = write(chunk);
      if (isPrint) trigger.pass('print sent');
      return flushed;
    }) as typeof socket.write;
    // Not a listener: that would let the data flow before the code under test listens.
    const emit = socket.emit.bind(socket) as (event: string, ...rest: unknown[]) => boolean;
    socket.emit = ((event: string, ...rest: unknown[]) => {
      if (event === 'data') {
        const text = String(rest[0]);
        for (let n = occurrences(text, '"event":"printProgress"'); n > 0; n--) trigger.pass('print block');
        if (text.includes('"t":"answer"') && text.includes('"kind":"printed"')) trigger.pass('print answered');
      }
      return emit(event, ...rest);
    }) as typeof socket.emit;
  };
  const watched = (options: { readonly path?: string }): net.Socket => {
    const socket = real(options as net.NetConnectOpts);
    if (options.path?.endsWith('/host.sock')) watch(socket);
    return socket;
  };
  Object.assign(net, { connect: watched });
  syncBuiltinESMExports();
}
