import './link/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { lockPage } from './kiosk-locks.ts';
import { browserClock } from './link/browser-clock.ts';
import { linkOpener } from './link/open-link.ts';
import { screenLinkStore } from './link/web-socket-link.ts';
import './theme/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

const link = screenLinkStore({
  open: linkOpener(window),
  clock: browserClock,
  userAgent: navigator.userAgent,
});
lockPage(window);
createRoot(root).render(<App link={link} />);
