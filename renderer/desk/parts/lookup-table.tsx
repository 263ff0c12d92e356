import type { ReactNode } from 'react';
import type { LookupRow, LookupView } from '../../../common/contracts/desk/lookups.ts';
import { caseText } from '../../text/codes.ts';
import { schemeKey } from '../../text/schemes.ts';
import { useDesk, useSay } from '../context.tsx';
import { fundKey, standingKey } from '../lookup-help.ts';

/** Words that fit beside their row; of longer ones the screen shows all under the table, while the row is framed. */
export const LONGEST_NOTE = 30;

function shortNote(note: string | null): string | null {
  const words = [...(note ?? '')];
  return words.length > LONGEST_NOTE ? `${words.slice(0, LONGEST_NOTE - 2).join('')}…` : note;
}

/** Which columns an answer has: none that would be empty all the way down. */
function columnsOf({ about, rows }: Pick<LookupView, 'about' | 'rows'>) {
  const some = (has: (row: LookupRow) => boolean): boolean => rows.some(has);
  return {
    insurance: some(({ insutype }) => insutype !== null),
    // A stay without a discharge has no end.
    to: about !== 'inHospital',
    note: some(({ note }) => note !== null),
  };
}

interface LookupTableProps {
  readonly view: LookupView;
  /** The rows that fit, and which of them is framed. */
  readonly shown: readonly LookupRow[];
  readonly at: LookupRow | undefined;
}

/** What the centre has on file: what, whether it holds today, since and until when, and its words. */
export function LookupTable({ view, shown, at }: LookupTableProps): ReactNode {
  const say = useSay();
  const { about } = view;
  const has = columnsOf(view);
  return (
    <table className="book looked-book">
      <thead>
        <tr>
          <th scope="col" className="what">
            {say(`desk.lookup.what.${about}`)}
          </th>
          <th scope="col">{say('desk.lookup.state')}</th>
          {has.insurance ? (
            <th scope="col" className="insured">
              {say('desk.lookup.insurance')}
            </th>
          ) : null}
          <th scope="col">{say('desk.lookup.from')}</th>
          {has.to ? <th scope="col">{say('desk.lookup.to')}</th> : null}
          {has.note ? (
            <th scope="col" className="why">
              {say(`desk.lookup.note.${about}`)}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Row
            key={`${row.code} ${row.name} ${row.from} ${row.to} ${row.note}`}
            {...{ about, row, has }}
            at={row === at}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly about: LookupView['about'];
  readonly row: LookupRow;
  readonly has: ReturnType<typeof columnsOf>;
  readonly at: boolean;
}

function Row({ about, row, has, at }: RowProps): ReactNode {
  const say = useSay();
  const { code, standing, from, to, insutype, here, elsewhere, note } = row;
  const name = useName(about, row);
  const holds = standing === 'holds';
  return (
    <tr
      className={`looked${at ? ' at' : ''}${standing === 'ended' ? ' past' : ''}`}
      data-lookup={code}
      data-standing={standing}
    >
      <td className="what">
        <b>{name}</b> <span className="soft code">{code}</span>
        {here === true ? <b className="tag">{say('desk.lookup.here')}</b> : null}
        {elsewhere === true ? <b className="tag">{say('desk.lookup.elsewhere')}</b> : null}
      </td>
      <td className={holds ? 'nw ok' : 'nw'}>{say(standingKey(about, standing))}</td>
      {has.insurance ? <td>{insutype === null ? '' : say(schemeKey(insutype))}</td> : null}
      <td className="nw">{from ?? say('desk.lookup.unsaid')}</td>
      {has.to ? <td className="nw">{to ?? say('desk.lookup.openEnd')}</td> : null}
      {has.note ? <td className="soft why">{shortNote(note)}</td> : null}
    </tr>
  );
}

/** The centre's own words are Chinese; in English what we have words for is said in ours. */
function useName(about: LookupView['about'], { code, name, medicalType }: LookupRow): string {
  const say = useSay();
  const { locale } = useDesk().snapshot;
  if (medicalType !== null) return caseText(say, medicalType);
  const fund = about === 'benefit' && locale === 'en' ? fundKey(code) : null;
  return fund === null ? name : say(fund);
}
