import type { ReactNode } from 'react';
import type { DockState } from '../../../common/contracts/dock/state.ts';
import { Key, Room } from './parts.tsx';
import { useWords, type Words } from './words.ts';

function stateOf({ printer }: DockState, words: Words): { text: string; bad: boolean } {
  if (!printer.cable) return { text: words.say('stateCable'), bad: true };
  if (printer.coverOpen) return { text: words.say('stateCover'), bad: true };
  if (printer.cutterJam) return { text: words.say('stateJam'), bad: true };
  if (printer.paper === 'out') return { text: words.say('statePaperOut'), bad: true };
  if (printer.moving) return { text: words.say('stateMoving'), bad: false };
  if (printer.outAfterMm !== null)
    return { text: words.say('stateSoon', { mm: Math.max(0, Math.round(printer.outAfterMm)) }), bad: false };
  return { text: words.say('stateReady'), bad: false };
}

/** The strip stands on the slot and grows out of it, so the line just printed is the lowest. */
function Strip({ state }: { readonly state: DockState }): ReactNode {
  const words = useWords();
  const { hangingBytes, hangingMm } = state.printer;
  return (
    <div className="strip">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className="out" tabIndex={0} aria-label={words.say('paperSlot')} data-bytes={hangingBytes}>
        {hangingMm > 0 ? (
          <img src={`/paper.png?n=${hangingBytes}`} alt={words.say('paperAlt', { mm: hangingMm })} />
        ) : (
          <p className="note">{words.say('paperEmpty')}</p>
        )}
      </section>
      <div className="mouth" aria-hidden="true" />
    </div>
  );
}

/** The paper as it comes out, and what a hand can do to the printer. */
export function PaperRoom({ state }: { readonly state: DockState }): ReactNode {
  const words = useWords();
  const { printer } = state;
  const now = stateOf(state, words);
  const torn = printer.torn.slice(-4).reverse();
  return (
    <Room name="paper" title={words.say('roomPaper')} state={now.text} bad={now.bad}>
      <Strip state={state} />
      <div className="keys">
        <Key command={{ do: 'paper.tear' }} main={printer.hangingCuts > 0 && !printer.moving && !now.bad}>
          {words.say('tear')}
        </Key>
        <Key
          command={{ do: 'printer', paper: printer.paper === 'out' ? 'plenty' : 'out' }}
          name="paper"
          on={printer.paper === 'out'}
        >
          {words.say(printer.paper === 'out' ? 'paperRefill' : 'paperTake')}
        </Key>
        <Key command={{ do: 'printer', coverOpen: !printer.coverOpen }} name="cover" on={printer.coverOpen}>
          {words.say(printer.coverOpen ? 'coverClose' : 'coverOpen')}
        </Key>
        <Key command={{ do: 'printer', cutterJam: !printer.cutterJam }} name="cutter" on={printer.cutterJam}>
          {words.say(printer.cutterJam ? 'cutterFree' : 'cutterJam')}
        </Key>
        <Key command={{ do: 'printer', cable: !printer.cable }} name="cable" on={!printer.cable}>
          {words.say(printer.cable ? 'cableOut' : 'cableIn')}
        </Key>
        <Key command={{ do: 'printer', outAfterMm: 60 }} name="soon" quiet>
          {words.say('paperSoon')}
        </Key>
      </div>
      {torn.length === 0 ? null : (
        <div className="torn">
          <h3>{words.say('tornTitle', { n: printer.torn.length })}</h3>
          <ul>
            {torn.map(({ number }) => (
              <li key={number}>
                <a href={`/torn/${number}.png`} target="_blank" rel="noreferrer">
                  <img src={`/torn/${number}.png`} alt={words.say('tornAlt', { n: number })} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Room>
  );
}
