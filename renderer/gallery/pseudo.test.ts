import { describe, expect, it } from 'vitest';
import { failureSentences } from '../../common/strings/failures.ts';
import { kioskStrings } from '../../common/strings/kiosk.ts';
import { pseudoText } from './pseudo.ts';

const texts = [...Object.values(kioskStrings), ...Object.values(failureSentences).map(({ person }) => person)].map(
  ({ en }) => en,
);

describe('the longer language', () => {
  it('keeps every place for a value and is 40 % longer', () => {
    for (const text of texts) {
      const pseudo = pseudoText(text);
      expect(pseudo.match(/\{\w+\}/gu) ?? []).toEqual(text.match(/\{\w+\}/gu) ?? []);
      const bare = [...text.replace(/\{\w+\}/gu, '')];
      if (/[A-Za-z]/.test(bare.join(''))) {
        expect([...pseudo].length - [...text].length).toBeGreaterThanOrEqual(Math.floor(bare.length * 0.4) - 1);
        expect(pseudo).not.toBe(text);
      } else expect(pseudo).toBe(text);
    }
  });
});
