import { type ReactNode, useRef } from 'react';
import type { LookupView } from '../../../common/contracts/desk/lookups.ts';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { caseText } from '../../text/codes.ts';
import { useReadOut } from '../announce.ts';
import { useSay } from '../context.tsx';
import { KeyCap } from '../keys/cap.tsx';
import { useKeys } from '../keys/keyboard.tsx';
import { useRows } from '../list/use-rows.ts';
import { useWindow } from '../list/use-window.ts';
import { helpOf } from '../lookup-help.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { LONGEST_NOTE, LookupTable } from '../parts/lookup-table.tsx';
import { PersonHead } from '../parts/person-head.tsx';
import { Trouble } from '../parts/trouble.tsx';

/** A row of the table, and its head with what stands below it. */
const ROW_UNITS = 64;
const BESIDE_UNITS = 60;

/** What the centre has on file of the person: whether it holds today, and what to do where it does not. */
export function LookupScreen({ screen: { person, view } }: { readonly screen: DeskScreenOf<'lookup'> }): ReactNode {
  const say = useSay();
  const { about, workingMs, rows, failure, reason } = view;
  const title = `${say(`desk.lookup.${about}`)} ${say(`desk.lookup.${about}.code`)}`;
  const help = helpOf(view);
  const answer = workingMs !== null ? 'awaited' : failure === null ? 'come' : 'none';
  useReadOut(workingMs !== null ? say('desk.lookup.working') : help === null ? title : say(`desk.lookup.help.${help}`));
  return (
    <section className="work" data-about={about} data-answer={answer}>
      <PersonHead person={person} shown={null} />
      <h2 className="ask">
        {title} <Asked {...view} />
      </h2>
      {workingMs === null ? null : (
        <p className="big">
          {say('desk.lookup.working')} <Elapsed sinceMs={workingMs} />
        </p>
      )}
      {failure === null ? null : (
        <>
          <Trouble failure={failure} reason={reason} />
          <p className="big">{say('desk.lookup.unanswered')}</p>
        </>
      )}
      {help === null ? null : (
        <div className="looked-help" data-help={help}>
          <b className="big">{say(`desk.lookup.help.${help}`)}</b>
          <p>{say(`desk.lookup.next.${help}`)}</p>
        </div>
      )}
      {rows.length === 0 ? null : <Found view={view} />}
      {workingMs === null ? (
        <p className="looked-hint soft">
          <KeyCap cap="B" /> {say('desk.lookup.another')}
        </p>
      ) : null}
    </section>
  );
}

/** What a benefit check was asked for. */
function Asked({ asked }: LookupView): ReactNode {
  const say = useSay();
  if (asked === null) return null;
  const { medicalType: code, disease } = asked;
  const kind = caseText(say, code);
  return (
    <span className="soft">
      {disease === null
        ? say('desk.lookup.asked', { kind, code })
        : say('desk.lookup.askedWith', { kind, code, disease })}
    </span>
  );
}

/** The rows, as many as fit; where there are more, it says how many. */
function Found({ view }: { readonly view: LookupView }): ReactNode {
  const say = useSay();
  const { about, rows, total } = view;
  const box = useRef<HTMLDivElement>(null);
  const shown = useRows(box, ROW_UNITS, BESIDE_UNITS);
  const { window, keys, onWheel } = useWindow({ total: rows.length, shown }, { key: about, at: 0 });
  useKeys('screen', keys);
  const at = rows[window.at];
  const note = at?.note ?? '';
  const end = Math.min(rows.length, window.top + shown);
  return (
    <>
      <div className="looked-box" ref={box} onWheel={onWheel}>
        <LookupTable view={view} shown={rows.slice(window.top, end)} at={at} />
      </div>
      {[...note].length > LONGEST_NOTE ? <p className="looked-note">{note}</p> : null}
      {rows.length > shown ? (
        <p className="soft">{say('desk.lines.shown', { from: window.top + 1, to: end, total: rows.length })}</p>
      ) : null}
      {total > rows.length ? (
        <p className="ill" data-more={total - rows.length}>
          {say('desk.lookup.more', { count: total - rows.length })}
        </p>
      ) : null}
    </>
  );
}
