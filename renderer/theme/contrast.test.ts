import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, type Rgb, rgbOf } from './contrast.ts';
import { colours, partPairs, textPairs } from './palette.ts';

const css = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');

/** The colours that a rule sets. */
function coloursIn(text: string, selector: string): Record<string, string> {
  const start = text.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const block = text.slice(start, text.indexOf('\n}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

const standard = coloursIn(css('tokens.css'), '[data-theme]');
const themes: Readonly<Record<string, Record<string, string>>> = {
  standard,
  elder: { ...standard, ...coloursIn(css('themes.css'), '[data-theme="elder"]') },
  contrast: { ...standard, ...coloursIn(css('themes.css'), '[data-theme="contrast"]') },
};

function colour(theme: string, name: string): Rgb {
  const rgb = rgbOf(themes[theme]?.[name] ?? '');
  if (rgb === null) throw new Error(`${theme} has no --${name}`);
  return rgb;
}

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#10201e', '#ffffff', 16.84],
  ])('of %s and %s is %f', (one, other, ratio) => {
    expect(contrast(rgbOf(one) as Rgb, rgbOf(other) as Rgb)).toBeCloseTo(ratio, 2);
    expect(contrast(rgbOf(other) as Rgb, rgbOf(one) as Rgb)).toBeCloseTo(ratio, 2);
  });

  it('knows what is no opaque colour', () => {
    expect(rgbOf('rgb(1, 2, 3)')).toEqual([1, 2, 3]);
    expect(rgbOf('#0fa')).toEqual([0, 255, 170]);
    for (const css of ['rgba(0, 0, 0, 0)', 'transparent', '#ff', '']) expect(rgbOf(css)).toBe(null);
  });
});

describe.each(Object.keys(themes))('%s', (theme) => {
  it('has every colour', () => {
    for (const name of colours) expect(colour(theme, name), name).toHaveLength(3);
  });

  it.each(textPairs)('%s on %s is read at 7:1', (text, ground) => {
    expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(partPairs)('%s beside %s is seen at 3:1', (part, ground) => {
    expect(contrast(colour(theme, part), colour(theme, ground))).toBeGreaterThanOrEqual(3);
  });
});
