import { type ReactNode, useRef } from 'react';
import type { StaffReport } from '../../../common/contracts/session/staff-report.ts';
import type { StaffViewOf } from '../../../common/contracts/session/staff-view.ts';
import { MEASURES } from '../../technician/sheets.ts';
import { dayBeside, rowStateText, signedCount } from '../../technician/words.ts';
import { schemeKey } from '../../text/schemes.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { KeyCap } from '../keys/cap.tsx';
import { useKeys } from '../keys/keyboard.tsx';
import { Thumb } from '../list/thumb.tsx';
import { useRows } from '../list/use-rows.ts';
import { useWindow } from '../list/use-window.ts';
import { Trouble } from '../parts/trouble.tsx';
import { signedText, yuanText } from '../parts/yuan.ts';
import type { DeskText } from '../text.ts';

const ROW_UNITS = 76;
/** A slip of which somebody must look after: not in the colour of what is done. */
const GONE_WRONG: readonly string[] = ['notPrinted', 'printUnknown'];

/** Are that day's books and the centre's alike, and if not, where does every fen come from? */
export function DayBooks({ view }: { readonly view: StaffViewOf<'report'> }): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const { day, newest, report, doing, told } = view;
  const still = doing === null ? null : ({ key: 'desk.why.working' } as const);
  const none = report === null ? ({ key: 'staff.report.none' } as const) : still;
  const run = report?.run ?? 1;
  const to = (days: number) => () => send({ kind: 'staffReport', day: dayBeside(day, days) });
  const later = newest ? ({ key: 'desk.why.notHere' } as const) : still;
  const keys = [
    binding('1', 'earlier', { key: 'desk.act.earlier' }, to(-1), { off: still }),
    binding('2', 'later', { key: 'desk.act.later' }, to(1), { off: later }),
    binding('P', 'print', { key: 'desk.act.print' }, () => send({ kind: 'staffPrint', run }), { off: none }),
    binding('S', 'save', { key: 'desk.act.save' }, () => send({ kind: 'staffSave', run }), { off: none }),
    binding('Enter', 'compare', { key: 'desk.act.compare' }, () => send({ kind: 'staffCompare', day }), {
      ...{ off: still, next: report === null },
    }),
    binding('Esc', 'back', { key: 'desk.act.back' }, () => send({ kind: 'staffBack' })),
  ];
  useKeys('screen', keys);
  const title: DeskText =
    doing === 'comparing'
      ? 'staff.report.comparing'
      : doing === 'printing'
        ? 'staff.report.printing'
        : report === null
          ? 'staff.report.none'
          : `staff.report.${report.state}`;
  const words = say(title, { rows: report?.open.rows ?? 0 });
  useReadOut(words);
  return (
    <>
      <section className="work">
        <div className="result-title">
          <h1>{words}</h1>
          <span className="soft">{say('staff.report.day', { day })}</span>
          <span className="acts">
            {keys.slice(0, 4).map(({ cap, words: does, off }) => (
              <span key={cap} className={off === null ? 'nw' : 'nw soft'}>
                <KeyCap cap={cap} off={off !== null} /> {say(does.key)}
              </span>
            ))}
          </span>
        </div>
        {told === null ? null : told.kind === 'failed' ? (
          <Trouble failure={told.failure} />
        ) : (
          <p className={GONE_WRONG.includes(told.kind) ? 'big ill' : 'big ok'} role="status" data-told={told.kind}>
            {say(`staff.report.told.${told.kind}`)} {told.kind === 'saved' ? told.file : ''}
          </p>
        )}
        {report === null ? <NotCompared asks={doing === 'comparing'} /> : <Differences report={report} />}
      </section>
      <aside className="side">{report === null ? null : <Sums report={report} />}</aside>
    </>
  );
}

/** Nobody has asked the centre for that day: which key does; or it is being asked. */
function NotCompared({ asks }: { readonly asks: boolean }): ReactNode {
  const say = useSay();
  if (asks) return <p className="big">{say('staff.report.comparingSub')}</p>;
  return (
    <p className="big">
      <KeyCap cap="Enter" /> {say('desk.report.ask')}
    </p>
  );
}

/** Rows that differ: why, by how much, which, and what became of it. */
function Differences({ report }: { readonly report: StaffReport }): ReactNode {
  const say = useSay();
  const box = useRef<HTMLOListElement>(null);
  const shown = useRows(box, ROW_UNITS);
  const { rows, rowsLeftOut } = report;
  const { window, keys } = useWindow({ total: rows.length, shown }, { key: `${report.run}`, at: 0 });
  useKeys('screen', keys);
  const side = (amount: number | null): string => (amount === null ? say('staff.report.absent') : yuanText(amount));
  return (
    <>
      <Parts report={report} />
      <ol className="works" ref={box}>
        {rows.slice(window.top, window.top + shown).map((row, index) => (
          <li
            key={`${row.setlId} ${row.refund}`}
            className={window.top + index === window.at ? 'book-row at' : 'book-row'}
            data-row={row.setlId}
          >
            <b>
              {say(`reconcile.verdict.${row.verdict}`)} {row.refund ? say('staff.report.refund') : ''}
            </b>
            <span className="soft name">{row.encounterId ?? row.setlId}</span>
            <span className={row.open ? 'b' : 'soft'}>{rowStateText(say, row)}</span>
            <span className="r">
              {side(row.ours)} / {side(row.theirs)}
            </span>
            <b className="r">{signedText(row.difference)}</b>
          </li>
        ))}
        <Thumb window={window} size={{ total: rows.length, shown }} />
      </ol>
      {rowsLeftOut > 0 ? <p className="soft">{say('staff.report.rowsMore', { rows: rowsLeftOut })}</p> : null}
    </>
  );
}

/** Each insurance and clearing type: number and amounts here, there, and apart. */
function Parts({ report }: { readonly report: StaffReport }): ReactNode {
  const say = useSay();
  return (
    <table className="book">
      <thead>
        <tr>
          <td />
          {MEASURES.map((name) => (
            <th key={name} scope="col" className="r">
              {say(`staff.report.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.parts.map(({ insutype, clrType, state, theirs, difference }) => (
          <tr key={`${insutype} ${clrType}`} data-part={`${insutype} ${clrType}`}>
            <th scope="row">
              {say('staff.report.part', { scheme: say(schemeKey(insutype)), insutype })}{' '}
              <span className="soft">
                {say('staff.report.clearing', { clrType, state: say(`reconcile.state.${state}`) })}
              </span>
            </th>
            {MEASURES.map((name) => (
              <td key={name} className="r">
                {name === 'count' ? theirs[name] : yuanText(theirs[name])}
                {difference[name] === 0 ? null : (
                  <b className="tag">
                    {name === 'count' ? signedCount(difference[name]) : signedText(difference[name])}
                  </b>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The day in one sum: ours, the centre's, the difference, and the reasons that are all of it. */
function Sums({ report }: { readonly report: StaffReport }): ReactNode {
  const say = useSay();
  const { ours, theirs, difference, others, causes, by, finishedAt } = report;
  return (
    <>
      <h2>{say('staff.report.when', { at: finishedAt.slice(0, 16), by: by ?? say('reconcile.byItself') })}</h2>
      <dl className="facts">
        <div>
          <dt>{say('staff.report.ours', { count: ours.count })}</dt>
          <dd>{yuanText(ours.total)}</dd>
        </div>
        <div>
          <dt>{say('staff.report.theirs', { count: theirs.count })}</dt>
          <dd>{yuanText(theirs.total)}</dd>
        </div>
        <div className="b" data-difference={difference.total}>
          <dt>{say('staff.report.difference', { count: signedCount(difference.count) })}</dt>
          <dd>{signedText(difference.total)}</dd>
        </div>
        {causes.map(({ verdict, rows, total }) => (
          <div key={verdict}>
            <dt>{say('staff.report.cause', { what: say(`reconcile.verdict.${verdict}`), rows })}</dt>
            <dd>{signedText(total)}</dd>
          </div>
        ))}
        {others.count === 0 ? null : (
          <div>
            <dt>{say('staff.report.others', { count: others.count })}</dt>
            <dd>{yuanText(others.total)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
