import type { ReactNode } from 'react';
import { type DeskCourse, type DeskStaySaid, infnoOfStay } from '../../../common/contracts/desk/stay.ts';
import { Sign } from '../../components/sign.tsx';
import { useSay } from '../context.tsx';
import type { Say } from '../text.ts';

interface SaidProps {
  readonly said: DeskStaySaid;
  readonly course: DeskCourse;
}

/** What came of a step, as one sentence. */
export function saidOf(say: Say, { step, outcome }: DeskStaySaid, course: DeskCourse): string {
  if (outcome === 'done') {
    const { admittedOn, dischargedOn, lines } = course;
    const values = {
      from: admittedOn ?? '–',
      to: dischargedOn ?? '–',
      count: lines.there,
      through: lines.through ?? '–',
    };
    return say(`desk.stay.done.${step}`, values);
  }
  return say(`desk.stay.${outcome}`, { step: say(`desk.stay.step.${step}`), infno: infnoOfStay[step] });
}

const SIGN = { done: 'tick', failed: 'warn', unknown: 'ask' } as const;

/** The sentence on the bill; of what nobody knows also which key asks for it, and that it does no harm. */
export function StaySaid({ said, course }: SaidProps): ReactNode {
  const say = useSay();
  const { step, outcome } = said;
  return (
    <div className={`stay-said ${outcome}`} role="status" data-said={`${step} ${outcome}`}>
      <p className="trouble-head">
        <Sign name={SIGN[outcome]} size={8} bold />
        <b>{saidOf(say, said, course)}</b>
      </p>
      {outcome === 'unknown' ? <p>{say(`desk.stay.unknown.${step}`)}</p> : null}
    </div>
  );
}
