import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Intent } from '../common/contracts/session/screen-link.ts';
import type { Screen, Snapshot } from '../common/contracts/session/snapshot.ts';
import { propertiesOf } from '../common/kernel/glass.ts';
import { Connecting } from './kiosk/connecting.tsx';
import { KioskContext, type ScreenView } from './kiosk/context.tsx';
import { barMm } from './kiosk/panel.ts';
import { screens } from './kiosk/registry.ts';
import { useRenderedProof } from './link/rendered-proof.ts';
import type { ScreenClient, ScreenLinkStore } from './link/screen-client.ts';

/** A key that got no snapshot within this time may be pressed again, ms. */
const WAIT_LIMIT_MS = 5000;

/** The glass: the snapshot of the terminal, or that nobody answers. */
export function App({ link }: { readonly link: ScreenLinkStore }): ReactNode {
  const state = useSyncExternalStore(link.subscribe, link.state);
  useRenderedProof(link, state.kind === 'open' ? state.snapshot.version : null);
  if (state.kind === 'connecting') return <Connecting />;
  return <Glass snapshot={state.snapshot} receivedAt={state.at} client={link} />;
}

interface GlassProps {
  readonly snapshot: Snapshot;
  readonly receivedAt: number;
  readonly client: Pick<ScreenClient, 'intent' | 'feeLines' | 'reveal'>;
}

/** One snapshot on the glass, its keys bound to its version. */
export function Glass({ snapshot, receivedAt, client }: GlassProps): ReactNode {
  const { send, waiting } = useSend(snapshot.version, client);
  const glass = useRef<HTMLDivElement>(null);
  const { widthMm, heightMm, distanceMm, cardSlotMm, paperSlotMm } = snapshot.site.panel;
  const { textSize } = snapshot.look;
  const kiosk = useMemo(
    () => ({ snapshot, receivedAt, client, send, waiting, barMm: barMm() }),
    [snapshot, receivedAt, client, send, waiting],
  );
  useEffect(() => {
    const { style } = document.documentElement;
    const resize = (): void => {
      const window_ = { widthPx: window.innerWidth, heightPx: window.innerHeight };
      const properties = propertiesOf({ widthMm, heightMm, distanceMm, textSize, ...window_ });
      for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    };
    resize();
    style.setProperty('--card-x', String(cardSlotMm));
    style.setProperty('--paper-x', String(paperSlotMm));
    document.documentElement.lang = snapshot.locale;
    window.addEventListener('resize', resize);
    return () => window.removeEventListener('resize', resize);
  }, [widthMm, heightMm, distanceMm, textSize, cardSlotMm, paperSlotMm, snapshot.locale]);
  // A new question: the keyboard starts at its first key again. `kind` is what makes it a new question.
  const { kind } = snapshot.screen;
  useEffect(() => {
    if (glass.current?.dataset['screen'] === kind) glass.current.focus({ preventScroll: true });
  }, [kind]);
  useDigits(glass);
  return (
    <KioskContext.Provider value={kiosk}>
      <div
        ref={glass}
        tabIndex={-1}
        className="kiosk"
        data-screen={kind}
        data-testid="screen"
        data-version={snapshot.version}
        data-mode={snapshot.mode}
        data-card={snapshot.cardIn ? 'in' : 'out'}
        data-print={'print' in snapshot.screen ? snapshot.screen.print : undefined}
      >
        <Shown key={kind} screen={snapshot.screen} />
      </div>
    </KioskContext.Provider>
  );
}

function Shown({ screen }: { readonly screen: Screen }): ReactNode {
  // The registry pairs each kind with its own member; the compiler cannot follow that through an index.
  const View = screens[screen.kind] as ScreenView<Screen['kind']>;
  return <View screen={screen} />;
}

/** Sends an intent with its snapshot's version; keys wait until the next snapshot, or until it is refused. */
function useSend(version: number, client: GlassProps['client']): { send: (intent: Intent) => void; waiting: boolean } {
  const [pressedAt, setPressedAt] = useState<number | null>(null);
  const waiting = pressedAt === version;
  const send = useCallback(
    (intent: Intent): void => {
      setPressedAt(version);
      void client.intent(version, intent).then((accepted) => {
        if (!accepted) setPressedAt((pressed) => (pressed === version ? null : pressed));
      });
    },
    [version, client],
  );
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setPressedAt(null), WAIT_LIMIT_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
  return { send, waiting };
}

/** The number of a choice is a digit on the keypad. */
function useDigits(glass: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const onKey = ({ key, repeat }: KeyboardEvent): void => {
      if (repeat || !/^[1-9]$/.test(key)) return;
      glass.current?.querySelector<HTMLButtonElement>(`[data-digit="${key}"]:not([data-disabled])`)?.click();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [glass]);
}
