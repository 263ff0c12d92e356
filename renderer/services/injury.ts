import type { Accident, InjuryView } from '../../common/contracts/session/services/injury.ts';
import type { Fact } from './facts.ts';
import { type Worked, type WorkedService, workedFace } from './worked.ts';

function lumpSumPart({ wage, lumpSum }: Accident): readonly Worked[] {
  if (lumpSum === null) return [];
  const terms: readonly Fact[] = [
    { name: 'injury.wage', value: { fen: wage }, mark: 'wage' },
    { name: 'injury.months', value: { words: 'unit.months', values: { months: lumpSum.months } }, mark: 'months' },
  ];
  return [{ name: 'injury.lumpSum', fen: lumpSum.amount, formula: 'injury.lumpSum.how', terms }];
}

function allowancePart({ wage, allowance }: Accident): readonly Worked[] {
  if (allowance === null) return [];
  const { percent, least, amount } = allowance;
  const terms: readonly Fact[] = [
    { name: 'injury.wage', value: { fen: wage }, mark: 'wage' },
    { name: 'injury.share', value: { words: 'unit.percent', values: { percent } }, mark: 'share' },
    ...(least === null ? [] : [{ name: 'injury.least', value: { fen: least }, mark: 'least' } as const]),
  ];
  return [{ name: 'injury.allowance', fen: amount, formula: 'injury.allowance.how', terms }];
}

function differencePart({ allowance, pension, difference }: Accident): readonly Worked[] {
  if (allowance === null || pension === null || difference === null) return [];
  const terms: readonly Fact[] = [
    { name: 'injury.allowance', value: { fen: allowance.amount }, mark: 'allowance' },
    { name: 'injury.pension', value: { fen: pension }, mark: 'pension' },
  ];
  return [{ name: 'injury.difference', fen: difference, formula: 'injury.difference.how', terms }];
}

function nursingPart({ nursing }: Accident): readonly Worked[] {
  if (nursing === null) return [];
  const { need, percent, average, amount } = nursing;
  const terms: readonly Fact[] = [
    { name: 'injury.need', value: { words: `injury.need.${need}` }, mark: 'need' },
    { name: 'injury.average', value: { fen: average }, mark: 'average' },
    { name: 'injury.share', value: { words: 'unit.percent', values: { percent } }, mark: 'share' },
  ];
  return [{ name: 'injury.nursing', fen: amount, formula: 'injury.nursing.how', terms }];
}

/** What comes each month first, then what was paid once. */
function partsOf(accident: Accident): readonly Worked[] {
  return [...differencePart(accident), ...allowancePart(accident), ...nursingPart(accident), ...lumpSumPart(accident)];
}

/** S8: what an accident gives, each sum with how it is worked out. */
export const injuryService: WorkedService<InjuryView> = {
  summaryOf({ insured, accident }) {
    const notes = [{ words: insured ? 'injury.insured' : 'injury.notInsured' } as const];
    if (accident === null) {
      return { title: { words: 'injury.none' }, big: null, facts: [], notes, illustrative: false };
    }
    const { grade, month, monthly, illustrative } = accident;
    const sums = partsOf(accident).map(({ name, fen }): Fact => {
      return { name, value: { fen }, mark: name.slice('injury.'.length) };
    });
    return {
      title: { words: 'injury.grade', values: { grade } },
      big: monthly === 0 ? null : { name: 'injury.monthly', fen: monthly },
      facts: [{ name: 'injury.month', value: { month }, mark: 'month', minor: true }, ...sums],
      notes: accident.monthly > 0 ? [] : notes,
      illustrative,
    };
  },
  workedOf: ({ accident }) => (accident === null ? [] : partsOf(accident)),
};

export const injuryFace = workedFace(injuryService);
