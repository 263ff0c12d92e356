import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { slipDocumentSchema } from '../../common/contracts/slip.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { record } from '../../renderer/fixtures/contributions.ts';
import { pensionPaying } from '../../renderer/fixtures/pension.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { goldenUrl } from './benefits.ts';
import { SERVICE_SLIPS } from './services.ts';

describe.each(SERVICE_SLIPS)('golden $name', ({ name, slip, columns }) => {
  const printed = printOffline(slip, columns);

  it('sends the same bytes and makes the same paper', () => {
    expect(Buffer.from(printed.bytes).equals(readFileSync(goldenUrl(name, 'bin')))).toBe(true);
    const [picture, golden] = [Buffer.from(printed.paper.png()), readFileSync(goldenUrl(name, 'png'))];
    expect(PNG.sync.read(picture).data.equals(PNG.sync.read(golden).data)).toBe(true);
  });

  it('fits the contract, with no character that the printer lacks, and says that it proves nothing', () => {
    expect(slipDocumentSchema.parse(slip)).toEqual(slip);
    expect(printed.counts).toMatchObject({ missing: 0, removed: 0 });
    const { lines, qr } = readReceipt(printed.bytes);
    expect(lines.join('')).toMatch(/只供您自己看|For your own/);
    expect(qr).toEqual([]);
  });
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
