import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { slipDocumentSchema } from '../../common/contracts/slip.ts';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { goldenUrl } from './benefits.ts';
import { COPY_SLIPS } from './copy.ts';

describe.each(COPY_SLIPS)('golden $name', ({ name, slip, columns }) => {
  const printed = printOffline(slip, columns);

  it('sends the same bytes and makes the same paper', () => {
    expect(Buffer.from(printed.bytes).equals(readFileSync(goldenUrl(name, 'bin')))).toBe(true);
    const [picture, golden] = [Buffer.from(printed.paper.png()), readFileSync(goldenUrl(name, 'png'))];
    expect(PNG.sync.read(picture).data.equals(PNG.sync.read(golden).data)).toBe(true);
  });

  it('fits the contract, with no character that the printer lacks', () => {
    expect(slipDocumentSchema.parse(slip)).toEqual(slip);
    expect(printed.counts).toMatchObject({ missing: 0, removed: 0 });
  });
});

it('read back from its bytes: that it is a copy, which, and by whom, before anything of money', () => {
  const [{ slip, columns }] = COPY_SLIPS;
  const receipt = readReceipt(printOffline(slip, columns).bytes);
  const text = receipt.lines.join('\n');
  expect(receipt.copy).toBe(1);
  const order = [/补打 1/, /补打的凭条，不是新的一笔/, /补打人 S001\s+2026-11-22 09:12:00/, /门诊结算单/, /您付/];
  let from = 0;
  for (const part of order) {
    const found = text.slice(from).search(part);
    expect(found, String(part)).toBeGreaterThanOrEqual(0);
    from += found;
  }
});
