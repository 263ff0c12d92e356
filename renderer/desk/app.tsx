import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DeskSnapshot } from '../../common/contracts/desk/snapshot.ts';
import { useRenderedProof } from '../link/rendered-proof.ts';
import { type Announcer, createAnnouncer } from './announce.ts';
import { type Desk, DeskContext, LocaleContext } from './context.tsx';
import { createBoard } from './keys/board.ts';
import { DeniedLine, KeyBar } from './keys/key-bar.tsx';
import { bindingsOf, type Deed } from './keys/key-map.ts';
import { Keyboard, useKeys } from './keys/keyboard.tsx';
import type { DeskClient, DeskLinkStore } from './link/desk-client.ts';
import { Overlays } from './overlays/overlays.tsx';
import { TopBar } from './parts/top-bar.tsx';
import { pageOf, questionOf } from './question.ts';
import { ScreenOf } from './screens/screens.tsx';
import { sayIn } from './text.ts';
import { useOverlay } from './use-overlay.ts';
import { useSend } from './use-send.ts';

/** The desk: the snapshot of the terminal, or that nobody answers. */
export function DeskApp({ link }: { readonly link: DeskLinkStore }): ReactNode {
  const state = useSyncExternalStore(link.subscribe, link.state);
  useRenderedProof(link, state.kind === 'open' ? state.snapshot.version : null);
  if (state.kind === 'open') return <DeskGlass snapshot={state.snapshot} receivedAt={state.at} client={link} />;
  return (
    <div className="desk blank" data-screen="connecting" lang="zh-CN">
      <h1>{sayIn('zh-CN', 'desk.connecting')}</h1>
      <p className="big">{sayIn('zh-CN', 'desk.connecting.sub')}</p>
      {/* Nobody is there to say which language the cashier reads. */}
      <p className="soft" lang="en">
        {sayIn('en', 'desk.connecting')}. {sayIn('en', 'desk.connecting.sub')}
      </p>
    </div>
  );
}

interface GlassProps {
  readonly snapshot: DeskSnapshot;
  readonly receivedAt: number;
  readonly client: Pick<DeskClient, 'intent' | 'lines' | 'day' | 'reveal'>;
}

/** One snapshot on the screen, its keys bound to its version. */
export function DeskGlass({ snapshot, receivedAt, client }: GlassProps): ReactNode {
  const { send, busy } = useSend(snapshot.version, client);
  const [announcer] = useState(createAnnouncer);
  const [board] = useState(() => createBoard(() => performance.now(), busy));
  const desk: Desk = useMemo(
    () => ({ snapshot, receivedAt, client, send, announce: announcer.say }),
    [snapshot, receivedAt, client, send, announcer],
  );
  return (
    <LocaleContext.Provider value={snapshot.locale}>
      <DeskContext.Provider value={desk}>
        <Keyboard board={board}>
          <Screen desk={desk} ask={board.ask} announcer={announcer} />
        </Keyboard>
      </DeskContext.Provider>
    </LocaleContext.Provider>
  );
}

/** Where the keyboard begins: at the input of what lies over the screen, or else at that of the screen. */
function firstOf(glass: HTMLElement): HTMLElement | null {
  // A sheet without an input takes digits as commands: none of them may be typed into what it lies over.
  return (glass.querySelector('.over') ?? glass.querySelector('main'))?.querySelector('input') ?? null;
}

interface ScreenProps {
  readonly desk: Desk;
  readonly ask: () => void;
  readonly announcer: Announcer;
}

function Screen({ desk: { snapshot, send }, ask, announcer }: ScreenProps): ReactNode {
  const { locale, look, mode, screen, version } = snapshot;
  const question = questionOf(screen);
  const { overlay, show, hide } = useOverlay(question);
  const does = useCallback(
    (deed: Deed) => (deed.kind === 'ask' ? send(deed.intent) : show(deed.overlay)),
    [send, show],
  );
  useKeys('desk', bindingsOf(snapshot, does));
  const glass = useRef<HTMLDivElement>(null);
  const over = overlay === null ? '' : overlay.kind;
  // Another question: no stroke of the last one counts for it, and the keyboard starts at its beginning.
  useLayoutEffect(() => {
    ask();
    const element = glass.current;
    const asked = `${question} ${over}`;
    if (element?.dataset['question'] === asked) (firstOf(element) ?? element).focus({ preventScroll: true });
  }, [ask, question, over]);
  return (
    <div
      ref={glass}
      tabIndex={-1}
      className="desk"
      lang={locale}
      data-theme={look.theme === 'contrast' ? 'contrast' : 'standard'}
      data-screen={screen.kind}
      data-question={`${question} ${over}`}
      data-testid="screen"
      data-version={version}
      data-mode={mode}
    >
      <TopBar />
      <main key={pageOf(screen)}>
        <ScreenOf screen={screen} show={show} />
      </main>
      {overlay === null ? null : <Overlays overlay={overlay} show={show} hide={hide} />}
      <DeniedLine />
      <KeyBar />
      <ReadOut announcer={announcer} />
    </div>
  );
}

function ReadOut({ announcer }: { readonly announcer: Announcer }): ReactNode {
  return (
    <p className="hidden-text" aria-live="polite">
      {useSyncExternalStore(announcer.subscribe, announcer.words)}
    </p>
  );
}
