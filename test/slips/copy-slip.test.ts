import { expect, it } from 'vitest';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { COPY_SLIPS } from './copy.ts';
import { describeGoldens, expectInOrder } from './testing.ts';

describeGoldens(COPY_SLIPS);

it('read back from its bytes: that it is a copy, which, and by whom, before anything of money', () => {
  const [{ slip, columns }] = COPY_SLIPS;
  const receipt = readReceipt(printOffline(slip, columns).bytes);
  const text = receipt.lines.join('\n');
  expect(receipt.copy).toBe(1);
  const order = [/补打 1/, /补打的凭条，不是新的一笔/, /补打人 S001\s+2026-11-22 09:12:00/, /门诊结算单/, /您付/];
  expectInOrder(text, order);
});
