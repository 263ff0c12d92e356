import fc from 'fast-check';
import { type Fen, fen, parseFen, ZERO_FEN } from '../../../../common/kernel/money.ts';
import type { Result } from '../../../../common/kernel/result.ts';
import { loadMedicalPlan, loadMedicalPlans } from '../../../plans/medical/load.ts';
import type { MedicalPlan } from '../../../plans/medical/schema.ts';
import type { Outcome } from '../outcome.ts';
import type { Situation } from '../situation.ts';
import { NOTHING_USED } from '../year-use.ts';

/** Bills for tests: one that is named, and any. */

export const money = (text: string): Fen => {
  const amount = parseFen(text);
  if (!amount.ok) throw new Error(`not an amount: ${text}`);
  return amount.value;
};

interface Changes {
  readonly visit?: Partial<Situation['visit']>;
  readonly patient?: Partial<Situation['patient']>;
  readonly purses?: Partial<Situation['purses']>;
  readonly used?: Situation['used'];
  readonly scopes?: Partial<Situation['scopes']>;
}

/** An employee's bill of `amount` inside the scope, as a plan's file would settle it; `changes` say what is otherwise. */
export function bill(plan: string | MedicalPlan, date: string, amount: string, changes: Changes = {}): Situation {
  return {
    plan: typeof plan === 'string' ? loadMedicalPlan(plan) : plan,
    patient: {
      psnType: '11',
      birthDate: null,
      workedSince: null,
      retiredSince: null,
      statuses: [],
      ...changes.patient,
    },
    visit: { kind: 'outpatient', date, level: 3, away: null, disease: null, ...changes.visit },
    scopes: { ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: money(amount), ...changes.scopes },
    used: changes.used ?? NOTHING_USED,
    purses: { current: ZERO_FEN, earlier: ZERO_FEN, family: [], ...changes.purses },
  };
}

/** The value of a Result that must be one. */
export function settled(answer: Result<Outcome, string>): Outcome {
  if (!answer.ok) throw new Error(`refused: ${answer.error}`);
  return answer.value;
}

/** What a layer paid. */
export function paidBy(outcome: Outcome, id: string): Fen {
  return outcome.layers.find((layer) => layer.id === id)?.fund ?? ZERO_FEN;
}

const plans = loadMedicalPlans();
const amount = (max: number) => fc.integer({ min: 0, max }).map(fen);
const statuses = ['公务员', '低保', '特困', '返贫'];

const kindsOf = (plan: MedicalPlan) => [
  ...Object.values(plan.benefits).flatMap(({ kinds }) => kinds),
  ...plan.without.flatMap(({ kinds }) => kinds),
];
const awayOf = (plan: MedicalPlan) =>
  plan.away === null
    ? [null]
    : [null, null, 'longTerm' as const, 'referred' as const, 'emergency' as const, 'unfiled' as const];

const visitOf = (plan: MedicalPlan) =>
  fc.record({
    kind: fc.constantFrom(...kindsOf(plan)),
    date: fc.double({ min: 0, max: 1, noNaN: true }).map((part) => dayWithin(plan, part)),
    level: fc.integer({ min: 0, max: 3 }),
    away: fc.constantFrom(...awayOf(plan)),
    disease: fc.constantFrom(null, null, null, 'SD001'),
  });

const patientOf = (plan: MedicalPlan) =>
  fc.record({
    psnType: fc.constantFrom(...plan.categories.map(({ psnType }) => psnType)),
    birthDate: fc.constantFrom(null, '1938-02-28', '1955-12-31', '1960-06-15', '1990-01-01', '2005-09-01'),
    workedSince: fc.constantFrom(null, '1980-01-01', '2003-01-01'),
    retiredSince: fc.constantFrom(null, '1999-01-01', '2003-01-01'),
    statuses: fc.subarray(statuses),
  });

const scopes = fc.record({
  ownPay: amount(50_000),
  overLimit: amount(50_000),
  preSelfPay: amount(50_000),
  inScope: fc.oneof(amount(1_000), amount(1_000_000), amount(60_000_000)),
});

const used = fc.record({
  amounts: fc.dictionary(
    fc.constantFrom('outpatient', 'pool', 'outpatientMutual', 'critical', 'burden:critical', 'burden:assistance'),
    amount(20_000_000),
  ),
  stays: fc.integer({ min: 0, max: 3 }),
});

const purses = fc.record({
  current: amount(300_000),
  earlier: amount(300_000),
  family: fc.array(fc.record({ owner: fc.constantFrom('a', 'b'), balance: amount(100_000) }), { maxLength: 2 }),
});

/** Any bill under any plan file, of a kind that the plan names; some are refused for their day. */
export const anyBill: fc.Arbitrary<Situation> = fc
  .constantFrom(...plans)
  .chain((plan) =>
    fc.record({ plan: fc.constant(plan), patient: patientOf(plan), visit: visitOf(plan), scopes, used, purses }),
  );

function dayWithin(plan: MedicalPlan, part: number): string {
  const [from, to] = [Date.parse(plan.valid.value.from), Date.parse(plan.valid.value.to)];
  return new Date(from + Math.floor((to - from) * part)).toISOString().slice(0, 10);
}
