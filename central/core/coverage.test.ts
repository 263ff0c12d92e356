import { describe, expect, test } from 'vitest';
import { coverageSchema } from '../../common/contracts/benefits/coverage.ts';
import { formatRatio } from '../../common/kernel/ratio.ts';
import { levelCoverage } from '../benefits/medical/level-coverage.ts';
import { loadMedicalPlan, loadMedicalPlans } from '../plans/medical/load.ts';

const nobody = { birthDate: '1990-01-01', workedSince: null, retiredSince: null, statuses: [] };

/** "0.85" and the like of each band, by kind and level. */
function sharesOf(id: string, psnType: string, date: string) {
  const all = levelCoverage(loadMedicalPlan(id), { ...nobody, psnType }, date);
  return Object.fromEntries(
    all.map(({ kind, level, bands }) => [`${kind} ${level}`, bands.map(({ share }) => formatRatio(share, 3))]),
  );
}

describe('what a scheme pays, level by level', () => {
  test('residents of Harbin: two levels of clinic, four of hospital, deductibles by level', () => {
    expect(sharesOf('harbin/resident-2022', '16', '2026-03-02')).toEqual({
      'outpatient 0': ['0.600'],
      'outpatient 1': ['0.500'],
      'outpatient 2': [],
      'outpatient 3': [],
      'inpatient 0': ['0.850'],
      'inpatient 1': ['0.800'],
      'inpatient 2': ['0.700'],
      'inpatient 3': ['0.600'],
    });
    const all = levelCoverage(loadMedicalPlan('harbin/resident-2022'), { ...nobody, psnType: '16' }, '2026-03-02');
    const stays = all.filter(({ kind }) => kind === 'inpatient');
    expect(stays.map(({ deductible }) => deductible.amount)).toEqual([20_000, 24_000, 48_000, 72_000]);
    expect(stays.every(({ deductible, ceiling }) => deductible.how === 'stay' && ceiling === 15_000_000)).toBe(true);
  });

  test('before a benefit is in force it is left out', () => {
    expect(sharesOf('harbin/resident-2022', '16', '2024-12-31')).toEqual({});
    expect(Object.keys(sharesOf('beijing/resident-2010', '16', '2010-12-31'))).toEqual(
      [0, 1, 2, 3].map((level) => `inpatient ${level}`),
    );
  });

  test('employees of Beijing in bands; of retired people the person’s part is 60 % of it', () => {
    const employed = sharesOf('beijing/employee-2010', '11', '2010-06-15');
    expect(employed['inpatient 3']).toEqual(['0.850', '0.900', '0.950']);
    expect(employed['inpatient 2']).toEqual(['0.870', '0.920', '0.970']);
    expect(employed['outpatient 0']).toEqual(['0.900']);
    // 1 − 0.15 × 0.6, as the rules have it: 91 %, 94 %, 97 %.
    expect(sharesOf('beijing/employee-2010', '12', '2010-06-15')['inpatient 3']).toEqual(['0.910', '0.940', '0.970']);
  });

  test('somebody of a category that the plan does not have has no terms', () => {
    expect(sharesOf('harbin/resident-2022', '99', '2026-03-02')).toEqual({});
  });

  test('no plan has a band above the whole, and every band ends above the one before', () => {
    for (const plan of loadMedicalPlans()) {
      for (const { psnType } of plan.categories) {
        const levels = levelCoverage(plan, { ...nobody, psnType }, plan.valid.value.to);
        for (const { bands, deductible } of levels) {
          const ends = bands.map(({ to }) => to ?? Number.POSITIVE_INFINITY);
          expect([...ends].sort((a, b) => a - b)).toEqual(ends);
          expect(bands.every(({ share }) => share.num >= 0n && share.num <= share.den)).toBe(true);
          expect(deductible.amount).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});

test('the contract refuses a level that there is not', () => {
  const level = { kind: 'outpatient', level: 4, deductible: { how: 'none', amount: '0.00' }, bands: [], ceiling: null };
  const scheme = {
    city: '哈尔滨市',
    name: 'x',
    from: '2022-01-01',
    to: '2026-12-31',
    levels: [{ ...level, illustrative: false }],
  };
  const answer = { insutype: '390', scheme, asOf: '2026-03-02 12:00:00' };
  expect(coverageSchema.safeParse(answer).success).toBe(false);
});
