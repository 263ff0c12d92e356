import type { ReactNode } from 'react';
import type { ReconcilePart } from '../../common/contracts/reconcile.ts';
import type { StaffReport, StaffReportRow } from '../../common/contracts/session/staff-report.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { useText } from '../kiosk/context.tsx';
import { schemeKey } from '../text/schemes.ts';
import { causesOn, MEASURES, rowsShown } from './sheets.ts';
import { rowStateText, signedCount, signedYuan } from './words.ts';

const yuan = (amount: number): string => formatFen(fen(amount));

/** The day in one sum: ours, the centre's, the difference, and the reasons that are all of it. */
export function SummarySheet({ report }: { readonly report: StaffReport }): ReactNode {
  const t = useText();
  const { ours, theirs, difference, others } = report;
  const { named, rest } = causesOn(report);
  return (
    <dl className="work-facts" data-frame="sum">
      <div>
        <dt>{t('staff.report.ours', { count: ours.count })}</dt>
        <dd>{yuan(ours.total)}</dd>
      </div>
      <div>
        <dt>{t('staff.report.theirs', { count: theirs.count })}</dt>
        <dd>{yuan(theirs.total)}</dd>
      </div>
      <div className="sum" data-difference={difference.total}>
        <dt>{t('staff.report.difference', { count: signedCount(difference.count) })}</dt>
        <dd>{signedYuan(difference.total)}</dd>
      </div>
      {named.map(({ verdict, rows, total }) => (
        <div key={verdict} className="cause">
          <dt>{t('staff.report.cause', { what: t(`reconcile.verdict.${verdict}`), rows })}</dt>
          <dd>{signedYuan(total)}</dd>
        </div>
      ))}
      {rest === null ? null : (
        <div className="cause">
          <dt>{t('staff.report.rest', { rows: rest.rows })}</dt>
          <dd>{signedYuan(rest.total)}</dd>
        </div>
      )}
      {others.count === 0 ? null : (
        <div>
          <dt>{t('staff.report.others', { count: others.count })}</dt>
          <dd>{yuan(others.total)}</dd>
        </div>
      )}
    </dl>
  );
}

/** One insurance type and clearing type: number and amounts here, there, and apart. */
export function PartSheet({ part }: { readonly part: Omit<ReconcilePart, 'result'> }): ReactNode {
  const t = useText();
  const { insutype, clrType, state, ours, theirs, difference } = part;
  const plain = (name: (typeof MEASURES)[number], value: number): string =>
    name === 'count' ? String(value) : yuan(value);
  return (
    <div className="gap1" data-frame="part" data-part={`${insutype} ${clrType}`}>
      <p className="t2 b">{t('staff.report.part', { scheme: t(schemeKey(insutype)), insutype })}</p>
      <p>{t('staff.report.clearing', { clrType, state: t(`reconcile.state.${state}`) })}</p>
      <table className="books">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('staff.report.column.ours')}</th>
            <th scope="col">{t('staff.report.column.theirs')}</th>
            <th scope="col">{t('staff.report.column.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`staff.report.${name}`)}</th>
              <td>{plain(name, ours[name])}</td>
              <td>{plain(name, theirs[name])}</td>
              <td className="b">{name === 'count' ? signedCount(difference[name]) : signedYuan(difference[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: StaffReportRow }): ReactNode {
  const t = useText();
  const { verdict, refund, difference, setlId, encounterId } = row;
  const side = (amount: number | null): string => (amount === null ? t('staff.report.absent') : yuan(amount));
  const what = t(`reconcile.verdict.${verdict}`);
  return (
    <li data-row={setlId} className={row.open ? 'open' : ''}>
      <p className="row-head">
        <b>{refund ? `${what} (${t('staff.report.refund')})` : what}</b>
        <b>{signedYuan(difference)}</b>
      </p>
      <p className="row-head i2">
        <span>{encounterId ?? setlId}</span>
        <span className="nw" data-frame="sides">{`${side(row.ours)} / ${side(row.theirs)}`}</span>
      </p>
      <p>{rowStateText(t, row)}</p>
    </li>
  );
}

interface RowsProps {
  readonly report: StaffReport;
  /** Index of the first. */
  readonly from: number;
}

/** Rows that differ: why, by how much, which, and what became of it. Those that ask for a person come first. */
export function RowsSheet({ report, from }: RowsProps): ReactNode {
  const t = useText();
  const { rows, rowsLeftOut } = report;
  const { shown, range, last } = rowsShown(report, from);
  return (
    <div className="gap1" data-frame="rows">
      <p className="row-head">
        <b>{t('staff.report.rows', { shown: range, total: rows.length + rowsLeftOut })}</b>
        <span className="i2" data-frame="sides">
          {t('staff.report.sides')}
        </span>
      </p>
      <ul className="book-rows">
        {shown.map((row) => (
          <Row key={`${row.setlId} ${row.refund}`} row={row} />
        ))}
      </ul>
      {last === rows.length && rowsLeftOut > 0 ? <p>{t('staff.report.rowsMore', { rows: rowsLeftOut })}</p> : null}
    </div>
  );
}
