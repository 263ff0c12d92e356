import { describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { serviceSlip } from '../../terminal/receipts/service-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { HOLDER, medicalView } from '../../terminal/testing/people.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { BENEFITS_SLIPS } from './benefits.ts';
import { describeGoldens, expectInOrder } from './testing.ts';

describeGoldens(BENEFITS_SLIPS);

describe('the benefits slip', () => {
  const [{ slip, columns }] = BENEFITS_SLIPS;
  const { lines, qr, cuts } = readReceipt(printOffline(slip, columns).bytes);
  const text = lines.join('\n');

  it('read back from its bytes: what is left, then who paid what, then the months that had any', () => {
    const order = [
      /演示·无效/,
      /医保账户和今年的账/,
      /个人账户余额\s*1245\.60元/,
      /今年起付线\s+300\.00/,
      /还剩\s+0\.00/,
      /今年统筹最高支付\s+6000\.00/,
      /已经累计\s+475\.91/,
      /还剩\s+5524\.09/,
      /2026 年，结算 2 次/,
      /今年医疗费总额\s+932\.10/,
      /统筹基金支付\s+475\.91/,
      /大额补助支付\s+29\.40/,
      /医院承担\s+3\.60/,
      /个人账户支付\s+386\.40/,
      /现金支付\s+36\.79/,
      /1 月\s+300\.00/,
      /2 月\s+628\.50/,
      /2026-02-18 普通门诊\s+632\.10/,
      /您自己付\s+123\.19/,
      /2026-01-05 药店买药\s+300\.00/,
      /李\*兰/,
      /只供您自己看/,
    ];
    expectInOrder(text, order);
    expect(cuts).toBe(1);
    expect(qr).toEqual([]);
  });

  it('holds no identity in clear', () => {
    expect(text).not.toContain(HOLDER.number);
    expect(text).not.toContain(HOLDER.name);
  });

  it('of an empty year has no bar and no months, and without a ceiling says nothing of one', () => {
    const none = fen(0);
    const empty = serviceSlip(
      { ...SITE, mode: 'production' },
      { name: '李*兰', number: '990***********2046', sex: null },
      medicalView({
        poolCeiling: { amount: null, used: none },
        layers: [],
        visits: 0,
        totalFees: none,
        hospital: none,
        account: none,
        cash: none,
        encounters: [],
        months: [{ month: 1, funds: none, account: none, cash: none }],
      }),
    );
    expect(empty.blocks.some(({ kind }) => kind === 'bar')).toBe(false);
    const words = JSON.stringify(empty);
    for (const absent of ['统筹最高', '1 月', '演示']) expect(words).not.toContain(absent);
  });
});
