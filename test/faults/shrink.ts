import type { Verdict } from './campaign.ts';
import type { Plan } from './plan/plan.ts';

/** The smallest plan found that still breaks one of the same invariants, and which items of the first it kept. */
export interface Shrunk {
  readonly plan: Plan;
  readonly kept: readonly number[];
  readonly visits: number;
}

/** Takes visits and items away, one by one, as long as an invariant that was broken stays broken. */
export async function shrink(run: (plan: Plan) => Promise<Verdict>, plan: Plan, verdict: Verdict): Promise<Shrunk> {
  const broken = new Set(verdict.findings.map(({ invariant }) => invariant));
  const stillFails = async (candidate: Plan): Promise<boolean> =>
    (await run(candidate)).findings.some(({ invariant }) => broken.has(invariant));
  let kept = plan.items.map((_, index) => index);
  let visits = plan.visits.length;
  const made = (): Plan => keep(plan, kept, visits);
  for (let smaller = true; smaller; ) {
    smaller = false;
    while (visits > 1 && (await stillFails(keep(plan, kept, visits - 1)))) {
      visits -= 1;
      smaller = true;
    }
    for (const index of kept) {
      const without = kept.filter((one) => one !== index);
      if (!(await stillFails(keep(plan, without, visits)))) continue;
      kept = without;
      smaller = true;
      break;
    }
  }
  return { plan: made(), kept, visits };
}

/** The plan with only these of its items, and its first visits. */
export function keep(plan: Plan, items: readonly number[], visits: number): Plan {
  return {
    ...plan,
    items: plan.items.filter((_, index) => items.includes(index)),
    visits: plan.visits.slice(0, visits),
  };
}
