import { memo, type ReactNode, useSyncExternalStore } from 'react';
import { useSay } from '../context.tsx';
import { type Binding, type Layer, resolve } from './binding.ts';
import { capText, KeyCap, useDown } from './cap.tsx';
import type { Cap } from './caps.ts';
import { useBoard } from './keyboard.tsx';

/** The caps that are always in sight, in the order of the keyboard; Enter where the hand is between them. */
const BAR: readonly Cap[] = [
  ...(['F1', 'F2', 'F3', 'Enter', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10'] as const),
  ...(['Ctrl K', 'Esc'] as const),
];

/** The layers that lie on the board; who asks is drawn anew when these change, and not at every stroke. */
export function useLayers(): readonly Layer[] {
  const board = useBoard();
  return useSyncExternalStore(board.subscribe, () => board.state().layers);
}

/** The key map at the foot of every screen: what each key does now, or why it does nothing. */
export const KeyBar = memo(function KeyBar(): ReactNode {
  const say = useSay();
  const layers = useLayers();
  return (
    <nav className="key-bar" aria-label={say('desk.keys')}>
      {BAR.map((cap) => {
        const found = resolve(layers, cap);
        return <BarKey key={cap} cap={cap} binding={found?.binding ?? null} covered={found?.covered ?? false} />;
      })}
    </nav>
  );
});

interface BarKeyProps {
  readonly cap: Cap;
  readonly binding: Binding | null;
  readonly covered: boolean;
}

/** Drawn anew where what it shows has changed: a stroke that sinks one key, or opens a sheet, costs no more than that. */
const BarKey = memo(function BarKey({ cap, binding, covered }: BarKeyProps): ReactNode {
  const say = useSay();
  const board = useBoard();
  const down = useDown(cap);
  // Enter does what the screen asks for; where it asks for nothing, no other screen's words stand under it.
  const idle = cap === 'Enter' && binding !== null && !covered && binding.off !== null && !binding.next;
  if (binding === null || idle) return <DeadKey cap={cap} />;
  const { name, words, off, next } = binding;
  const dead = covered || off !== null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`bar-key ${dead ? 'off' : next ? 'go' : ''}`}
      data-cap={cap}
      data-act={name}
      data-down={down ? '' : undefined}
      aria-disabled={dead}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => board.click(cap)}
    >
      <KeyCap cap={cap} off={dead} />
      <span className="does">{say(words.key, words.values)}</span>
      {off === null || covered ? null : <span className="why">{say(off.key, off.values)}</span>}
    </button>
  );
});

function DeadKey({ cap }: { readonly cap: Cap }): ReactNode {
  const say = useSay();
  return (
    <span className="bar-key off" data-cap={cap}>
      <KeyCap cap={cap} off />
      <span className="why">{say('desk.why.notHere')}</span>
    </span>
  );
}

/** A dashed key was pressed: says which, and why nothing happened. */
export const DeniedLine = memo(function DeniedLine(): ReactNode {
  const say = useSay();
  const board = useBoard();
  const denied = useSyncExternalStore(board.subscribe, () => board.state().denied);
  return (
    <p className="denied" role="alert">
      {denied === null ? null : (
        <span key={denied.times}>
          {say('desk.dead', { key: capText(denied.cap), why: say(denied.why.key, denied.why.values) })}
        </span>
      )}
    </p>
  );
});
