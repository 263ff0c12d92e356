import { INVARIANTS } from '../../test/faults/check/finding.ts';
import { verdictOf } from '../../test/faults/judge.ts';
import { makePlan } from '../../test/faults/plan/make.ts';
import type { Plan } from '../../test/faults/plan/plan.ts';
import { keep } from '../../test/faults/shrink.ts';
import { createStage } from '../../test/faults/world/schedule.ts';
import { endWhenInterrupted } from '../interrupt.ts';

export interface ReplayOptions {
  readonly seed: number;
  /** Which of the plan's items happen, by their numbers; null: all. */
  readonly items: readonly number[] | null;
  /** How many of its visits; null: all. */
  readonly visits: number | null;
  /** Makes a folder for journals that are files. */
  readonly scratch: () => string;
  readonly json: boolean;
}

/** How the lines of a schedule are read; what stands in them is made in test/faults/world. */
const LEGEND = [
  'Each line: simulated ms · who · what happened.',
  '  T0.2            terminal 0, its second process (T0: whichever process it has)',
  '  2207#1          the first 2207; "handled 0": the centre did it, infcode 0; then what came back to the terminal',
  '  ! lostAfter     a fault strikes, by its kind (test/faults/plan/kinds.ts)',
  '  screen, press   what the screen shows and to whom; which key the person presses',
  '  a → b           the journal moves a settlement from state a to state b',
  '  audit, prints   a row of the audit chain; a slip goes to the printer, 0: the original',
];

/** One schedule, told line by line. Exit 0: nothing violated, 1: something, 2: it has no such item or visit. */
export async function replay({ seed, items, visits, scratch, json }: ReplayOptions): Promise<number> {
  endWhenInterrupted(() => `schedule ${seed}; nothing is reported`);
  const whole = makePlan(seed);
  const unknown = items?.find((item) => item >= whole.items.length);
  if (unknown !== undefined || (visits ?? 1) > whole.visits.length) {
    const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
    const things = count(whole.items.length, 'thing that goes wrong', 'things that go wrong');
    const has = `${things} (from 0 on) and ${count(whole.visits.length, 'visit', 'visits')}`;
    process.stderr.write(`Schedule ${seed} has ${has}: --keep and --visits name others.\n`);
    return 2;
  }
  const kept = items ?? whole.items.map((_, index) => index);
  const plan = keep(whole, kept, visits ?? whole.visits.length);
  const stage = createStage(scratch());
  const told = await stage.run(plan, (outcome) => ({ verdict: verdictOf(outcome), lines: outcome.evidence.lines }));
  const { verdict, lines } = told;
  const page = (): string => [...headOf(plan, kept), '', ...LEGEND, '', ...lines, '', ...tailOf(verdict)].join('\n');
  process.stdout.write(`${json ? JSON.stringify(verdict) : page()}\n`);
  return verdict.findings.length === 0 ? 0 : 1;
}

function headOf({ seed, setting, visits, items }: Plan, numbers: readonly number[]): readonly string[] {
  // The rest of the setting is off.
  const on = Object.entries(setting).filter(([, value]) => value !== false);
  return [
    `Schedule ${seed}: ${visits.length} ${visits.length === 1 ? 'visit' : 'visits'}; ${on.map(([name, value]) => (value === true ? name : `${name}=${value}`)).join(', ')}`,
    items.length === 0 ? 'Nothing goes wrong by plan.' : 'What goes wrong by plan, with its number for --keep:',
    ...items.map((item, index) => {
      const { is, ...rest } = item;
      const facts = Object.entries(rest).map(([name, value]) => `${name}=${value}`);
      return `  ${`${numbers[index]}`.padStart(2)}  ${is} ${facts.join(' ')}`;
    }),
  ];
}

function tailOf({ findings, digest }: ReturnType<typeof verdictOf>): readonly string[] {
  const lines = findings.map(({ invariant, what }) => `✗ ${invariant} (${INVARIANTS[invariant]}): ${what}`);
  const verdict = findings.length === 0 ? '0 violations: every invariant holds.' : `${findings.length} violations:`;
  return [verdict, ...lines, `digest ${digest}`];
}
