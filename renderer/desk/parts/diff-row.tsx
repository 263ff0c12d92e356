import type { ReactNode } from 'react';
import type { DeskDifference, DeskLine } from '../../../common/contracts/desk/bill.ts';
import { useSay } from '../context.tsx';
import { KeyCap } from '../keys/cap.tsx';
import { Cells } from './line-cells.tsx';
import { apartText, yuanText } from './yuan.ts';

interface DiffRowProps {
  readonly difference: DeskDifference;
  readonly line: DeskLine | undefined;
}

/** A line where hospital and centre are not the same: how it comes to that, and which key mends it. */
export function DiffRow({ difference, line }: DiffRowProps): ReactNode {
  const say = useSay();
  const { number, name, count, unitPrice, exact, hospital, centre, cause } = difference;
  // What the check says of the line is newer than what has come of its page.
  const shown: DeskLine = {
    ...(line ?? { number, lineId: difference.lineId, unit: null, level: 'unknown' }),
    ...{ name, count, unitPrice, hospital, centre, difference: difference.difference },
  };
  return (
    <li className="diff" data-line={number} data-differs={difference.difference}>
      <div className="ledger-row differs">
        <Cells number={number} line={shown} />
      </div>
      <div className="cause">
        <span>{say(`desk.differs.${cause}`, { count, price: unitPrice, exact })}</span>
        <span className="sp" />
        <span className="nw">
          {say('desk.differs.do', { amount: yuanText(centre) })} <KeyCap cap="Enter" />
        </span>
        <span className="nw">
          <KeyCap cap="R" /> {say('desk.act.reupload')}
        </span>
        <span className="hidden-text">{apartText(difference.difference)}</span>
      </div>
    </li>
  );
}
