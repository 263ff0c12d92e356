import type { DeskWhy } from '../../common/contracts/desk/acts.ts';
import { type DeskStayStep, deskStaySteps, takesBack } from '../../common/contracts/desk/stay.ts';
import type { StayCourse } from '../billing/port.ts';
import { isInHospital } from './is-stay.ts';
import type { Bill, Choice } from './stage.ts';

/** Which steps of a stay may be done now, and which one most likely comes: by its course at the centre and the hospital's word. */

type Rule = (course: StayCourse, choice: Choice) => DeskWhy | null;

/** Of somebody who is in hospital by the centre. */
const inside =
  (rule: Rule): Rule =>
  (course, choice) => {
    if (course.state === 'none') return 'notAdmitted';
    return course.state === 'discharged' ? 'isOut' : rule(course, choice);
  };

const isComplete = ({ lines }: StayCourse): boolean => lines.missing === 0 && lines.other === 0 && !lines.doubtful;

const rules: Readonly<Record<DeskStayStep, Rule>> = {
  admit: ({ state }) => (state === 'none' ? null : state === 'discharged' ? 'isOut' : 'isAdmitted'),
  addFees: inside(({ lines }, { differences }) => {
    if (differences.length > 0) return 'checkFirst';
    // What the hospital has taken back goes by 2302 alone, which is asked about.
    if (lines.other > 0) return 'clearFirst';
    return lines.missing > 0 || lines.doubtful ? null : 'nothingNew';
  }),
  clearFees: inside(({ lines }) => (lines.there > 0 || lines.doubtful ? null : 'nothingThere')),
  change: inside(({ changed }) => (changed ? null : 'nothingNew')),
  discharge: inside((course, { encounter }) => {
    if (isInHospital(encounter)) return 'notSentHome';
    // After 2402 the centre takes neither 2403 nor 2301.
    if (course.changed) return 'changeFirst';
    return isComplete(course) ? null : 'linesFirst';
  }),
  undoDischarge: ({ state }) => (state === 'discharged' ? null : 'notOut'),
  cancel: inside(() => null),
};

/**
 * The steps that ask what became of the one whose answer was lost, and send it anew only where it was not taken. Whether
 * she is out may also be asked since F4 was refused: with lines or a change to come no 2402 must follow from that.
 */
function thatAsk(course: StayCourse, { encounter }: Choice): readonly DeskStayStep[] | null {
  const mayLeave = !isInHospital(encounter) && !course.changed && isComplete(course);
  const out: readonly DeskStayStep[] = mayLeave ? ['discharge', 'undoDischarge'] : ['undoDischarge'];
  switch (course.state) {
    case 'admitting':
      return ['admit'];
    case 'discharging':
      return out;
    case 'returning':
      return ['undoDischarge'];
    case 'cancelling':
      return ['cancel'];
    default:
      return null;
  }
}

/** Why this step cannot be done now; null: it can. */
export function whyNotStep(choice: Choice, step: DeskStayStep): DeskWhy | null {
  const { course } = choice;
  if (course === null) return 'notAStay';
  const asking = thatAsk(course, choice);
  if (asking !== null) return asking.includes(step) ? null : 'stepUnknown';
  return rules[step](course, choice);
}

/** In the order in which the centre has to hear them: a change before the lines that bear its department. */
const ORDER: readonly DeskStayStep[] = ['admit', 'change', 'addFees', 'clearFees', 'discharge'];

function wanted(course: StayCourse, choice: Choice): DeskStayStep | null {
  const asking = thatAsk(course, choice);
  if (asking !== null) return asking[0] ?? null;
  if (course.state === 'discharged') return isInHospital(choice.encounter) || course.changed ? 'undoDischarge' : null;
  const { lines } = course;
  const isDue = (step: DeskStayStep): boolean =>
    whyNotStep(choice, step) === null && (step !== 'clearFees' || lines.other > 0);
  return ORDER.find(isDue) ?? null;
}

/** The step that most likely comes now. After one that took back nobody but the cashier knows. */
export function nextStep({ choice, said }: Pick<Bill, 'choice' | 'said'>): DeskStayStep | null {
  if (choice.course === null || choice.blocked) return null;
  if (said?.outcome === 'done' && takesBack.has(said.step)) return null;
  return wanted(choice.course, choice);
}

/** Every step with what pressing its key would come to now. */
export function stayActs(bill: Pick<Bill, 'choice' | 'said'>) {
  const likely = nextStep(bill);
  return deskStaySteps.map((step) => {
    const why = whyNotStep(bill.choice, step);
    if (why !== null) return { step, state: 'off', why } as const;
    return { step, state: step === likely ? 'next' : 'on', why: null } as const;
  });
}
