import { type ReactNode, useRef } from 'react';
import type { DeskBill, DeskDifference, DeskLine } from '../../../common/contracts/desk/bill.ts';
import { LINES_PAGE } from '../../../common/contracts/desk/desk-link.ts';
import { subFen } from '../../../common/kernel/money.ts';
import { useDesk, useSay } from '../context.tsx';
import { useKeys } from '../keys/keyboard.tsx';
import { Thumb } from '../list/thumb.tsx';
import { usePages } from '../list/use-pages.ts';
import { useRows } from '../list/use-rows.ts';
import { useWindow } from '../list/use-window.ts';
import { DiffRow } from './diff-row.tsx';
import { Cells } from './line-cells.tsx';
import { apartText, yuanText } from './yuan.ts';

/** Heights in units of the drawing: a line, and what stands under one that differs. */
const ROW_UNITS = 43;
const CAUSE_UNITS = 76;

/** As which lines a bill stands: another word means that they must be asked for anew. */
function linesKey({ encounter, steps, check, quote }: DeskBill): string {
  const states = steps.map(({ state }) => state).join();
  return [encounter.encounterId, states, check.differing, check.hospital, check.centre, quote?.at ?? ''].join(' ');
}

/** The fee lines: what the hospital says, what the centre takes it for, and what lies between, to the fen. */
export function Ledger({ bill }: { readonly bill: DeskBill }): ReactNode {
  const say = useSay();
  const { client } = useDesk();
  const box = useRef<HTMLOListElement>(null);
  const { check } = bill;
  const differing = new Map(check.differences.map((each) => [each.number, each]));
  const shown = useRows(box, ROW_UNITS, differing.size > 0 ? CAUSE_UNITS : 0);
  const total = bill.encounter.lines;
  const first = (check.differences[0]?.number ?? 1) - 1;
  const start = { key: `${bill.encounter.encounterId} ${check.differing} ${first}`, at: first };
  const { window, keys, onWheel } = useWindow({ total, shown }, start);
  useKeys('screen', keys);
  const pages = usePages<DeskLine>({
    ...{ key: linesKey(bill), size: LINES_PAGE, top: window.top, shown },
    async ask(from, count) {
      const answer = await client.lines(from, count);
      return answer === null ? null : { total: answer.total, rows: answer.lines };
    },
  });
  const rows = Array.from({ length: Math.min(shown, total - window.top) }, (_, index) => window.top + index);
  return (
    <div className="ledger">
      <LedgerHead />
      <ol className="ledger-rows" aria-label={say('desk.lines')} ref={box} onWheel={onWheel}>
        {rows.map((index) => {
          const difference = differing.get(index + 1);
          const at = index === window.at;
          if (difference !== undefined && at)
            return <DiffRow key={index} difference={difference} line={pages.row(index)} />;
          return (
            <Row key={index} index={index} line={pages.row(index)} difference={difference} at={at && total > shown} />
          );
        })}
        <Thumb window={window} size={{ total, shown }} />
      </ol>
      <LedgerFoot bill={bill} />
    </div>
  );
}

function LedgerHead(): ReactNode {
  const say = useSay();
  const left = ['number', 'name', 'unit', 'level'] as const;
  const right = ['count', 'price', 'hospital', 'centre', 'difference'] as const;
  return (
    <div className="ledger-row head">
      {left.map((name) => (
        <span key={name}>{say(`desk.line.${name}`)}</span>
      ))}
      {right.map((name) => (
        <span key={name} className="r">
          {say(`desk.line.${name}`)}
        </span>
      ))}
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly line: DeskLine | undefined;
  readonly difference: DeskDifference | undefined;
  readonly at: boolean;
}

function Row({ index, line, difference, at }: RowProps): ReactNode {
  return (
    <li className={`ledger-row${difference === undefined ? '' : ' differs'}${at ? ' at' : ''}`} data-line={index + 1}>
      <Cells number={index + 1} line={line} />
    </li>
  );
}

function LedgerFoot({ bill: { check, encounter } }: { readonly bill: DeskBill }): ReactNode {
  const say = useSay();
  const apart = apartText(subFen(check.centre, check.hospital));
  return (
    <div className="ledger-row foot">
      <b className="sum">
        {say('desk.lines.sum', { count: encounter.lines })}
        {check.total === check.hospital ? null : (
          <span className="tag">{say('desk.lines.billSays', { amount: yuanText(check.total) })}</span>
        )}
      </b>
      <b className="r">{yuanText(check.hospital)}</b>
      <b className="r">{yuanText(check.centre)}</b>
      <b className={apart === '=' ? 'r soft' : 'r'}>{apart}</b>
    </div>
  );
}
