import { createRoot } from 'react-dom/client';
import { webSocketChannel } from '../common/rpc/web-socket-channel.ts';
import { App } from './app.tsx';
import { lockPage } from './kiosk-locks.ts';
import { browserClock } from './link/browser-clock.ts';
import { screenLinkStore } from './link/web-socket-link.ts';
import './theme/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

/** The only connection that this page makes: to its own origin. */
const url = new URL('/screen', window.location.href);
url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';

const link = screenLinkStore({
  open: () => webSocketChannel(new WebSocket(url)),
  clock: browserClock,
  userAgent: navigator.userAgent,
});
lockPage(window);
createRoot(root).render(<App link={link} />);
