import { realpath } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import type { ByteLine, OpenLine } from './line.ts';

/**
 * `OpenLine` over serialport 13. What it guards against, each seen on a real pty:
 * - an `error` event without a listener ends the process (also after close() with a write in flight);
 * - without a `data` listener a pulled cable gives no event at all;
 * - unplugging gives `error` and up to two `close` events;
 * - drain() says nothing about the device, and get()/set() fail on a pty: neither is used.
 * The path is resolved anew at each opening, so that a by-id link follows the device to its new node.
 */
export const openSerialLine: OpenLine = async (path, baudRate, events) => {
  const device = await realpath(path).catch(() => null);
  if (device === null) return null;
  const port = new SerialPort({ path: device, baudRate, autoOpen: false });
  let over = false;

  const end = (reason: string, tell: boolean): void => {
    if (over) return;
    over = true;
    if (port.isOpen) port.close(() => undefined);
    if (tell) events.onLost(reason);
  };
  port.on('error', (error) => end(error.message, true));
  port.on('close', () => end('closed', true));
  port.on('data', (chunk: Uint8Array) => {
    if (!over) events.onData(chunk);
  });

  const line: ByteLine = {
    write(bytes, done) {
      if (over || !port.isOpen) return done(false);
      port.write(bytes, (error) => {
        done(!error);
        if (error) end(error.message, true);
      });
    },
    close: () => end('closed by us', false),
  };
  return new Promise((resolve) => {
    port.open((error) => {
      if (error) over = true;
      resolve(error ? null : line);
    });
  });
};
