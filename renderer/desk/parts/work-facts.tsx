import type { ReactNode } from 'react';
import type { StaffWork } from '../../../common/contracts/session/staff-view.ts';
import { ageText, factName, factValue } from '../../technician/words.ts';
import { useSay } from '../context.tsx';
import { Money } from './money.tsx';

/** What a row is about: its number and age, the encounter, the sum, and what its detail knows. */
export function WorkFacts({ work }: { readonly work: StaffWork }): ReactNode {
  const say = useSay();
  const { id, encounterId, amountFen, facts } = work;
  return (
    <dl className="facts wide" data-work={id}>
      <div>
        <dt>{say('staff.number', { id })}</dt>
        <dd>{ageText(say, work)}</dd>
      </div>
      {encounterId === null ? null : (
        <div>
          <dt>{say('staff.encounter', { id: encounterId })}</dt>
          <dd>{amountFen === null ? '–' : <Money fen={amountFen} unit />}</dd>
        </div>
      )}
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{factName(say, name)}</dt>
          <dd>{factValue(say, name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
