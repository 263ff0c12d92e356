import { type ReactNode, useRef, useState } from 'react';
import { useDesk, useSay } from '../context.tsx';
import { type Binding, binding, resolve } from '../keys/binding.ts';
import { KeyCap } from '../keys/cap.tsx';
import { movesOnly } from '../keys/caps.ts';
import { useLayers } from '../keys/key-bar.tsx';
import { useRows } from '../list/use-rows.ts';
import { useWindow } from '../list/use-window.ts';
import { Field } from '../parts/field.tsx';
import { sayIn } from '../text.ts';
import { found } from './find-commands.ts';
import { closeKey, type OverlayProps, Sheet } from './sheet.tsx';
import { stepCommands } from './stay.tsx';

const ROW_UNITS = 48;

/** Every command of the screen beneath, found by its name or by its first letters. Money moves by its own key alone. */
export function Palette({ show, hide }: OverlayProps): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLUListElement>(null);
  const commands = useCommands(show);
  const rows = found(typed, commands);
  const shown = useRows(box, ROW_UNITS);
  const { window, keys } = useWindow({ total: rows.length, shown }, { key: typed, at: 0 });
  const at = rows[window.at];
  const run = binding(
    'Enter',
    'run',
    at?.bound.words ?? { key: 'desk.act.choose' },
    () => {
      hide();
      at?.bound.press();
    },
    { next: true, off: at === undefined ? { key: 'desk.palette.none' } : at.bound.off },
  );
  return (
    <Sheet title={say('desk.palette')} name="palette" keys={[run, closeKey(hide), ...keys]}>
      <Field label={say('desk.palette.type')} typing="text" value={typed} change={setTyped} name="palette" />
      <ul className="commands" ref={box}>
        {rows.slice(window.top, window.top + shown).map((each, index) => {
          const here = window.top + index === window.at;
          const { cap, words, off } = each.bound;
          return (
            <li key={each.name} className={here ? 'at' : ''} data-command={each.name} aria-current={here}>
              <KeyCap cap={cap} off={off !== null} />
              <b>{say(words.key, words.values)}</b>
              {off === null ? null : <span className="soft">{say(off.key, off.values)}</span>}
            </li>
          );
        })}
        {rows.length === 0 ? <li>{say('desk.palette.none')}</li> : null}
      </ul>
    </Sheet>
  );
}

interface Command {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly bound: Binding;
}

/** What the keys beneath do, the steps of a stay, and what has no key of its own: language and colours. */
function useCommands(show: OverlayProps['show']): readonly Command[] {
  const { snapshot, send } = useDesk();
  const layers = useLayers().filter(({ level }) => level !== 'overlay');
  const beneath = layers
    .flatMap(({ bindings }) => bindings)
    .filter(({ cap, money, name }) => !movesOnly(cap) && !money && name !== 'command')
    .filter((each) => resolve(layers, each.cap)?.binding === each);
  const locale = snapshot.locale === 'en' ? 'zh-CN' : 'en';
  const theme = snapshot.look.theme === 'contrast' ? 'standard' : 'contrast';
  const colours = theme === 'contrast' ? 'contrast' : 'plain';
  const own = [
    binding('Ctrl K', 'english', { key: 'desk.act.english' }, () => send({ kind: 'setLocale', locale })),
    binding('Ctrl K', colours, { key: `desk.act.${colours}` }, () => send({ kind: 'setLook', look: { theme } })),
  ];
  const { screen } = snapshot;
  const stay = screen.kind === 'bill' && screen.bill.working === null ? screen.bill.stay : null;
  const steps = stay === null ? [] : stepCommands(stay, (step) => send({ kind: 'stayStep', step }), show);
  // What most likely comes now stands under Enter as soon as the sheet opens.
  const inOrder = [...beneath.filter(({ next }) => next), ...beneath.filter(({ next }) => !next), ...steps, ...own];
  return inOrder.map((bound) => ({
    name: bound.name,
    zh: sayIn('zh-CN', bound.words.key, bound.words.values),
    en: sayIn('en', bound.words.key, bound.words.values),
    bound,
  }));
}
