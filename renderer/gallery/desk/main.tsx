import { type ReactNode, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { DeskIntent } from '../../../common/contracts/desk/intents.ts';
import type { DeskSnapshot } from '../../../common/contracts/desk/snapshot.ts';
import { DeskGlass } from '../../desk/app.tsx';
import type { DeskClient } from '../../desk/link/desk-client.ts';
import { differingLines, stayLines, visitLines } from '../../fixtures/desk/bills.ts';
import { deskFixtures } from '../../fixtures/desk/index.ts';
import { paleTexts } from '../pale.ts';
import { farDay } from './far-day.ts';
import { deskFlaws } from './measure.ts';
import '../../theme/desk/index.css';

const query = new URLSearchParams(window.location.search);
/** So many as the bar of the day list says. */
const day = farDay(Number(query.get('day') ?? 20_000));

interface Shown {
  readonly snapshot: DeskSnapshot;
  readonly at: number;
}

/** Fixture `name` in the language and colours of the address. */
function snapshotOf(name: string, version: number): DeskSnapshot {
  const fixture = deskFixtures[name];
  if (fixture === undefined) throw new Error(`no fixture ${name}`);
  const locale = query.get('lang') === 'en' ? 'en' : 'zh-CN';
  const theme = query.get('theme') === 'contrast' ? 'contrast' : 'standard';
  return { ...fixture, version, locale, look: { ...fixture.look, theme } };
}

let shown: Shown = { snapshot: snapshotOf(query.get('f') ?? 'waiting', 7), at: performance.now() };
const listeners = new Set<() => void>();
const sent: DeskIntent[] = [];

const client: Pick<DeskClient, 'intent' | 'lines' | 'day' | 'reveal'> = {
  intent(_, intent) {
    sent.push(intent);
    return Promise.resolve(true);
  },
  lines(from, count) {
    const { screen } = shown.snapshot;
    const stay = screen.kind === 'bill' && screen.bill.encounter.stay;
    const apart = screen.kind === 'bill' && screen.bill.check.differing > 0;
    const all = stay ? stayLines : apart ? differingLines : visitLines;
    return Promise.resolve({ total: all.length, lines: all.slice(from, from + count) });
  },
  day: day.day,
  reveal: (what) => Promise.resolve({ value: what === 'name' ? '周建平' : '990103195901011734', validMs: 5000 }),
};

const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** What was asked for has come, and three frames: rows that are measured, pages, and what they are drawn as. */
async function drawn(): Promise<void> {
  for (let still = 0; still < 3; still++) {
    await frame();
    if (day.waits()) still = -1;
  }
}

/** Shows a fixture without loading the page anew: as the terminal does, by another snapshot. */
async function show(name: string): Promise<void> {
  shown = { snapshot: snapshotOf(name, shown.snapshot.version + 1), at: performance.now() };
  flushSync(() => {
    for (const listener of listeners) listener();
  });
  await drawn();
}

function measure(): ReturnType<typeof deskFlaws> {
  return deskFlaws(paleTexts);
}

Object.assign(window, { sent, show, measure, drawn, names: Object.keys(deskFixtures) });

function Gallery(): ReactNode {
  const { snapshot, at } = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return <DeskGlass snapshot={snapshot} receivedAt={at} client={client} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<Gallery />);
