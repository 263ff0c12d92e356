import type { Birth, MaternityView } from '../../common/contracts/session/services/maternity.ts';
import { type Worked, type WorkedService, workedFace } from './worked.ts';

function birthPart({ month, average, daysPerMonth, days, allowance }: Birth): Worked {
  return {
    name: 'maternity.allowance',
    fen: allowance,
    formula: 'maternity.how',
    terms: [
      { name: 'maternity.month', value: { month }, mark: 'month' },
      { name: 'maternity.average', value: { fen: average }, mark: 'average' },
      { name: 'maternity.daysPerMonth', value: { text: daysPerMonth }, mark: 'daysPerMonth' },
      { name: 'maternity.days', value: { words: 'unit.days', values: { days } }, mark: 'days' },
    ],
  };
}

/** S8: the allowance of each birth; the newest stands on the first sheet. */
export const maternityService: WorkedService<MaternityView> = {
  summaryOf({ insured, births, illustrative }) {
    const [newest] = births;
    const notes = [{ words: insured ? 'maternity.insured' : 'maternity.notInsured' } as const];
    if (newest === undefined) {
      return { title: { words: 'maternity.none' }, big: null, facts: [], notes, illustrative: false };
    }
    const { month, days, allowance } = newest;
    return {
      title: { words: 'home.maternity' },
      big: { name: 'maternity.allowance', fen: allowance },
      facts: [
        { name: 'maternity.month', value: { month }, mark: 'month' },
        { name: 'maternity.days', value: { words: 'unit.days', values: { days } }, mark: 'days' },
      ],
      notes,
      illustrative,
    };
  },
  workedOf: ({ births }) => births.map(birthPart),
};

export const maternityFace = workedFace(maternityService);
