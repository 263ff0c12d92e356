import { expect, it } from 'vitest';
import { formatFen } from '../../common/kernel/money.ts';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { record } from '../../renderer/fixtures/contributions.ts';
import { pensionPaying } from '../../renderer/fixtures/pension.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { SERVICE_SLIPS } from './services.ts';
import { describeGoldens } from './testing.ts';

describeGoldens(SERVICE_SLIPS);

it.each(SERVICE_SLIPS)('$name says that it proves nothing', ({ slip, columns }) => {
  const { lines, qr } = readReceipt(printOffline(slip, columns).bytes);
  expect(lines.join('')).toMatch(/只供您自己看|For your own/);
  expect(qr).toEqual([]);
});

/** The lines of one golden, as a reader of the bytes sees them. */
function linesOf(name: string): readonly string[] {
  const found = SERVICE_SLIPS.find((each) => each.name === name) ?? expect.fail(name);
  return readReceipt(printOffline(found.slip, found.columns).bytes).lines.map((line) => line.trim());
}

it.each(['pension-80mm', 'pension-58mm'])(
  '%s: each part of the estimate has its formula and every value in it',
  (name) => {
    const text = linesOf(name).join('');
    for (const { amount, formula, terms } of pensionPaying.estimate?.parts ?? []) {
      expect(text).toContain(formatFen(amount));
      expect(text.replaceAll(' ', '')).toContain(formula.replaceAll(' ', ''));
      for (const { name: letter, value } of terms) expect(text.replaceAll(' ', '')).toContain(`${letter}=${value}`);
    }
    expect(text).toContain('含示例数据');
  },
);

it.each(['contributions-80mm', 'contributions-58mm'])(
  '%s: each month of the year is one line, with base, firm and person',
  (name) => {
    const lines = linesOf(name);
    for (const { month, kind, base, firm, person } of record.rows) {
      const line = lines.filter((each) => each.startsWith(month.slice(5)));
      const parts = kind === 'paid' ? [base, firm, person].map(formatFen) : ['欠缴'];
      expect(
        line.some((each) => parts.every((part) => each.includes(part))),
        `${month} ${parts}`,
      ).toBe(true);
    }
  },
);
