import { describe, expect, test } from 'vitest';
import { slipDocumentSchema } from '../../common/contracts/slip.ts';
import { HOLDER, prepared } from '../testing/people.ts';
import { refusedSlip, reversedSlip, unknownSlip } from './open-slips.ts';
import { testSlip } from './test-slip.ts';
import { MESSAGE, PERSON, SITE, SPLIT, VISIT, values, words } from './testing/slips.ts';

describe('the other slips', () => {
  const from = { ...prepared(VISIT, true), split: SPLIT };
  const open = {
    person: PERSON,
    prepared: from,
    messageId: MESSAGE,
    sentAt: Date.UTC(2026, 10, 21, 1, 44, 28),
    copy: 0,
  };

  test('结果待查: first what not to do, then the staff’s steps with the original message id', () => {
    const slip = slipDocumentSchema.parse(unknownSlip(SITE, { ...open, checkCode: '04278D2K77QFXXXX' }));
    const text = words(slip);
    const order = [
      '结果待查',
      '请先别再交一次',
      '待定',
      '先查 5203，再定 2601；不要新开 2207。',
      `原报文 ${MESSAGE}`,
      '0427-8D2K',
    ];
    const places = order.map((what) => text.indexOf(what));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(values(slip).get('发出时间')).toBe('2026-11-21 09:44:28');
    expect(text).toContain('不明，不是失败');
    expect(values(slip).has('您付')).toBe(false);
  });

  test('reversed: nothing was paid; refused: the centre’s words for the window', () => {
    const reversed = slipDocumentSchema.parse(reversedSlip(SITE, open));
    expect(words(reversed)).toContain('没扣钱');
    expect(words(reversed)).toContain(`原报文 ${MESSAGE}`);
    const refused = slipDocumentSchema.parse(refusedSlip(SITE, { ...open, reason: '待遇未享受' }));
    expect(values(refused).get('中心说')).toBe('待遇未享受');
    expect(values(slipDocumentSchema.parse(refusedSlip(SITE, { ...open, reason: null }))).get('中心说')).toBe(
      '没有说明',
    );
  });

  test('all of them are masked and marked in the lab', () => {
    const slips = [
      unknownSlip(SITE, { ...open, checkCode: 'X' }),
      reversedSlip(SITE, open),
      refusedSlip(SITE, { ...open, reason: null }),
      testSlip(SITE, 48, 0),
    ];
    for (const slip of slips) {
      const text = words(slipDocumentSchema.parse(slip));
      expect(text).toContain('演示·无效');
      for (const secret of [HOLDER.name, HOLDER.number]) expect(text).not.toContain(secret);
    }
  });

  test('the test slip fills the columns and shows what a ROM lacks', () => {
    const slip = testSlip(SITE, 32, 0);
    expect(slip.blocks).toContainEqual({ kind: 'line', text: '12345678901234567890123456789012' });
    expect(words(slip)).toContain('㛃 䶮 𠮷');
  });
});
