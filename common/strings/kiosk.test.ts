import { describe, expect, it } from 'vitest';
import { kioskStrings } from './kiosk.ts';
import type { Sentence } from './sentence.ts';

const all = Object.entries(kioskStrings) as readonly (readonly [string, Sentence])[];
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('kiosk strings', () => {
  it.each(all)('%s is complete in both languages with the same values', (key, { zh, en, spoken }) => {
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    const dated = key === 'day.other';
    if (!dated) expect(placeholders(en)).toEqual(placeholders(zh));
    if (spoken === undefined) return;
    expect(placeholders(spoken.zh)).toEqual(placeholders(zh));
    expect(placeholders(spoken.en)).toEqual(placeholders(en));
    expect(spoken).not.toEqual({ zh, en });
  });

  it('never blame, never say OK on a key', () => {
    for (const [key, { zh }] of all) {
      expect(zh, key).not.toMatch(/失败|错误|异常|非法|确定$/);
      expect([...zh.replace(/\{\w+\}/g, '')].length, key).toBeLessThanOrEqual(24);
    }
  });
});
