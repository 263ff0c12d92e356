import { describe, expect, it } from 'vitest';
import type { CoverageAnswer } from '../../common/contracts/benefits/coverage.ts';
import { coverageViewOf } from './coverage.ts';

type Level = NonNullable<CoverageAnswer['scheme']>['levels'][number];

const clinic: Level = {
  kind: 'outpatient',
  level: 0,
  deductible: { how: 'year', amount: '1800.00' },
  bands: [
    { to: '30000.00', share: '0.85' },
    { to: null, share: '0.9' },
  ],
  ceiling: '20000.00',
  illustrative: false,
};

function answerOf(...levels: readonly Level[]): CoverageAnswer {
  const scheme = { city: '北京市', name: '城镇职工基本医疗保险', from: '2010-05-01', to: '2012-12-31' };
  return { insutype: '310', scheme: { ...scheme, levels: [...levels] }, asOf: '2011-12-31 12:00:00' };
}

describe('what the insurance in force pays', () => {
  it('is shown as it stands', () => {
    expect(coverageViewOf(answerOf(clinic))?.scheme?.levels).toEqual([
      {
        kind: 'outpatient',
        level: 0,
        deductible: { how: 'year', amount: 180_000 },
        bands: [
          { to: 3_000_000, percent: '85' },
          { to: null, percent: '90' },
        ],
        ceiling: 2_000_000,
        illustrative: false,
      },
    ]);
    expect(coverageViewOf({ ...answerOf(), scheme: null })?.scheme).toBeNull();
    expect(coverageViewOf(answerOf({ ...clinic, bands: [] }))?.scheme?.levels[0]?.bands).toEqual([]);
  });

  it.each<[string, readonly Level[]]>([
    ['a level twice', [clinic, clinic]],
    ['a share above the whole', [{ ...clinic, bands: [{ to: null, share: '1.01' }] }]],
    [
      'bands that fall',
      [
        {
          ...clinic,
          bands: [
            { to: '30000.00', share: '0.8' },
            { to: '20000.00', share: '0.9' },
            { to: null, share: '1' },
          ],
        },
      ],
    ],
    ['a last band that ends', [{ ...clinic, bands: [{ to: '30000.00', share: '0.85' }] }]],
    [
      'two bands that are open',
      [
        {
          ...clinic,
          bands: [
            { to: null, share: '0.8' },
            { to: null, share: '0.9' },
          ],
        },
      ],
    ],
    ['a sum where there is no deductible', [{ ...clinic, deductible: { how: 'none', amount: '0.01' } }]],
  ])('%s: nothing is shown', (_what, levels) => {
    expect(coverageViewOf(answerOf(...levels))).toBeNull();
  });
});
