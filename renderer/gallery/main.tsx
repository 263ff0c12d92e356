import { type ReactNode, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Glass } from '../app.tsx';
import { feePage } from '../fixtures/fee-lines.ts';
import { fixtures } from '../fixtures/index.ts';
import type { ScreenClient } from '../link/screen-client.ts';
import { rewriteTexts } from '../text/texts.ts';
import { ComponentsPage } from './components/page.tsx';
import { type GalleryWindow, type Look, lookOf, type Panel, panelOf, panels } from './look.ts';
import { measure } from './measure.ts';
import { pseudoText } from './pseudo.ts';
import '../theme/index.css';

/** Intents that keys sent, and what was to be said, for a test to read. */
const sent: unknown[] = [];
const heard: string[][] = [];

const client: Pick<ScreenClient, 'intent' | 'feeLines' | 'reveal' | 'touched' | 'speak'> = {
  touched: () => undefined,
  speak: (utterances) => {
    heard.push(utterances.map(({ text }) => text));
  },
  intent: (version, intent) => {
    sent.push({ version, intent });
    return Promise.resolve(true);
  },
  feeLines: () => Promise.resolve(feePage),
  reveal: () => Promise.resolve({ value: '李秀兰', validMs: 5000 }),
};

let look: Look = lookOf(new URLSearchParams(window.location.search));
// The longer language takes the place of English in this page from the first word on.
if (look.lang === 'pseudo') rewriteTexts('en', pseudoText);
const listeners = new Set<() => void>();

/** The panel that a window of this size stands for. */
function panelHere(): Panel {
  const { square } = panels;
  if (window.innerWidth === square.width && window.innerHeight === square.height) return 'square';
  return window.innerWidth >= window.innerHeight ? 'landscape' : 'portrait';
}

/** Pages of fee lines come by promise; two frames later everything stands. */
function drawn(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

async function show(name: string): Promise<void> {
  look = { ...look, name };
  flushSync(() => {
    for (const listener of listeners) listener();
  });
  await drawn();
  for (const key of name.split('+').slice(1)) {
    const label = /^\d$/.test(key) ? 'pad' : 'key';
    document.querySelector<HTMLElement>(`[data-${label}="${key}"]`)?.click();
    await drawn();
  }
}

const api: GalleryWindow = { sent, heard, show, measure };
Object.assign(window, api);

function Gallery(): ReactNode {
  const {
    name,
    lang,
    look: wanted,
    keypad,
  } = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => look,
  );
  const snapshot = name === null ? undefined : fixtures[name.split('+')[0] ?? name];
  if (snapshot !== undefined) {
    const locale = lang === 'zh-CN' ? snapshot.locale : 'en';
    const site = { ...snapshot.site, keypad, panel: { ...snapshot.site.panel, ...panelOf(panelHere()) } };
    const shown = { ...snapshot, locale, look: { ...snapshot.look, ...wanted }, site };
    return <Glass key={name} snapshot={shown} receivedAt={performance.now()} client={client} />;
  }
  const turn = new URLSearchParams(window.location.search).get('turn') === 'landscape' ? 'landscape' : 'portrait';
  return <ComponentsPage look={look} turn={turn} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<Gallery />);
