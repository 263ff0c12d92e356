import '../link/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { browserClock } from '../link/browser-clock.ts';
import { linkOpener } from '../link/open-link.ts';
import { DeskApp } from './app.tsx';
import { lockDesk } from './desk-locks.ts';
import { deskLinkStore } from './link/desk-link.ts';
import '../theme/desk/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

const link = deskLinkStore({ open: linkOpener(window), clock: browserClock, userAgent: navigator.userAgent });
lockDesk(window);
createRoot(root).render(<DeskApp link={link} />);
