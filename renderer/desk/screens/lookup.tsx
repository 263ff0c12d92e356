import type { ReactNode } from 'react';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { useReadOut } from '../announce.ts';
import { useSay } from '../context.tsx';
import { PersonHead } from '../parts/person-head.tsx';
import { Trouble } from '../parts/trouble.tsx';

/** What the centre has on file of the person, in its own codes and words. */
export function LookupScreen({ screen: { person, view } }: { readonly screen: DeskScreenOf<'lookup'> }): ReactNode {
  const say = useSay();
  const { about, working, rows, failure } = view;
  const title = `${say(`desk.lookup.${about}`)} ${say(`desk.lookup.${about}.code`)}`;
  useReadOut(working ? say('desk.lookup.working') : title);
  return (
    <section className="work">
      <PersonHead person={person} shown={null} />
      <h2 className="ask">{title}</h2>
      {working ? <p className="big">{say('desk.lookup.working')}</p> : null}
      {failure === null ? null : <Trouble failure={failure} />}
      {!working && failure === null && rows.length === 0 ? <p className="big">{say('desk.lookup.none')}</p> : null}
      {rows.length === 0 ? null : (
        <table className="book">
          <thead>
            <tr>
              {(['what', 'from', 'to', 'note'] as const).map((name) => (
                <th key={name} scope="col">
                  {say(`desk.lookup.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name, from, to, note }) => (
              <tr key={`${code} ${name} ${from}`}>
                <td>
                  <b>{name}</b> <span className="soft code">{code}</span>
                </td>
                <td>{from ?? say('desk.lookup.open')}</td>
                <td>{to ?? say('desk.lookup.open')}</td>
                <td className="soft">{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
