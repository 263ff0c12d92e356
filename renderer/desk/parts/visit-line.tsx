import type { ReactNode } from 'react';
import type { DeskBill } from '../../../common/contracts/desk/bill.ts';
import type { DeskPerson } from '../../../common/contracts/desk/person.ts';
import { caseText } from '../../text/codes.ts';
import { useSay } from '../context.tsx';
import { CourseLine } from './course-line.tsx';
import { StayCap } from './next-step.tsx';
import { CardLine } from './person-head.tsx';

interface VisitLineProps {
  readonly bill: DeskBill;
  readonly person: DeskPerson;
}

/** Which encounter: kind, department, doctor, diagnosis, number; of a stay also its days and its bed. */
export function VisitLine({ bill, person }: VisitLineProps): ReactNode {
  const say = useSay();
  const { encounter, diagnosis, stay, quote } = bill;
  return (
    <>
      <div className="visit-line soft">
        <span className="nw">
          {caseText(say, encounter.caseKind)} {encounter.caseKind}
        </span>
        <span className="nw">
          {encounter.department} {encounter.doctor}
        </span>
        <span className="name">{diagnosis}</span>
        <span className="nw">{say('desk.encounter', { id: encounter.encounterId })}</span>
        <span className="sp" />
        <CardLine {...person} />
      </div>
      {stay === null ? null : <StayLine stay={stay} hasCap={quote !== null} />}
      {stay === null ? null : <CourseLine course={stay.course} />}
    </>
  );
}

interface StayLineProps {
  readonly stay: NonNullable<DeskBill['stay']>;
  /** Where the side says who pays how much, the key of its steps stands here. */
  readonly hasCap: boolean;
}

function StayLine({ stay, hasCap }: StayLineProps): ReactNode {
  const say = useSay();
  const { admittedOn, dischargedOn, days, ward, bed } = stay;
  const words = [
    admittedOn === null ? null : say('desk.stay.from', { date: admittedOn }),
    dischargedOn === null ? say('desk.stay.inside') : say('desk.stay.to', { date: dischargedOn }),
    days === null ? null : say('desk.stay.days', { days }),
    ward === null ? null : say('desk.stay.bed', { ward, bed: bed ?? '–' }),
  ];
  return (
    <div className="visit-line">
      <b className="tag">{say('desk.stay')}</b>
      {words.map((each) => (each === null ? null : <b key={each}>{each}</b>))}
      <span className="sp" />
      {hasCap ? <StayCap /> : null}
    </div>
  );
}
