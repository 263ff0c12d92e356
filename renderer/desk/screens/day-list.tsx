import { type ReactNode, useRef, useState } from 'react';
import {
  DAY_PAGE,
  type DayPage,
  type DayQuery,
  type DayRow,
  dayStateSchema,
} from '../../../common/contracts/desk/day.ts';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { KeyCap } from '../keys/cap.tsx';
import type { Overlay } from '../keys/key-map.ts';
import { useKeys } from '../keys/keyboard.tsx';
import { Thumb } from '../list/thumb.tsx';
import { usePages } from '../list/use-pages.ts';
import { useRows } from '../list/use-rows.ts';
import { useWindow } from '../list/use-window.ts';
import { DayHead, DayLine } from '../parts/day-line.tsx';
import { Field } from '../parts/field.tsx';
import { clockAt } from '../parts/top-bar.tsx';
import { Trouble } from '../parts/trouble.tsx';
import type { DeskText } from '../text.ts';

/** Height of a row in units of the drawing. */
const ROW_UNITS = 42;
/** As many letters as a query may have. */
const MOST_TYPED = 40;
const STATES: readonly DayQuery['state'][] = [null, ...dayStateSchema.options];

interface DayListProps {
  readonly screen: DeskScreenOf<'dayList'>;
  readonly show: (overlay: Overlay) => void;
}

/** Where does anybody of the day stand? Typing finds her; F6 and F9 are about the row that is framed. */
export function DayList({ screen: { trouble, printed }, show }: DayListProps): ReactNode {
  const say = useSay();
  const { client, snapshot, send } = useDesk();
  const [text, setText] = useState('');
  const [state, setState] = useState<DayQuery['state']>(null);
  const [page, setPage] = useState<Pick<DayPage, 'total' | 'asOf'> | null>(null);
  const box = useRef<HTMLOListElement>(null);
  const shown = useRows(box, ROW_UNITS);
  const filter = `${state ?? ''} ${text}`;
  const newest = useRef(filter);
  newest.current = filter;
  const [fits, setFits] = useState(0);
  const { window, keys, onWheel } = useWindow({ total: fits, shown }, { key: filter, at: 0 });
  const pages = usePages<DayRow>({
    ...{ key: `${snapshot.version} ${filter}`, size: DAY_PAGE, top: window.top, shown },
    async ask(from, count) {
      const answer = await client.day({ text, state, from, count });
      // Somebody has typed on meanwhile: how many fitted then is of no concern now.
      if (answer === null || newest.current !== filter) return null;
      setFits(answer.fits);
      setPage(answer);
      return { total: answer.fits, rows: answer.rows };
    },
  });
  const at = pages.row(window.at);
  const acts = [
    binding('F3', 'state', { key: 'desk.act.state' }, () => setState((now) => after(now))),
    binding(
      'F6',
      'refund',
      { key: 'desk.act.refund' },
      () => at && show({ kind: 'refund', encounterId: at.encounterId }),
      {
        off: at?.state === 'settled' ? null : { key: 'desk.why.nothingSettled' },
      },
    ),
    binding('F9', 'copy', { key: 'desk.act.copy' }, () => at && send({ kind: 'copy', encounterId: at.encounterId }), {
      off: at?.state === 'settled' ? null : { key: 'desk.why.nothingSettled' },
    }),
  ];
  useKeys('screen', [...keys, ...acts]);
  const nothing = nothingOf(text, state);
  const count = say('desk.day.fits', { fits, total: page?.total ?? 0 });
  useReadOut(
    at === undefined ? say(nothing.word) : `${count}. ${at.number ?? ''} ${at.name} ${say(`desk.state.${at.state}`)}`,
  );
  const rows = Array.from({ length: Math.max(0, Math.min(shown, fits - window.top)) }, (_, slot) => slot);
  return (
    <section className="work day">
      <div className="day-head">
        <h1>{say('desk.day')}</h1>
        <Field
          label={say('desk.day.find')}
          typing="text"
          value={text}
          change={(typed) => setText(typed.slice(0, MOST_TYPED))}
          name="day"
        />
        <span className="filter nw">
          <KeyCap cap="F3" />{' '}
          {say('desk.day.only', { state: say(state === null ? 'desk.day.all' : `desk.state.${state}`) })}
        </span>
        <b className="nw" data-fits={fits}>
          {count}
        </b>
        <AsOf page={page} />
      </div>
      {trouble === null ? null : <Trouble failure={trouble} />}
      {printed ? <p className="big ok">{say('desk.day.printed')}</p> : null}
      <div className="day-rows">
        <DayHead />
        <ol className="day-body" aria-label={say('desk.day')} ref={box} onWheel={onWheel}>
          {rows.map((slot) => (
            // By slot and not by row: the same elements bear other rows, so that a page costs what it shows.
            <DayLine
              key={slot}
              index={window.top + slot}
              row={pages.row(window.top + slot)}
              at={window.top + slot === window.at}
            />
          ))}
          <Thumb window={window} size={{ total: fits, shown }} />
        </ol>
      </div>
      {page !== null && fits === 0 ? (
        <div className="empty">
          <p className="big">{say(nothing.word)}</p>
          <p className="soft">{say(nothing.now)}</p>
        </div>
      ) : null}
    </section>
  );
}

/** Why no row stands there, and what now: nothing that was typed fits, nothing is in that state, or the day is empty. */
function nothingOf(text: string, state: DayQuery['state']): { readonly word: DeskText; readonly now: DeskText } {
  if (text.trim() !== '') return { word: 'desk.day.none', now: 'desk.day.noneSub' };
  if (state !== null) return { word: 'desk.day.none', now: 'desk.day.noneState' };
  return { word: 'desk.day.empty', now: 'desk.day.emptySub' };
}

/** The next state to look at alone, round and round; null: all. */
function after(state: DayQuery['state']): DayQuery['state'] {
  return STATES[(STATES.indexOf(state) + 1) % STATES.length] ?? null;
}

function AsOf({ page }: { readonly page: Pick<DayPage, 'asOf'> | null }): ReactNode {
  const say = useSay();
  if (page === null) return <span className="soft">{say('desk.day.loading')}</span>;
  if (page.asOf === null) return <span className="ill">{say('desk.day.never')}</span>;
  return <span className="soft nw">{say('desk.day.asOf', { at: clockAt(page.asOf) })}</span>;
}
