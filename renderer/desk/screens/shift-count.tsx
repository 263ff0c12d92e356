import { type ReactNode, useRef, useState } from 'react';
import { countedFen, denominations, type ShiftView } from '../../../common/contracts/desk/shift.ts';
import { fen, formatFen } from '../../../common/kernel/money.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { useKeys } from '../keys/keyboard.tsx';
import { Apart } from '../parts/apart.tsx';
import { Money } from '../parts/money.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { yuanText } from '../parts/yuan.ts';
import { allCounted, countOf, nothingCounted, piecesTyped } from '../typing/pieces.ts';

/** "100", "0.5": a note or coin in yuan. */
const kindText = (kind: number): string => formatFen(fen(kind)).replace(/\.?0+$/, '');

interface ShiftCountProps {
  readonly view: Extract<ShiftView, { step: 'count' }>;
}

/** What lies in the drawer, kind by kind; Enter goes on, F10 ends the shift. Two keys, so that Enter never closes it. */
export function ShiftCount({ view: { report, failure, working } }: ShiftCountProps): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const [pieces, setPieces] = useState(nothingCounted);
  const table = useRef<HTMLTableElement>(null);
  const count = countOf(pieces);
  const counted = countedFen(count);
  const difference = counted - report.expected;
  const done = allCounted(pieces);
  const walk = (steps: number) => () => {
    const fields = [...(table.current?.querySelectorAll('input') ?? [])];
    const here = fields.indexOf(document.activeElement as HTMLInputElement);
    const to = fields[Math.max(0, Math.min(here + steps, fields.length - 1))];
    to?.focus();
    to?.select();
  };
  // Enter on an empty field says that there is none: a field is only left out by walking past it with the arrows.
  const enter = (): void => {
    const fields = [...(table.current?.querySelectorAll('input') ?? [])];
    const here = fields.indexOf(document.activeElement as HTMLInputElement);
    if (here >= 0 && pieces[here] === '') setPieces(piecesTyped(pieces, here, '0'));
    walk(1)();
  };
  const close = (): void => send({ kind: 'closeShift', count, expected: report.expected });
  const off = working ? ({ key: 'desk.why.working' } as const) : done ? null : ({ key: 'desk.why.uncounted' } as const);
  useKeys('screen', [
    binding('Enter', 'on', { key: 'desk.act.counted' }, enter, { next: !done }),
    binding('ArrowDown', 'move.down', { key: 'desk.help.move' }, walk(1)),
    binding('ArrowUp', 'move.up', { key: 'desk.help.move' }, walk(-1)),
    binding('F10', 'closeShift', { key: 'desk.act.closeShift' }, close, { next: done, off, money: true }),
  ]);
  useReadOut(done ? `${say('desk.shift.counted')} ${yuanText(counted)}` : say('desk.shift.count'));
  return (
    <section className="work shift">
      <h1>{say('desk.shift.count')}</h1>
      <p className="big">{say('desk.shift.countSub')}</p>
      <div className="shift-report">
        <table className="book count" ref={table}>
          <thead>
            <tr>
              {(['kind', 'pieces', 'sum'] as const).map((name) => (
                <th key={name} scope="col" className="r">
                  {say(`desk.shift.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {denominations.map((kind, place) => (
              <tr key={kind}>
                <th scope="row" className="r">
                  {say('desk.shift.coin', { yuan: kindText(kind) })}
                </th>
                <td className="r">
                  <input
                    aria-label={say('desk.shift.coin', { yuan: kindText(kind) })}
                    data-digits=""
                    data-field={`pieces.${kind}`}
                    inputMode="numeric"
                    autoComplete="off"
                    value={pieces[place] ?? ''}
                    onChange={(event) => setPieces(piecesTyped(pieces, place, event.target.value))}
                  />
                </td>
                <td className="r">{yuanText(kind * (count[place] ?? 0))}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <div className="due free">
            <b className="word">{say('desk.shift.counted')}</b>
            <Money fen={counted} kind="counted" unit />
          </div>
          <div className="total-row">
            <span>{say('desk.shift.expected')}</span>
            <Money fen={report.expected} kind="expected" unit />
          </div>
          {done ? <Apart counted={counted} difference={difference} /> : null}
          {done && difference !== 0 ? <p className="soft">{say('desk.shift.shortSub')}</p> : null}
          {working ? <p className="big b">{say('desk.shift.closing')}</p> : null}
          {failure === null ? null : <Trouble failure={failure} />}
        </div>
      </div>
    </section>
  );
}
