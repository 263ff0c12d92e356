import type { CoverageAnswer } from '../../common/contracts/benefits/coverage.ts';
import {
  type CoverageView,
  coverageViewSchema,
  type LevelView,
} from '../../common/contracts/session/services/coverage.ts';
import { compare, ONE } from '../../common/kernel/ratio.ts';
import { yuan } from '../session/visit-view.ts';
import { exact, percentOf } from './exact.ts';
import type { ResidentService } from './resident-service.ts';

/** S8: what the medical insurance in force pays: employees', residents' or a rural scheme. */
export const coverage: ResidentService<CoverageView> = {
  name: 'coverage',
  offers: ['medical', 'residentMedical', 'ruralMedical', 'majorMedical'],
  ask: (query, benefits, person) => query(benefits.coverage(person), coverageViewOf),
};

type Answered = NonNullable<CoverageAnswer['scheme']>['levels'][number];

/** Shares of a whole, bands that rise and end open, no deductible where there is none. */
function holds({ deductible, bands }: Answered): boolean {
  const ends = bands.map(({ to }) => (to === null ? Number.POSITIVE_INFINITY : yuan(to)));
  return (
    (deductible.how !== 'none' || yuan(deductible.amount) === 0) &&
    bands.every(({ share }) => compare(exact(share), ONE) <= 0) &&
    ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0)) &&
    (ends.length === 0 || ends.at(-1) === Number.POSITIVE_INFINITY)
  );
}

function levelOf({ kind, level, deductible, bands, ceiling, illustrative }: Answered): LevelView {
  return {
    kind,
    level,
    deductible: { how: deductible.how, amount: yuan(deductible.amount) },
    bands: bands.map(({ to, share }) => ({ to: to === null ? null : yuan(to), percent: percentOf(share) })),
    ceiling: ceiling === null ? null : yuan(ceiling),
    illustrative,
  };
}

/** The answer in fen, or null where a level stands twice or its bands cannot be. */
export function coverageViewOf({ insutype, scheme, asOf }: CoverageAnswer): CoverageView | null {
  const all = scheme?.levels ?? [];
  const places = new Set(all.map(({ kind, level }) => `${kind} ${level}`));
  if (places.size !== all.length || !all.every(holds)) return null;
  const parsed = coverageViewSchema.safeParse({
    service: 'coverage',
    insutype,
    scheme: scheme === null ? null : { ...scheme, levels: all.map(levelOf) },
    asOf,
  });
  return parsed.success ? parsed.data : null;
}
