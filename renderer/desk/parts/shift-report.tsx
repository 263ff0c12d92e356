import type { ReactNode } from 'react';
import type { ShiftReport, ShiftSums } from '../../../common/contracts/desk/shift.ts';
import { schemeKey } from '../../text/schemes.ts';
import { useSay } from '../context.tsx';
import type { Say } from '../text.ts';
import { Apart } from './apart.tsx';
import { Money } from './money.tsx';
import { yuanText } from './yuan.ts';

const MEASURES = ['total', 'funds', 'hospital', 'account', 'accountMutualAid', 'cash', 'external'] as const;
const wordOf = {
  total: 'desk.shift.total',
  funds: 'desk.shift.funds',
  hospital: 'desk.shift.hospital',
  account: 'desk.shift.account',
  accountMutualAid: 'desk.shift.mutual',
  cash: 'desk.shift.cash',
  external: 'desk.shift.external',
} as const;

/** What a shift took and gave back, what should be in the drawer, and what is not known yet. */
export function ReportTable({ report }: { readonly report: ShiftReport }): ReactNode {
  const say = useSay();
  const { settled, refunded, float, expected, unknown, work, counted, difference, bySchemes } = report;
  return (
    <div className="shift-report">
      <table className="book sums">
        <thead>
          <tr>
            <td />
            {(['settled', 'refunded', 'net'] as const).map((name) => (
              <th key={name} scope="col" className="r">
                {say(`desk.shift.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('desk.shift.number')}</th>
            <td className="r">{settled.count}</td>
            <td className="r">{refunded.count}</td>
            <td className="r b">{settled.count - refunded.count}</td>
          </tr>
          {MEASURES.map((name) => (
            <tr key={name} className={name === 'accountMutualAid' ? 'soft' : ''}>
              <th scope="row">{say(wordOf[name])}</th>
              <td className="r">{yuanText(settled[name])}</td>
              <td className="r">{yuanText(refunded[name])}</td>
              <td className="r b">{yuanText(settled[name] - refunded[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <div className="due free">
          <b className="word">{say('desk.shift.drawer')}</b>
          <Money fen={expected} kind="expected" unit />
        </div>
        <p className="soft">
          {say('desk.shift.drawerSum', {
            float: yuanText(float),
            cash: yuanText(settled.cash),
            back: yuanText(refunded.cash),
          })}
        </p>
        {counted === null || difference === null ? null : <Apart counted={counted} difference={difference} />}
        <ul className="notes">
          {unknown > 0 ? <li className="ill b">{say('desk.shift.unknown', { count: unknown })}</li> : null}
          {work > 0 ? <li className="b">{say('desk.shift.work', { count: work })}</li> : null}
          {unknown === 0 && work === 0 ? <li className="ok">{say('desk.shift.clear')}</li> : null}
        </ul>
        <h2>{say('desk.shift.bySchemes')}</h2>
        <dl className="facts">
          {bySchemes.map((each) => (
            <div key={each.scheme}>
              <dt>
                {say(schemeKey(each.scheme))} {each.scheme}
              </dt>
              <dd>{schemeText(say, each)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

/** Number and sum of one insurance, refunds taken off. */
function schemeText(say: Say, { settled, refunded }: { settled: ShiftSums; refunded: ShiftSums }): string {
  return say('desk.shift.ofScheme', {
    count: settled.count - refunded.count,
    amount: yuanText(settled.total - refunded.total),
  });
}
