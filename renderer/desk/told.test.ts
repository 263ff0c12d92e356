import { expect, it } from 'vitest';
import { type FailureCode, failureCodes } from '../../common/contracts/failures.ts';
import { sayIn } from './text.ts';
import { toldAtDesk } from './told.ts';

const told = (locale: 'zh-CN' | 'en', code: FailureCode): string =>
  toldAtDesk((key, values) => sayIn(locale, key, values), code);

it('nobody who stands at the desk is sent to a window, and everybody is told something', () => {
  for (const code of failureCodes) {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(told(locale, code), code).not.toMatch(/窗口|window/u);
      expect(told(locale, code), code).toMatch(/\S{2}.*[。.]$/u);
    }
  }
});

it('says what is safe, and where a card is mended that no desk can mend', () => {
  expect(told('zh-CN', 'CENTRE_REFUSED')).toBe('没有扣钱，医保中心没同意这笔。');
  expect(told('zh-CN', 'CARD_LOCKED')).toBe('卡锁住了，里面的钱还在。请带身份证去社保卡网点办。');
  expect(told('en', 'CARD_LOCKED')).toBe(
    'The card is locked; its money is safe. Please take your ID card to a social security card office.',
  );
  expect(told('en', 'SETTLEMENT_REVERSED')).toMatch(/^Nothing was taken.*\. .*\.$/u);
});
