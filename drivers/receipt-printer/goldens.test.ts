import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { createCharset } from './codec/charset.ts';
import { encodeSlip } from './encode/encode-slip.ts';
import { GOLDENS, goldenUrl } from './fixtures/goldens.ts';
import { printOffline } from './fixtures/offline-print.ts';
import { readQr } from './fixtures/read-qr.ts';
import { CODE_DATA, settlementSlip } from './fixtures/sample-slips.ts';
import { createRareGlyphs } from './glyphs/rare-glyphs.ts';

describe.each(GOLDENS)('golden $name', ({ name, slip, columns }) => {
  const printed = printOffline(slip, columns);
  const picture = PNG.sync.read(Buffer.from(printed.paper.png()));

  it('sends the same bytes', () => {
    expect(Buffer.from(printed.bytes).equals(readFileSync(goldenUrl(name, 'bin')))).toBe(true);
  });

  it('makes the same paper, dot for dot', () => {
    const golden = PNG.sync.read(readFileSync(goldenUrl(name, 'png')));
    expect([picture.width, picture.height]).toEqual([golden.width, golden.height]);
    expect(picture.data.equals(golden.data)).toBe(true);
  });

  it('has a QR code that a telephone reads from the picture', () => {
    expect(readQr(picture)).toBe(CODE_DATA);
  });
});

describe('rare characters', () => {
  it('print the same on a GB 2312, a GBK and a GB 18030 printer, each told what it is', () => {
    const inked = (['gb2312', 'gbk', 'gb18030'] as const).map((charset) => {
      const { paper, counts } = printOffline(settlementSlip(), 48, charset);
      expect(counts.missing).toBe(0);
      return paper.rows.length;
    });
    expect(new Set(inked).size).toBe(1);
  });

  it('are images for GBK and native codes for GB 18030', () => {
    expect(printOffline(settlementSlip(), 48, 'gbk').counts.bitmaps).toBe(3);
    expect(printOffline(settlementSlip(), 48, 'gb18030').counts.bitmaps).toBe(0);
  });

  it('sent as native codes to a GBK printer would be wrong: the reason for the images', () => {
    const right = printOffline(settlementSlip(), 48, 'gb18030', 'gb18030').paper.png();
    const wrong = printOffline(settlementSlip(), 48, 'gb18030', 'gbk').paper.png();
    expect(Buffer.from(right).equals(wrong)).toBe(false);
  });
});

describe('own share of a print', () => {
  it('encodes a settlement slip in a few milliseconds (median of 50, warm)', () => {
    const options = { columns: 48, charset: createCharset('gbk', createRareGlyphs()), windowBytes: 1024 };
    const times = Array.from({ length: 60 }, () => {
      const from = performance.now();
      encodeSlip(settlementSlip(), { ...options, automaticStatus: true });
      return performance.now() - from;
    }).slice(10);
    expect(times.sort((a, b) => a - b)[25]).toBeLessThan(10);
  });
});
