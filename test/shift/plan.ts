import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import { type DrawnCase, drawCase } from '../../simulator/lab/draw-case.ts';
import type { Drawn } from './report.ts';
import { faultOf, type Story, storiesOf } from './stories.ts';

/** One person of the day, and what happens to her. */
export interface Planned {
  readonly visit: DrawnCase;
  readonly story: Story;
}

/** Far enough from the seeds of the other people of a day. */
const ANOTHER = 50_000;

/** The people of a day by its seed. No two have an encounter or an identity number in common. */
export function planDay(visits: number, seed: number, nowMs: number): readonly Planned[] {
  const taken = new Set<string>();
  return storiesOf(visits, seed).map((story, place) => {
    for (let at = seed * 100_000 + place; ; at += ANOTHER) {
      const visit = drawCase(at, nowMs);
      const names = [visit.encounter.encounterId, visit.identityNumber];
      if (names.some((name) => taken.has(name))) continue;
      for (const name of names) taken.add(name);
      return { visit, story };
    }
  });
}

export function isStay({ encounter }: Pick<DrawnVisit, 'encounter'>): boolean {
  return encounter.stay !== undefined;
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** What the day was made of. */
export function drawnOf(plan: readonly Planned[]): Drawn {
  const count = (is: (planned: Planned) => boolean): number => plan.filter(is).length;
  return {
    outpatient: count(({ visit }) => !isStay(visit)),
    inpatient: count(({ visit }) => isStay(visit)),
    elsewhere: count(({ visit }) => visit.elsewhere),
    family: count(({ visit }) => visit.family),
    refunds: count(({ story }) => story === 'refund' || story === 'refundLost'),
    partialRefunds: count(({ story }) => story === 'partial'),
    centreFaults: count(({ story }) => faultOf(story) === 'centre'),
    deviceFaults: count(({ story }) => faultOf(story) === 'device'),
    schemes: counted(plan.map(({ visit: { scheme } }) => `${scheme.insutype}/${scheme.psnType}`)),
    cases: counted(plan.map(({ visit }) => visit.kind)),
    stories: counted(plan.map(({ story }) => story)),
  };
}

/** The bill as the hospital says it after it took the last line off. */
export function shortened({ encounter }: Pick<DrawnVisit, 'encounter'>): DrawnVisit['encounter'] {
  const lines = encounter.lines.slice(0, -1);
  const total = lines.reduce((sum, line) => sum + Math.round(Number(line.amount) * 100), 0);
  return { ...encounter, lines, total: (total / 100).toFixed(2) };
}
