import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskStaySaid, DeskStayStep } from '../../common/contracts/desk/stay.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StayCourse } from '../billing/port.ts';
import type { DeskEvent } from './events.ts';
import { amend, begin, type Moment, type Move, stay, withBill } from './moves.ts';
import { baseOf, overBase, type StageOf } from './stage.ts';
import type { State } from './state.ts';

type EventOf<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>;

/** The steps of a stay, each by its own key; what the glass says of it afterwards is the journal's word. */

/** What was pre-settled of a stay holds no longer once anything of it is told to the centre. */
export function onStayStep(
  state: State,
  stage: StageOf<'bill'>,
  { step }: Extract<DeskIntent, { kind: 'stayStep' }>,
  { at }: Moment,
): Move {
  const { choice, quoted } = stage.bill;
  const { encounter } = choice;
  const { ref } = stage.client.person;
  const outdated = quoted === null ? null : { ...quoted, stale: true };
  const from = { ...stage, bill: { ...stage.bill, quoted: outdated } };
  return begin(state, from, { what: 'stay', stay: step, at }, (op) => ({ kind: 'stayStep', op, ref, step, encounter }));
}

/** 2403 is told twice alike without harm, so nothing keeps that it was not answered. */
const UNANSWERED: ReadonlySet<FailureCode> = new Set(['CENTRE_UNREACHABLE', 'CENTRE_BAD_ANSWER']);
const OF_LINES: ReadonlySet<DeskStayStep> = new Set(['addFees', 'clearFees', 'cancel']);

/** Whether nobody knows what became of a step that did not succeed. */
function isUnknown(step: DeskStayStep, course: StayCourse | null, code: FailureCode): boolean {
  if (course === null) return true;
  if (course.state.endsWith('ing')) return true;
  if (step === 'change') return UNANSWERED.has(code);
  return OF_LINES.has(step) && course.lines.doubtful;
}

export function onStayStepped(state: State, stage: StageOf<'bill'>, event: EventOf<'stayStepped'>): Move {
  const { result, course } = event;
  const { doing, choice } = stage.bill;
  const step = doing?.stay ?? null;
  if (step === null) return stay(state);
  const known = { ...choice, course: course ?? choice.course };
  const outcome = result.ok ? 'done' : isUnknown(step, course, result.error.code) ? 'unknown' : 'failed';
  // Of what nobody knows a cause would be more than is known: its sentence says what to do.
  const trouble = result.ok || outcome === 'unknown' ? null : result.error;
  const said: DeskStaySaid = { step, outcome };
  return withBill(state, stage, { doing: null, trouble, said, choice: known });
}

/** How far the stay on the glass is, after something else than its own keys has changed it. */
export function onCourse(state: State, { encounterId, course }: EventOf<'course'>): Move {
  const base = baseOf(state.stage);
  if (course === null || base?.kind !== 'bill' || base.bill.choice.encounter.encounterId !== encounterId) {
    return stay(state);
  }
  const bill = { ...base.bill, choice: { ...base.bill.choice, course } };
  return amend(state, overBase(state.stage, { ...base, bill }));
}
