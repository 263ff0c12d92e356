import type { ReactNode } from 'react';
import type { DeskStayStep } from '../../../common/contracts/desk/stay.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { closeKey, Nothing, Sheet } from './sheet.tsx';

const KNOWN = ['clearFees', 'undoDischarge', 'cancel'] as const;

interface StayBackProps {
  readonly step: DeskStayStep;
  readonly hide: () => void;
}

/** Take back what the centre has? Asked once; like money it wants a stroke of its own. */
export function StayBack({ step, hide }: StayBackProps): ReactNode {
  const say = useSay();
  const { snapshot, send } = useDesk();
  const { screen } = snapshot;
  const name = KNOWN.find((each) => each === step);
  const title = name === undefined ? '' : say(`desk.stay.back.${name}`);
  useReadOut(title);
  if (name === undefined || screen.kind !== 'bill' || screen.bill.stay === null) {
    return (
      <Sheet title={title} name="stayBack" keys={[closeKey(hide)]}>
        <Nothing />
      </Sheet>
    );
  }
  const { person, bill } = screen;
  const count = screen.bill.stay.course.lines.there;
  const words = { key: `desk.stay.step.${name}` } as const;
  const press = (): void => send({ kind: 'stayStep', step: name });
  const confirm = binding('Enter', 'stay.back', words, press, { next: true, money: true });
  return (
    <Sheet title={title} name="stayBack" keys={[confirm, closeKey(hide)]}>
      <p className="big">
        {say('desk.confirm.person', { name: person.name, number: person.number })}
        <span className="soft">
          {bill.encounter.department} {bill.encounter.encounterId}
        </span>
      </p>
      <p className="big">{say(`desk.stay.back.${name}Sub`, { count })}</p>
    </Sheet>
  );
}
