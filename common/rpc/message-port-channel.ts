import type { CountingChannel } from './channel.ts';
import { createInbox } from './inbox.ts';

/** The part of a message port that we use: Electron's MessagePortMain is one. */
export interface MessagePortLike {
  postMessage(message: unknown): void;
  /** Begins the delivery; what arrived earlier waits for it. */
  start(): void;
  close(): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/**
 * A Channel over one end of a message port pair. Ports have no back pressure that could be read: the two ends are
 * processes of ours that answer a heartbeat, and one that stops reading is killed with its queue.
 */
export function messagePortChannel(port: MessagePortLike): CountingChannel {
  const inbox = createInbox();
  port.on('message', ({ data }) => {
    if (typeof data === 'string') inbox.receive(data);
    else inbox.drop();
  });
  port.on('close', inbox.peerGone);
  port.start();
  return {
    post(text) {
      if (inbox.isOpen()) port.postMessage(text);
    },
    onText: inbox.onText,
    onClose: inbox.onClose,
    dropped: inbox.dropped,
    close() {
      if (!inbox.isOpen()) return;
      inbox.closeHere();
      port.close();
    },
  };
}
