import type { CountingChannel } from './channel.ts';
import { createInbox, type Inbox } from './inbox.ts';

/**
 * Two ends of a link inside one process, for tests and for parts that live together. Like a real link it delivers
 * later (in a microtask), in order, and a close arrives after the frames that were posted before it.
 */
export function memoryChannelPair(): [CountingChannel, CountingChannel] {
  const a = createInbox();
  const b = createInbox();
  return [end(a, b), end(b, a)];
}

function end(own: Inbox, peer: Inbox): CountingChannel {
  const later = (fn: () => void): void => {
    void Promise.resolve().then(fn);
  };
  return {
    post(text) {
      if (own.isOpen()) later(() => peer.receive(text));
    },
    onText: own.onText,
    onClose: own.onClose,
    dropped: own.dropped,
    close() {
      if (own.isOpen()) later(peer.peerGone);
      own.closeHere();
    },
  };
}
