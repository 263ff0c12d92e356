import { describe, expect, it } from 'vitest';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { SETTLEMENT_SLIPS } from './settlement.ts';
import { describeGoldens } from './testing.ts';

describeGoldens(SETTLEMENT_SLIPS);

describe('a settlement slip read back from its bytes', () => {
  const [{ slip, columns }] = SETTLEMENT_SLIPS;
  const receipt = readReceipt(printOffline(slip, columns).bytes);
  const text = receipt.lines.join('\n');

  it('has every layer that the centre gave; they sum to what the funds pay, and all parts to the total', () => {
    const fen = (label: RegExp): number => Number(label.exec(text)?.[1]?.replace('.', '') ?? Number.NaN);
    const layers = [
      fen(/统筹基金支付\s+(\d+\.\d\d)/),
      fen(/大病保险支付\s+(\d+\.\d\d)/),
      fen(/大额补助支付\s+(\d+\.\d\d)/),
      fen(/公务员补助\s+(\d+\.\d\d)/),
      fen(/医疗救助支付\s+(\d+\.\d\d)/),
      fen(/其他支付\s+(\d+\.\d\d)/),
    ];
    expect(layers.reduce((sum, each) => sum + each, 0)).toBe(71_300);
    expect(receipt.amounts).toEqual({ total: 109_500, funds: 71_300, account: 15_000, cash: 22_000 });
    expect(71_300 + fen(/医院承担\s+(\d+\.\d\d)/) + 15_000 + 22_000).toBe(109_500);
    expect(fen(/其中共济\s+(\d+\.\d\d)/)).toBe(7000);
  });

  it('has the terms as the centre says them, and where the person is insured', () => {
    for (const words of [
      /14 门诊慢特病/,
      /高血压病伴并发症/,
      /1 按项目/,
      /992300（异地就医）/,
      /就医地\s+990100/,
      /含示例数据/,
    ]) {
      expect(text).toMatch(words);
    }
  });

  it('has what of each line is one’s own, and why', () => {
    const dense = text.replace(/\s/g, '');
    expect(dense).toContain('限价320.00');
    expect(dense).toContain('全自费30.00');
    expect(dense).toMatch(/项目3(?!（)/);
  });
});
