import type { CountingChannel } from './channel.ts';
import { createInbox } from './inbox.ts';

/** The part of the standard WebSocket that we use: a browser's, Node's own, or that of the `ws` package. */
export interface WebSocketLike {
  /** 0 connecting, 1 open, 2 closing, 3 closed. */
  readonly readyState: number;
  /** Bytes that are accepted but not yet on their way. */
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
}

/** A peer that lets this much pile up (bytes) does not read any more: the link is ended rather than memory filled. */
export const MAX_BACKLOG = 64 * 1024 * 1024;

/** A Channel over a WebSocket, for either end. Frames posted while it connects are sent once it is open. */
export function webSocketChannel(socket: WebSocketLike): CountingChannel {
  const inbox = createInbox();
  let waiting: string[] = [];

  const send = (text: string): void => {
    if (socket.readyState !== 1) return;
    socket.send(text);
    if (socket.bufferedAmount > MAX_BACKLOG) close();
  };
  const close = (): void => {
    if (!inbox.isOpen()) return;
    inbox.closeHere();
    // What was posted before the link stood is still sent: then 'open' closes.
    if (waiting.length === 0) socket.close(1000);
  };

  socket.addEventListener('open', () => {
    const texts = waiting;
    waiting = [];
    for (const text of texts) socket.send(text);
    if (!inbox.isOpen()) socket.close(1000);
  });
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') inbox.receive(data);
    else inbox.drop();
  });
  socket.addEventListener('close', inbox.peerGone);
  // A 'close' always follows; the listener is here because an unheard 'error' ends a Node process.
  socket.addEventListener('error', () => undefined);
  if (socket.readyState > 1) inbox.peerGone();

  return {
    post(text) {
      if (!inbox.isOpen()) return;
      if (socket.readyState === 0) waiting.push(text);
      else send(text);
    },
    onText: inbox.onText,
    onClose: inbox.onClose,
    dropped: inbox.dropped,
    close,
  };
}
