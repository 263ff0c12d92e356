import { expect, it } from 'vitest';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { LOSS_SLIPS, PIN_SLIPS } from './pin.ts';
import { describeGoldens } from './testing.ts';

const SLIPS = [...PIN_SLIPS, ...LOSS_SLIPS];

describeGoldens(SLIPS);

it.each(SLIPS)('$name bears nothing that looks like a PIN', ({ slip, columns }) => {
  expect(readReceipt(printOffline(slip, columns).bytes).lines.join('\n')).not.toMatch(/(?<!\d)\d{6}(?!\d)/);
});

it('not known: the new one first, then the old one, then nobody tries a third time', () => {
  const unknown = PIN_SLIPS.find(({ name }) => name === 'pin-unknown-80mm') ?? expect.fail();
  const text = readReceipt(printOffline(unknown.slip, 48).bytes).lines.join('').replace(/\s/g, '');
  const order = ['不知道', '先试新密码', '再用旧密码', '别再试', '2号窗口'].map((part) => text.indexOf(part));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(text).not.toContain('改好');
});

it('lost: that it stands, by what the bureau knew who asked, its number, and both ways out', () => {
  const [{ slip }] = LOSS_SLIPS;
  const text = readReceipt(printOffline(slip, 48).bytes).lines.join('').replace(/\s/g, '');
  for (const part of ['已经挂失', '解除挂失', '补卡', '电子社保卡', 'GS2026111817', '4265'])
    expect(text).toContain(part);
});
