import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPITAL_EM, type Glass, leastCapitalMm, propertiesOf, pxPerMm, sizesOf } from './glass.ts';

const upright: Glass = {
  widthMm: 267.8,
  heightMm: 476.1,
  widthPx: 1080,
  heightPx: 1920,
  distanceMm: 600,
  textSize: 'normal',
};

describe('sizes on a glass', () => {
  it.each([
    [500, 6.11],
    [600, 7.33],
    [800, 9.77],
  ])('0.7° at %i mm is a capital of %f mm', (distance, capital) => {
    expect(leastCapitalMm(distance)).toBeCloseTo(capital, 2);
  });

  it('draws a 21.5" full HD panel at its own mm, either way round', () => {
    expect(sizesOf(upright).unitPx).toBeCloseTo(4.0327, 3);
    expect(sizesOf(upright).type).toBe(1);
    const turned = { ...upright, widthMm: 476.1, heightMm: 267.8, widthPx: 1920, heightPx: 1080 };
    expect(sizesOf(turned).unitPx).toBeCloseTo(4.0327, 3);
    // A browser window that is turned against the profile stands for the panel turned.
    expect(sizesOf({ ...upright, widthPx: 1920, heightPx: 1080 })).toEqual(sizesOf(turned));
  });

  it('a hair of window border does not shrink the screen by more than that hair', () => {
    expect(sizesOf({ ...upright, heightPx: 1916 }).unitPx).toBeCloseTo(4.0245, 3);
  });

  it.each([
    ['normal', 1],
    ['large', 1.16],
    ['largest', 1.33],
  ] as const)('%s text is %f of the drawing', (textSize, factor) => {
    expect(sizesOf({ ...upright, textSize }).type).toBeCloseTo(factor, 6);
    expect(sizesOf({ ...upright, textSize, plain: true }).type).toBeGreaterThan(factor * 1.12);
  });

  it('a large panel read from further away is drawn larger; one that has no room has larger text alone', () => {
    const far = sizesOf({ ...upright, distanceMm: 900, widthMm: 398, heightMm: 708 });
    expect(far.unitPx / (1080 / 398)).toBeGreaterThan(1.4);
    expect(far.leastType).toBeCloseTo(1, 6);
    const tight = sizesOf({ ...upright, distanceMm: 900 });
    expect(tight.unitPx).toBeCloseTo(4.0327, 3);
    expect(tight.leastType).toBeCloseTo(1.429, 2);
  });

  it('on a small panel the drawing shrinks and the law does not', () => {
    const small = { ...upright, widthMm: 376.3, heightMm: 301.1, widthPx: 1280, heightPx: 1024 };
    const { unitPx, leastTextPx, leastKeyPx, leastType } = sizesOf(small);
    expect(unitPx).toBeCloseTo(2.689, 2);
    expect(leastKeyPx).toBeCloseTo(68, 0);
    expect(leastTextPx).toBeCloseTo(34, 0);
    expect(leastType * 10.5 * unitPx).toBeCloseTo(leastTextPx, 6);
  });

  it('holds 0.7° and 20 mm on every glass and at every distance', () => {
    const glass = fc.record({
      widthMm: fc.double({ min: 150, max: 1200, noNaN: true }),
      heightMm: fc.double({ min: 150, max: 1200, noNaN: true }),
      widthPx: fc.integer({ min: 600, max: 4000 }),
      heightPx: fc.integer({ min: 600, max: 4000 }),
      distanceMm: fc.integer({ min: 300, max: 1500 }),
      textSize: fc.constantFrom('normal' as const, 'large' as const, 'largest' as const),
    });
    fc.assert(
      fc.property(glass, (each) => {
        const { unitPx, type, leastTextPx, leastKeyPx } = sizesOf(each);
        const capitalMm = (10.5 * unitPx * type * CAPITAL_EM) / pxPerMm(each);
        expect(capitalMm).toBeGreaterThanOrEqual(leastCapitalMm(each.distanceMm) - 1e-6);
        expect(leastTextPx * CAPITAL_EM).toBeCloseTo(leastCapitalMm(each.distanceMm) * pxPerMm(each), 6);
        expect(leastKeyPx / pxPerMm(each)).toBeCloseTo(20, 6);
        expect(type).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('gives the style sheets four properties', () => {
    expect(propertiesOf({ ...upright, textSize: 'large' })).toEqual({
      '--mm': '4.0328px',
      '--type': '1.16',
      '--least-text': '40.34375px',
      '--least-key': '80.65625px',
    });
  });
});
