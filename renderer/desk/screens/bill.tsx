import type { ReactNode } from 'react';
import type { DeskPerson } from '../../../common/contracts/desk/person.ts';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { useReadOut } from '../announce.ts';
import { useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { useKeys } from '../keys/keyboard.tsx';
import { CaseNoticeLine } from '../parts/case-notice.tsx';
import { Ledger } from '../parts/ledger.tsx';
import { PersonHead, useReveal } from '../parts/person-head.tsx';
import { QueueLine } from '../parts/queue-line.tsx';
import { QuotePanel } from '../parts/quote-panel.tsx';
import { StaySaid, saidOf } from '../parts/stay-said.tsx';
import { StepsBar } from '../parts/steps-bar.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { VisitLine } from '../parts/visit-line.tsx';
import { yuanText } from '../parts/yuan.ts';

/** Two keys that show a masked value in clear for some seconds. */
export function useRevealKeys({ cardIn }: DeskPerson): ReturnType<typeof useReveal>['shown'] {
  const { shown, reveal } = useReveal(cardIn);
  useKeys('screen', [
    binding('N', 'revealName', { key: 'desk.act.revealName' }, () => reveal('name')),
    binding('I', 'revealNumber', { key: 'desk.act.revealNumber' }, () => reveal('number')),
  ]);
  return shown;
}

/** Which line is wrong and which key mends it; when none is: who pays how much. */
export function BillScreen({ screen: { person, bill } }: { readonly screen: DeskScreenOf<'bill'> }): ReactNode {
  const say = useSay();
  const shown = useRevealKeys(person);
  const { check, quote, working, trouble, notice, stay } = bill;
  useReadOut(
    working !== null
      ? say(`desk.work.${working.what}`)
      : stay?.said != null
        ? saidOf(say, stay.said, stay.course)
        : quote !== null && !quote.stale
          ? `${say('desk.quote.due')} ${yuanText(quote.split.cash)}`
          : check.differing > 0
            ? `${say('desk.step.check')} ${say('desk.step.left', { count: check.differing })}`
            : say('desk.quote.none'),
  );
  return (
    <>
      <section className="work">
        <PersonHead person={person} shown={shown} />
        <VisitLine bill={bill} person={person} />
        <StepsBar steps={bill.steps} />
        {stay?.said == null ? null : <StaySaid said={stay.said} course={stay.course} />}
        {trouble === null ? null : <Trouble {...trouble} />}
        {notice === null ? null : <CaseNoticeLine notice={notice} />}
        <Ledger bill={bill} />
        <QueueLine />
      </section>
      <aside className="side">
        <QuotePanel bill={bill} />
      </aside>
    </>
  );
}
