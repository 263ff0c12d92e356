import type { Socket } from 'node:net';
import type { CountingChannel } from '../common/rpc/channel.ts';
import { createInbox } from '../common/rpc/inbox.ts';
import { MAX_BACKLOG } from '../common/rpc/web-socket-channel.ts';
import { createFrameReader, encodeStreamFrame } from './frame-stream.ts';

/** A peer that does not take its last frames within this time (ms) after our close is cut off. */
const LINGER_MS = 2000;

/** A Channel over a connected stream socket (Unix socket, named pipe). */
export function socketChannel(socket: Socket): CountingChannel {
  const inbox = createInbox();
  const read = createFrameReader({ onText: inbox.receive, onDropped: inbox.drop });

  const close = (): void => {
    if (!inbox.isOpen()) return;
    inbox.closeHere();
    socket.end();
    const timer = setTimeout(() => socket.destroy(), LINGER_MS);
    timer.unref();
    socket.once('close', () => clearTimeout(timer));
  };

  socket.on('data', (chunk: Buffer) => {
    if (read(chunk)) return;
    inbox.drop();
    close();
  });
  socket.on('end', inbox.peerGone);
  socket.on('close', inbox.peerGone);
  // A 'close' always follows; the listener is here because an unheard 'error' ends the process.
  socket.on('error', () => undefined);

  return {
    post(text) {
      if (!inbox.isOpen() || socket.writableEnded || socket.destroyed) return;
      socket.write(encodeStreamFrame(text));
      if (socket.writableLength > MAX_BACKLOG) socket.destroy();
    },
    onText: inbox.onText,
    onClose: inbox.onClose,
    dropped: inbox.dropped,
    close,
  };
}
