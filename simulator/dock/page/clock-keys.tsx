import { type ReactNode, useState } from 'react';
import type { DockState } from '../../../common/contracts/dock/state.ts';
import type { DockPageKey } from '../../../common/strings/dock/page.ts';
import { Key } from './parts.tsx';
import { useWords } from './words.ts';

const STEPS: readonly (readonly [DockPageKey, number])[] = [
  ['clockBackDay', -86_400],
  ['clockBack', -600],
  ['clockSet', 0],
  ['clockOn', 600],
  ['clockOnDay', 86_400],
];

/** Puts the terminal's clock, or everybody's, apart from the true time. */
export function ClockKeys({ clock }: Pick<DockState, 'clock'>): ReactNode {
  const words = useWords();
  const [everyone, setEveryone] = useState(false);
  const why = clock.control ? undefined : words.say('clockNone');
  const when = (seconds: number): string => {
    const step = STEPS.find(([, each]) => each === seconds);
    if (seconds === 0) return words.say('clockTrue');
    return step === undefined ? `${seconds > 0 ? '+' : '−'}${Math.abs(seconds)} s` : words.say(step[0]);
  };
  return (
    <>
      <h3>{words.say('clock')}</h3>
      <p className="note" data-clock={clock.terminalSeconds}>
        {words.say('clockTerminal', { when: when(clock.terminalSeconds) })}
        {' · '}
        {words.say('clockOthers', { when: when(clock.othersSeconds) })}
      </p>
      <div className="keys">
        {STEPS.map(([name, seconds]) => (
          <Key
            key={name}
            command={{ do: 'clock', seconds, everyone }}
            name={`clock.${seconds}`}
            on={clock.terminalSeconds === seconds}
            why={why}
          >
            {words.say(name)}
          </Key>
        ))}
      </div>
      <label className="check">
        <input type="checkbox" checked={everyone} onChange={(event) => setEveryone(event.target.checked)} />
        <span>{words.say('clockEveryone')}</span>
      </label>
    </>
  );
}
