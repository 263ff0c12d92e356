import { type ReactNode, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Glass } from '../app.tsx';
import { feePage } from '../fixtures/fee-lines.ts';
import { fixtures } from '../fixtures/index.ts';
import type { ScreenClient } from '../link/screen-client.ts';
import { rewriteTexts } from '../text/texts.ts';
import type { GalleryWindow, Language, Look } from './look.ts';
import { measure } from './measure.ts';
import { pseudoText } from './pseudo.ts';
import '../theme/index.css';
import './gallery.css';

/** Intents that keys sent, for a test to read. */
const sent: unknown[] = [];

const client: Pick<ScreenClient, 'intent' | 'feeLines' | 'reveal'> = {
  intent: (version, intent) => {
    sent.push({ version, intent });
    return Promise.resolve(true);
  },
  feeLines: () => Promise.resolve(feePage),
  reveal: () => Promise.resolve({ value: '李秀兰', validMs: 5000 }),
};

const query = new URLSearchParams(window.location.search);
let look: Look = { name: query.get('f'), lang: (query.get('lang') ?? 'zh-CN') as Language };
// The longer language takes the place of English in this page from the first word on.
if (look.lang === 'pseudo') rewriteTexts('en', pseudoText);
const listeners = new Set<() => void>();

async function show(name: string): Promise<void> {
  look = { ...look, name };
  flushSync(() => {
    for (const listener of listeners) listener();
  });
  // Pages of fee lines come by promise; two frames later everything stands.
  await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

const api: GalleryWindow = { sent, show, measure };
Object.assign(window, api);

function Gallery(): ReactNode {
  const { name, lang } = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => look,
  );
  const snapshot = name === null ? undefined : fixtures[name];
  if (snapshot !== undefined) {
    const locale = lang === 'zh-CN' ? snapshot.locale : 'en';
    return <Glass key={name} snapshot={{ ...snapshot, locale }} receivedAt={performance.now()} client={client} />;
  }
  return (
    <ul className="gallery">
      {Object.keys(fixtures).map((each) => (
        <li key={each}>
          <a href={`?f=${each}&lang=${lang}`}>{each}</a>
        </li>
      ))}
    </ul>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<Gallery />);
