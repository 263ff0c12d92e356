import { expect, it } from 'vitest';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { SHIFT_SLIPS } from './shift.ts';
import { describeGoldens, expectInOrder } from './testing.ts';

describeGoldens(SHIFT_SLIPS);

const textOf = (place: (typeof SHIFT_SLIPS)[number]): string =>
  readReceipt(printOffline(place.slip, place.columns).bytes).lines.join('\n');

it('read back from its bytes: the drawer first, what was counted and what is missing, then the sums', () => {
  expectInOrder(textOf(SHIFT_SLIPS[0]), [
    /演示·无效/,
    /收费交接班报表/,
    /备用金\s+200\.00/,
    /应有现金\s+1376\.60/,
    /点到现金\s+1376\.10/,
    /100\.00 元 × 12\s+1200\.00/,
    /0\.10 元 × 1\s+0\.10/,
    /相差\s+-0\.50/,
    /结算 41 笔\s+25768\.50/,
    /账户\s+5208\.00/,
    /其中共济\s+315\.00/,
    /现金\s+1213\.39/,
    /收款机\s+295\.00/,
    /退费 2 笔\s+628\.50/,
    /工号\s+S001/,
    /交班\s+2026-03-02 16:04:30/,
    /交班人：\s*接班人：/,
  ]);
});

it('of a shift that goes on: nothing was counted, and it is not closed', () => {
  const [zh, en] = [textOf(SHIFT_SLIPS[3]), textOf(SHIFT_SLIPS[4])];
  expectInOrder(zh, [/应有现金\s+1376\.60/, /结果不明\s+1/]);
  expect(zh).toContain('还没有交班');
  expect(zh).not.toMatch(/点到现金|相差/);
  expectInOrder(en, [/Cash expected\s+1376\.60/, /Closed\s+Not closed yet/]);
  expect(en).not.toMatch(/counted|Difference/i);
});

it('in English too the family’s part is told as one of the account, not beside it', () => {
  expect(textOf(SHIFT_SLIPS[2])).toMatch(/Account\s+5208\.00\n\s*of which family\s+315\.00/);
});
