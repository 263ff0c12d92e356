import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { type SlipDocument, slipDocumentSchema } from '../../common/contracts/slip.ts';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { goldenUrl } from './benefits.ts';

interface Golden {
  readonly name: string;
  readonly slip: SlipDocument;
  /** Of the paper: 48 on 80 mm, 32 on 58 mm. */
  readonly columns: number;
}

/** What every slip that is kept as a golden must do. */
export function describeGoldens(goldens: readonly Golden[]): void {
  describe.each(goldens)('golden $name', ({ name, slip, columns }) => {
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
}

/** `text` has these parts, each behind the one before it. */
export function expectInOrder(text: string, parts: readonly RegExp[]): void {
  let from = 0;
  for (const part of parts) {
    const found = text.slice(from).search(part);
    expect(found, String(part)).toBeGreaterThanOrEqual(0);
    from += found;
  }
}
