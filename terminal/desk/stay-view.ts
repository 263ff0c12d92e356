import type { DeskCourse, DeskStay } from '../../common/contracts/desk/stay.ts';
import type { StayCourse } from '../billing/port.ts';
import type { Bill } from './stage.ts';
import { stayActs } from './stay-steps.ts';

const day = (at: string | null): string | null => at?.slice(0, 10) ?? null;

function courseView({ state, mdtrtId, admittedAt, dischargedAt, lines, changed }: StayCourse): DeskCourse {
  const { there, through, missing, other, doubtful } = lines;
  return {
    ...{ state, mdtrtId, admittedOn: day(admittedAt), dischargedOn: day(dischargedAt), changed },
    lines: { there, through: day(through), missing, other, doubtful },
  };
}

/** A stay on the glass: the hospital's word, its course at the centre, and its keys. Null: it is a visit. */
export function stayView(bill: Pick<Bill, 'choice' | 'doing' | 'said'>): DeskStay | null {
  const { stay, visitedAt } = bill.choice.encounter;
  const { course } = bill.choice;
  if (stay === null || stay === undefined || course === null) return null;
  const admittedOn = visitedAt.slice(0, 10);
  const dischargedOn = day(stay.discharge?.at ?? null);
  const days =
    dischargedOn === null ? null : Math.round((Date.parse(dischargedOn) - Date.parse(admittedOn)) / 86_400_000);
  return {
    ...{ admittedOn, dischargedOn, days: days === null ? null : Math.max(0, days) },
    ...{ ward: stay.ward.slice(0, 50), bed: stay.bed, course: courseView(course) },
    ...{ acts: stayActs(bill), doing: bill.doing?.stay ?? null, said: bill.said },
  };
}
