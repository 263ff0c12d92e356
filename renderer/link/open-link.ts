import type { Channel } from '../../common/rpc/channel.ts';
import { type TextPipe, taggedDialer } from '../../common/rpc/tagged-links.ts';
import { webSocketChannel } from '../../common/rpc/web-socket-channel.ts';

declare global {
  interface Window {
    /** What Electron's preload gives the page; absent in a browser. */
    readonly minkaWire?: TextPipe;
  }
}

/** How this page reaches the terminal: over the preload where there is one, else by a WebSocket to its own origin. */
export function linkOpener(window: Window): () => Channel {
  const { minkaWire } = window;
  if (minkaWire === undefined) {
    const url = new URL('/screen', window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return () => webSocketChannel(new WebSocket(url));
  }
  // Unlike the numbers of the page that stood here before: its last frames may still be on their way.
  const [first = 1] = window.crypto.getRandomValues(new Uint32Array(1));
  return taggedDialer(minkaWire, first >>> 1);
}
