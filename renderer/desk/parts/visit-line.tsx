import type { ReactNode } from 'react';
import type { DeskBill } from '../../../common/contracts/desk/bill.ts';
import { caseText } from '../../text/codes.ts';
import { useSay } from '../context.tsx';
import { KeyCap } from '../keys/cap.tsx';

/** Which encounter: kind, department, doctor, diagnosis, number; of a stay also its days and its bed. */
export function VisitLine({ bill }: { readonly bill: DeskBill }): ReactNode {
  const say = useSay();
  const { encounter, diagnosis, stay } = bill;
  return (
    <div className="visit-line soft">
      <span className="nw">
        {caseText(say, encounter.caseKind)} {encounter.caseKind}
      </span>
      <span className="nw">
        {encounter.department} {encounter.doctor}
      </span>
      <span className="name">{diagnosis}</span>
      {stay === null ? null : <StayWords stay={stay} />}
      <span className="nw">{say('desk.encounter', { id: encounter.encounterId })}</span>
      <span className="sp" />
      <span className="nw">
        <KeyCap cap="F2" /> {say('desk.act.readCard')}
      </span>
    </div>
  );
}

function StayWords({ stay }: { readonly stay: NonNullable<DeskBill['stay']> }): ReactNode {
  const say = useSay();
  const { admittedOn, dischargedOn, days, ward, bed } = stay;
  const words = [
    admittedOn === null ? null : say('desk.stay.from', { date: admittedOn }),
    dischargedOn === null ? say('desk.stay.inside') : say('desk.stay.to', { date: dischargedOn }),
    days === null ? null : say('desk.stay.days', { days }),
    ward === null ? null : say('desk.stay.bed', { ward, bed: bed ?? '–' }),
  ];
  return <b className="stay">{words.map((each) => (each === null ? null : <span key={each}>{each} </span>))}</b>;
}
