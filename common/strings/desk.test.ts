import { describe, expect, it } from 'vitest';
import { deskStrings } from './desk.ts';
import type { Sentence } from './sentence.ts';

const all = Object.entries(deskStrings) as readonly (readonly [string, Sentence])[];
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the desk’s strings', () => {
  it.each(all)('%s is complete in both languages with the same values', (_, { zh, en }) => {
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(placeholders(en)).toEqual(placeholders(zh));
  });

  it('never say "failed", and are short enough for a line', () => {
    expect(all.length).toBeGreaterThan(200);
    for (const [key, { zh }] of all) {
      expect(zh, key).not.toMatch(/失败|错误|异常|非法/);
      expect([...zh.replace(/\{\w+\}/g, '')].length, key).toBeLessThanOrEqual(40);
    }
  });
});
