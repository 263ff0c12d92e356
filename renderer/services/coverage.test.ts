import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { CoverageView, LevelView } from '../../common/contracts/session/services/coverage.ts';
import { fen } from '../../common/kernel/money.ts';
import { bandedCoverage } from '../fixtures/coverage.ts';
import { partMarkup } from '../fixtures/drawn.ts';
import { levelsOn } from './coverage.ts';
import { CoverageSheet } from './coverage-page.tsx';
import { bandColumns } from './level-columns.ts';

const stays = levelsOn(bandedCoverage, { sheet: 1, page: 0 });

function drawn(levels: readonly LevelView[]): string {
  const scheme = { ...(bandedCoverage.scheme ?? expect.fail()), levels: [...levels] };
  const answer: CoverageView = { ...bandedCoverage, scheme };
  return partMarkup('zh-CN', createElement(CoverageSheet, { answer, place: { sheet: 0, page: 0 } }));
}

/** With every space a plain one: a number holds on to its word. */
const spaced = (text: string): string => text.replace(/\s/gu, ' ');

/** The cells of the row of a level, as text. */
function cellsOf(markup: string, level: number): readonly string[] {
  const row = new RegExp(`data-row="level${level}">(.*?)</tr>`).exec(markup)?.[1] ?? '';
  return [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => spaced(cell));
}

describe('what each level pays', () => {
  it('has a column for each band, and says its words once', () => {
    const markup = drawn(stays);
    expect(bandColumns(stays)).toEqual([3_000_000, 4_000_000, null]);
    expect(spaced(markup).match(/30000 元以下/g)).toHaveLength(1);
    expect(cellsOf(markup, 2)).toEqual(['二级', '87 %', '92 %', '97 %']);
  });

  it('a share reaches over the columns that it holds for', () => {
    const [first = expect.fail(), second = expect.fail(), third = expect.fail(), fourth = expect.fail()] = stays;
    const markup = drawn([
      first,
      { ...second, bands: [{ to: null, percent: '80' }] },
      {
        ...third,
        bands: [
          { to: fen(4_000_000), percent: '70' },
          { to: null, percent: '75' },
        ],
      },
      { ...fourth, bands: [] },
    ]);
    expect(cellsOf(markup, 1)).toEqual(['一级', '80 %']);
    expect(markup).toContain('<td colSpan="3">80 %');
    expect(cellsOf(markup, 2)).toEqual(['二级', '70 %', '75 %']);
    expect(markup).toContain('<td colSpan="2">70 %</td><td colSpan="1">75 %');
    expect(markup).toContain('<td colSpan="3">不付');
  });

  it('shows a deductible beside each level where they differ', () => {
    const plain = stays.map((level, index): LevelView => {
      const deductible = { how: 'stay', amount: fen((index + 2) * 10_000) } as const;
      return { ...level, deductible, bands: level.bands.slice(1) };
    });
    expect(cellsOf(drawn(plain), 1)).toEqual(['一级', '300 元', '95 %', '97 %']);
  });

  it('tells bands in words where they are more than there is room for', () => {
    const [first = expect.fail(), ...others] = stays;
    const more = [{ to: fen(2_000_000), percent: '80' }, ...first.bands];
    const markup = drawn([{ ...first, bands: more }, ...others]);
    expect(cellsOf(markup, 0)).toEqual(['社区', '20000 元以下 80 %，30000 元以下 90 %，40000 元以下 95 %，以上 97 %']);
  });
});
