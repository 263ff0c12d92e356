import { describe, expect, it } from 'vitest';
import { cityLevels, levelsOf } from './levels.ts';
import { placeSchema } from './place.ts';

const names = ['东山区', '中山街道', '长寿社区', '一层'];

describe('a terminal’s place', () => {
  it.each(cityLevels.map(({ city, levels }) => [city, levels.length] as const))('%s has %i levels', (city, count) => {
    for (let deep = 1; deep <= names.length + 1; deep++) {
      const place = [city, ...names].slice(0, deep);
      expect(placeSchema.safeParse(place).success, place.join()).toBe(deep <= count);
    }
  });

  it('three levels or four, and both occur', () => {
    expect([...new Set(cityLevels.map(({ levels }) => levels.length))].sort()).toEqual([3, 4]);
    expect(levelsOf('哈尔滨市')).toHaveLength(3);
    expect(levelsOf('别处')).toBeNull();
  });

  it('what is wrong says what may stand there', () => {
    const wrong = (place: readonly string[]) =>
      placeSchema.safeParse(place).error?.issues.map(({ message }) => message);
    expect(wrong(['别处'])?.[0]).toContain('海川市');
    expect(wrong(['哈尔滨市', '道里区', '一街道', '一社区'])).toEqual([
      'at most 3 names in 哈尔滨市: 市、区县、街道乡镇',
    ]);
    expect(wrong([])).toHaveLength(1);
  });
});
