import type { ReactNode } from 'react';
import { useDesk, useSay } from '../context.tsx';
import { type Binding, resolve } from '../keys/binding.ts';
import { capText, KeyCap } from '../keys/cap.tsx';
import { movesOnly } from '../keys/caps.ts';
import { useLayers } from '../keys/key-bar.tsx';
import { closeKey, Sheet } from './sheet.tsx';

/** What each key does on the screen beneath, or why it does nothing now. */
export function Help({ hide }: { readonly hide: () => void }): ReactNode {
  const say = useSay();
  const { site } = useDesk().snapshot;
  const layers = useLayers().filter(({ level }) => level !== 'overlay');
  const all = layers.flatMap(({ bindings }) => bindings).filter(({ cap }) => !movesOnly(cap));
  // Of two on one cap the one that answers.
  const bound = all.filter((each) => resolve(layers, each.cap)?.binding === each);
  const on = bound.filter(({ off }) => off === null);
  const off = bound.filter((each) => each.off !== null);
  return (
    <Sheet title={say('desk.help')} name="help" keys={[closeKey(hide)]}>
      <div className="columns">
        <KeyList title={say('desk.help.on')} bindings={on}>
          <li>
            <KeyCap cap="ArrowUp" />
            <KeyCap cap="ArrowDown" />
            <span>{say('desk.help.move')}</span>
          </li>
        </KeyList>
        <KeyList title={say('desk.help.off')} bindings={off} />
      </div>
      <ul className="notes">
        {(['repeat', 'held', 'unknown'] as const).map((note) => (
          <li key={note}>{say(`desk.help.${note}`)}</li>
        ))}
        <li>{say('desk.help.hotline', { hotline: site.hotline })}</li>
      </ul>
    </Sheet>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly bindings: readonly Binding[];
  readonly children?: ReactNode;
}

function KeyList({ title, bindings, children }: KeyListProps): ReactNode {
  const say = useSay();
  return (
    <div>
      <h2>{title}</h2>
      <ul className="key-list">
        {bindings.map(({ cap, name, words, off }) => (
          <li key={`${capText(cap)} ${name}`}>
            <KeyCap cap={cap} off={off !== null} />
            <span>{say(words.key, words.values)}</span>
            {off === null ? null : <span className="soft">{say(off.key, off.values)}</span>}
          </li>
        ))}
        {children}
      </ul>
    </div>
  );
}
