import { describe, expect, test } from 'vitest';
import { fen } from '../../../common/kernel/money.ts';
import { ratesFor } from '../../people/records.ts';
import { loadCity, loadNational } from '../../plans/social/load.ts';
import { declarationRuleOn, duesOf, fitOf, totalOf } from './declaration.ts';

const beijing = loadCity('beijing');
const rates = ratesFor(beijing, loadNational(), '2009-05', 'flexible');

/** "pension 1490.00: 298.00" of each line. */
const linesOf = (base: number, day = '2009-05-15') =>
  duesOf(beijing, day, rates, fen(base)).map(({ insurance, fund, base: own, amount }) => {
    return [`${insurance} ${fund}`.trim(), own, amount];
  });

describe('a base that is declared in Beijing, 2009 (the notice of BJ-P2)', () => {
  test('limits and choices are those of the notice', () => {
    expect(declarationRuleOn(beijing, '2009-05-15')).toMatchObject({
      ...{ average: 372_600, floor: 149_000, ceiling: 1_117_800, since: '2009-04-01' },
      choices: [
        { share: '0.4', base: 149_000 },
        { share: '0.6', base: 223_600 },
        { share: '1', base: 372_600 },
      ],
    });
  });

  test('what each base costs is what the notice says, and nothing is taken of subsidised people', () => {
    const medical = [
      ['medical', 260_800, 16_952],
      ['medical mutual', 260_800, 1304],
    ];
    expect(linesOf(149_000)).toEqual([['pension', 149_000, 29_800], ['unemployment', 149_000, 1788], ...medical]);
    expect(linesOf(223_600)).toEqual([['pension', 223_600, 44_720], ['unemployment', 223_600, 2683], ...medical]);
    expect(linesOf(372_600)).toEqual([['pension', 372_600, 74_520], ['unemployment', 372_600, 4471], ...medical]);
    expect(totalOf(duesOf(beijing, '2009-05-15', rates, fen(149_000)))).toBe(29_800 + 1788 + 16_952 + 1304);
  });

  test('both limits fit, and nothing beyond them', () => {
    const rule = declarationRuleOn(beijing, '2009-05-15') ?? expect.unreachable();
    const fits = [148_999, 149_000, 1_117_800, 1_117_801].map((base) => fitOf(fen(base), rule));
    expect(fits).toEqual(['under', 'fits', 'fits', 'over']);
  });
});

test('an insurance without a base of its own goes by the declared one, but not below its own floor', () => {
  const national = ratesFor(beijing, loadNational(), '2026-11', 'flexible');
  const bases = (declared: number) =>
    duesOf(beijing, '2026-11-22', national, fen(declared)).map(({ insurance, base }) => [insurance, base]);
  expect(bases(186_900)).toEqual([
    ['pension', 186_900],
    ['medical', 280_300],
  ]);
  expect(bases(300_000)).toEqual([
    ['pension', 300_000],
    ['medical', 300_000],
  ]);
});

test('a city that names no choices takes no declarations', () => {
  expect(declarationRuleOn(loadCity('harbin'), '2026-11-22')).toBeNull();
  expect(declarationRuleOn(loadCity('shanghai'), '2009-05-15')).toBeNull();
});
