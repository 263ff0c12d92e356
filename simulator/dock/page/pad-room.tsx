import type { ReactNode } from 'react';
import type { DockState } from '../../../common/contracts/dock/state.ts';
import { Key, Room } from './parts.tsx';
import { useWords } from './words.ts';

type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'enter' | 'cancel' | 'clear' | 'backspace';
const LAYOUT: readonly PadKey[] = [
  ...(['1', '2', '3', 'cancel', '4', '5', '6', 'clear', '7', '8', '9', 'backspace', '0', 'enter'] as const),
];

/** Another PIN of the same length. */
function wrong(pin: string): string {
  return pin.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
}

export function PadRoom({ state }: { readonly state: DockState }): ReactNode {
  const words = useWords();
  const { asking, cable } = state.pad;
  const holder = state.slots.map(({ person }) => state.people.find(({ id }) => id === person)).find(Boolean);
  const label = (key: PadKey): string =>
    key === 'enter' || key === 'cancel' || key === 'clear' || key === 'backspace' ? words.say(key) : key;
  return (
    <Room
      name="pad"
      title={words.say('roomPad')}
      state={words.say(!cable ? 'padOut' : asking ? 'padAsking' : 'padIdle')}
      bad={!cable}
    >
      <div className={asking ? 'pad asking' : 'pad'} data-asking={asking}>
        {LAYOUT.map((key) => (
          <Key key={key} command={{ do: 'pin.key', key }} name={`pin.${key}`} quiet={!asking}>
            {label(key)}
          </Key>
        ))}
      </div>
      {holder?.pin ? (
        <>
          <div className="keys">
            <Key command={{ do: 'pin.type', digits: holder.pin }} main={asking} name="pin.type">
              {words.say('typePin', { pin: holder.pin })}
            </Key>
            <Key command={{ do: 'pin.type', digits: wrong(holder.pin) }} name="pin.wrong">
              {words.say('typeWrong')}
            </Key>
          </div>
          <p className="note">{words.say('pinHint', { name: holder.name ?? '', pin: holder.pin })}</p>
        </>
      ) : null}
      <div className="keys">
        <Key command={{ do: 'pad.cable', plugged: !cable }} on={!cable} quiet>
          {words.say(cable ? 'padPull' : 'padPlug')}
        </Key>
      </div>
    </Room>
  );
}
