import { describe, expect, it } from 'vitest';
import { fitSteps } from './steps.ts';

describe('what is tried until a screen stands', () => {
  it('gives up pictures and second words before size, and never goes below the law', () => {
    const steps = fitSteps(1.33, 1);
    expect(steps.slice(0, 4)).toEqual([
      { type: 1.33, level: 0 },
      { type: 1.33, level: 1 },
      { type: 1.33, level: 2 },
      { type: 1.33, level: 3 },
    ]);
    expect(steps.slice(-4).map(({ type }) => type)).toEqual([1, 1, 1, 1]);
    expect(Math.min(...steps.map(({ type }) => type))).toBe(1);
    const types = steps.map(({ type }) => type);
    expect(types).toEqual([...types].sort((a, b) => b - a));
  });

  it('at the least size only what is shown can give way', () => {
    expect(fitSteps(1, 1)).toEqual([
      { type: 1, level: 0 },
      { type: 1, level: 1 },
      { type: 1, level: 2 },
      { type: 1, level: 3 },
    ]);
  });
});
