import type { ReactNode } from 'react';
import type { StaffWork } from '../../common/contracts/session/staff-view.ts';
import { fen } from '../../common/kernel/money.ts';
import { Amount } from '../components/amount.tsx';
import { useText } from '../kiosk/context.tsx';
import { ageText, factName, factValue } from './words.ts';

/** What a row is about: its number and age, the encounter, the sum, and what its detail knows. */
export function WorkFacts({ work }: { readonly work: StaffWork }): ReactNode {
  const t = useText();
  return (
    <dl className="work-facts" data-work={work.id}>
      <div data-frame="work">
        <dt>{t('staff.number', { id: work.id })}</dt>
        <dd>{ageText(t, work)}</dd>
      </div>
      {work.encounterId === null && work.amountFen === null ? null : (
        <div data-frame="work">
          <dt>{work.encounterId === null ? '—' : t('staff.encounter', { id: work.encounterId })}</dt>
          <dd>{work.amountFen === null ? '—' : <Amount fen={fen(work.amountFen)} />}</dd>
        </div>
      )}
      {work.facts.map(({ name, value }) => (
        <div key={name} data-frame="work">
          <dt>{factName(t, name)}</dt>
          <dd>{factValue(t, name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
