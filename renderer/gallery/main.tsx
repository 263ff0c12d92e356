import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Glass } from '../app.tsx';
import { feePage } from '../fixtures/fee-lines.ts';
import { fixtures } from '../fixtures/index.ts';
import type { ScreenClient } from '../link/screen-client.ts';
import '../theme/index.css';
import './gallery.css';

/** Intents that keys sent, for a test to read. */
const sent: unknown[] = [];
Object.assign(window, { sent });

const client: Pick<ScreenClient, 'intent' | 'feeLines' | 'reveal'> = {
  intent: (version, intent) => {
    sent.push({ version, intent });
    return Promise.resolve(true);
  },
  feeLines: () => Promise.resolve(feePage),
  reveal: () => Promise.resolve({ value: '李秀兰', validMs: 5000 }),
};

function Gallery(): ReactNode {
  const query = new URLSearchParams(window.location.search);
  const name = query.get('f');
  const snapshot = name === null ? undefined : fixtures[name];
  if (snapshot !== undefined) {
    const locale = query.get('lang') === 'en' ? 'en' : snapshot.locale;
    return <Glass snapshot={{ ...snapshot, locale }} receivedAt={performance.now()} client={client} />;
  }
  return (
    <ul className="gallery">
      {Object.keys(fixtures).map((each) => (
        <li key={each}>
          <a href={`?f=${each}`}>{each}</a>
        </li>
      ))}
    </ul>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<Gallery />);
