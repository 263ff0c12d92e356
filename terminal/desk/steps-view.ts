import type { DeskStep } from '../../common/contracts/desk/bill.ts';
import type { DeskStayStep } from '../../common/contracts/desk/stay.ts';
import type { StayCourse } from '../billing/port.ts';
import type { PrepareStep } from '../ports.ts';
import { isInHospital } from './is-stay.ts';
import type { Bill } from './stage.ts';
import { nextStep } from './stay-steps.ts';

export interface StepTime {
  /** Monotonic ms. */
  readonly at: number;
}

type StepName = DeskStep['step'];

/** The chain of a visit and of a stay, each with its transaction. 核对 sends nothing and comes before anything is sent. */
const VISIT: readonly (readonly [StepName, string | null])[] = [
  ['check', null],
  ['registration', '2201'],
  ['diagnoses', '2203'],
  ['fees', '2204'],
  ['quote', '2206'],
  ['settlement', '2207'],
];
const STAY: readonly (readonly [StepName, string | null])[] = [
  ['check', null],
  ['admission', '2401'],
  ['fees', '2301'],
  ['discharge', '2402'],
  ['quote', '2303'],
  ['settlement', '2304'],
];

/** How far a preparation has come when this step of it is under way. */
const REACHED: Readonly<Record<PrepareStep, StepName>> = {
  hold: 'registration',
  register: 'registration',
  diagnosis: 'diagnoses',
  fees: 'fees',
  preSettle: 'quote',
};

/** Where each step of a stay's own stands in its chain; a change is of its admission. */
const PLACE: Readonly<Record<DeskStayStep, StepName>> = {
  ...{ admit: 'admission', change: 'admission', cancel: 'admission', addFees: 'fees', clearFees: 'fees' },
  ...{ discharge: 'discharge', undoDischarge: 'discharge' },
};

/** What the journal says of each step of a stay that does not stand under the finger now. */
function ofCourse({ state, lines }: StayCourse, name: StepName, total: number): DeskStep['state'] {
  switch (name) {
    case 'admission':
      if (state === 'admitting' || state === 'cancelling') return 'unknown';
      return state === 'none' ? 'later' : 'done';
    case 'fees': {
      if (state !== 'none' && lines.doubtful) return 'unknown';
      const all = lines.missing === 0 && lines.other === 0 && total > 0;
      return state !== 'none' && all ? 'done' : 'later';
    }
    case 'discharge':
      if (state === 'discharging' || state === 'returning') return 'unknown';
      return state === 'discharged' ? 'done' : 'later';
    default:
      return 'later';
  }
}

/** Which step is the one that matters now, and how it stands. */
function present(bill: Bill): {
  readonly step: StepName | null;
  readonly state: DeskStep['state'];
} {
  const { choice, quoted, doing, trouble } = bill;
  if (choice.blocked) return { step: 'settlement', state: 'unknown' };
  if (choice.differences.length > 0) return { step: 'check', state: doing === null ? 'wrong' : 'working' };
  if (doing?.what === 'settling') return { step: 'settlement', state: 'working' };
  if (doing?.what === 'repricing') return { step: 'quote', state: 'working' };
  if (doing?.what === 'preparing') {
    const { step } = doing;
    const named = step !== null && step in REACHED ? REACHED[step as PrepareStep] : 'registration';
    return { step: named, state: 'working' };
  }
  if (doing?.stay != null) return { step: PLACE[doing.stay], state: 'working' };
  if (isInHospital(choice.encounter)) {
    const next = nextStep(bill);
    return { step: next === null ? null : PLACE[next], state: trouble === null ? 'here' : 'wrong' };
  }
  if (quoted !== null && !quoted.stale) return { step: 'settlement', state: trouble === null ? 'here' : 'wrong' };
  return { step: 'quote', state: trouble === null ? 'here' : 'wrong' };
}

/** The chain as it stands on the glass. Before the pre-settlement is asked for, what it brings along is still to come. */
export function stepsOf(bill: Bill, stay: boolean): readonly DeskStep[] {
  const chain = stay ? STAY : VISIT;
  const now = present(bill);
  // A stay has no registration of its own: its admission stands there.
  const step = stay && (now.step === 'registration' || now.step === 'diagnoses') ? 'admission' : now.step;
  const place = chain.findIndex(([name]) => name === step);
  const prepared = bill.quoted !== null && !bill.quoted.stale;
  const behind = (at: number, name: StepName): DeskStep['state'] => {
    const { course, encounter } = bill.choice;
    const known = course === null ? 'later' : ofCourse(course, name, encounter.lines.length);
    if (known !== 'later') return known;
    if (place >= 0 && at >= place) return 'later';
    return name === 'check' || prepared || bill.doing?.what === 'preparing' ? 'done' : 'later';
  };
  return chain.map(([name, infno], at) => ({
    step: name,
    infno,
    state: at === place ? now.state : behind(at, name),
    count: countOf(name, bill),
  }));
}

function countOf(name: StepName, { choice }: Bill): number | null {
  if (name === 'fees') return choice.encounter.lines.length;
  return name === 'check' ? choice.differences.length : null;
}
