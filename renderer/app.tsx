import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Intent } from '../common/contracts/session/screen-link.ts';
import type { Screen, Snapshot } from '../common/contracts/session/snapshot.ts';
import { useKeypad } from './keypad/use-keypad.ts';
import { Connecting } from './kiosk/connecting.tsx';
import { type Kiosk, KioskContext, type ScreenView } from './kiosk/context.tsx';
import { barMm } from './kiosk/panel.ts';
import { screens } from './kiosk/registry.ts';
import { Settings } from './kiosk/settings.tsx';
import { useRenderedProof } from './link/rendered-proof.ts';
import type { ScreenClient, ScreenLinkStore } from './link/screen-client.ts';
import { useSignOfLife } from './signals/use-sign-of-life.ts';
import { useSignals } from './signals/use-signals.ts';
import { useShown } from './speech/use-shown.ts';
import { useSpeech } from './speech/use-speech.ts';

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
  readonly client: Pick<ScreenClient, 'intent' | 'feeLines' | 'reveal' | 'touched' | 'speak'>;
}

/** One snapshot on the glass, its keys bound to its version. */
export function Glass({ snapshot, receivedAt, client }: GlassProps): ReactNode {
  const { send, waiting } = useSend(snapshot.version, client);
  const glass = useRef<HTMLDivElement>(null);
  const { kind } = snapshot.screen;
  const settings = useSettings(kind);
  const { sound } = snapshot.look;
  const { shown, tell } = useShown(snapshot.screen, settings.open);
  const speech = useSpeech(snapshot, shown, client);
  useSignals(snapshot, receivedAt);
  useSignOfLife(client);
  const keypad = useKeypad({
    glass,
    always: snapshot.site.keypad,
    rests: kind === 'insertCard',
    again: speech.again,
    stands: speech.key,
    voice: useCallback(() => send({ kind: 'setLook', look: { sound: !sound } }), [send, sound]),
  });
  const kiosk = useMemo(
    () => ({ snapshot, receivedAt, client, send, waiting, settings, keypad, tell, barMm: barMm() }),
    [snapshot, receivedAt, client, send, waiting, settings, keypad, tell],
  );
  // A new question: the keyboard starts at its first key again. `kind` is what makes it a new question.
  useEffect(() => {
    if (glass.current?.dataset['screen'] === kind) glass.current.focus({ preventScroll: true });
  }, [kind]);
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
        data-print={printOf(snapshot.screen)}
      >
        {settings.open ? <Settings /> : <Shown key={kind} screen={snapshot.screen} />}
      </div>
    </KioskContext.Provider>
  );
}

/** How the slip of a screen fares, where it has one. */
function printOf(screen: Screen): string | undefined {
  if (!('print' in screen)) return undefined;
  return typeof screen.print === 'string' ? screen.print : screen.print.state;
}

/** The page of settings, open until its key is pressed or another question comes. */
function useSettings(kind: Screen['kind']): Kiosk['settings'] {
  const [openOn, setOpenOn] = useState<Screen['kind'] | null>(null);
  useEffect(() => setOpenOn((open) => (open === kind ? open : null)), [kind]);
  const show = useCallback(() => setOpenOn(kind), [kind]);
  const hide = useCallback(() => setOpenOn(null), []);
  const open = openOn === kind;
  return useMemo(() => ({ open, show, hide }), [open, show, hide]);
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
