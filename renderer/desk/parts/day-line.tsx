import { memo, type ReactNode } from 'react';
import type { DayRow } from '../../../common/contracts/desk/day.ts';
import { caseText } from '../../text/codes.ts';
import { useSay } from '../context.tsx';
import { yuanText } from './yuan.ts';

const COLUMNS = ['number', 'at', 'name', 'encounter', 'department', 'case', 'total', 'state'] as const;

export function DayHead(): ReactNode {
  const say = useSay();
  return (
    <div className="day-row head">
      {COLUMNS.map((name) => (
        <span key={name} className={name === 'total' ? 'r' : ''}>
          {say(`desk.day.${name}`)}
        </span>
      ))}
    </div>
  );
}

interface DayLineProps {
  readonly index: number;
  readonly row: DayRow | undefined;
  readonly at: boolean;
}

/** One encounter of the day; before it has come, an empty line of the same height. */
export const DayLine = memo(function DayLine({ index, row, at }: DayLineProps): ReactNode {
  const say = useSay();
  return (
    <li className={`day-row${at ? ' at' : ''}`} aria-current={at} data-row={index} data-encounter={row?.encounterId}>
      <span>{row?.number}</span>
      <span>{row?.at.slice(11, 16)}</span>
      <b className="name">{row?.name}</b>
      <span className="name">{row?.encounterId}</span>
      <span className="name">{row?.department}</span>
      <span className="name">{row === undefined ? '' : caseText(say, row.caseKind)}</span>
      <span className="r">{row === undefined ? '' : yuanText(row.total)}</span>
      <span className={row === undefined ? '' : `state ${row.state}`}>
        {row === undefined ? '' : say(`desk.state.${row.state}`)}
      </span>
    </li>
  );
});
