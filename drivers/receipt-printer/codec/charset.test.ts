import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRareGlyphs } from '../glyphs/rare-glyphs.ts';
import { createCharset } from './charset.ts';
import { cleanText } from './clean-text.ts';
import { withoutRealTime } from './commands.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const glyphs = createRareGlyphs();
const gbk = createCharset('gbk', glyphs);

describe('charset', () => {
  it.each([
    ['社', 'c9e7'],
    ['堃', '88d2'],
    ['￥', 'a3a4'],
    ['■', 'a1f6'],
    ['A', '41'],
  ])('sends %s as %s to a GBK printer', (ch, bytes) => {
    expect(hex(gbk.cell(ch).cell.bytes)).toBe(bytes);
  });

  it.each(['㛃', '䶮', '𠮷', '龴', '𬭎', '鿍'])('sends %s as a 77-byte image to a GBK printer', (ch) => {
    const { cell, missing } = gbk.cell(ch);
    expect([cell.bytes.length, cell.width, missing]).toEqual([77, 2, false]);
    expect(hex(cell.bytes.subarray(0, 5))).toBe('1b2a211800');
    expect(cell.bytes.subarray(5).some((byte) => byte !== 0)).toBe(true);
  });

  it('sends 㛃 䶮 𠮷 as their own codes to a GB 18030 printer', () => {
    const big = createCharset('gb18030', () => null);
    expect(['㛃', '䶮', '𠮷'].map((ch) => hex(big.cell(ch).cell.bytes))).toEqual(['8230b731', 'fe9f', '9534b235']);
  });

  it('sends 堃 喆 赟 as images to a GB 2312 printer and 社 as it is', () => {
    const small = createCharset('gb2312', glyphs);
    for (const ch of '堃喆赟') expect(small.cell(ch).cell.bitmap).toBeDefined();
    expect(hex(small.cell('社').cell.bytes)).toBe('c9e7');
  });

  it('prints 〓 for what nobody can draw and says so', () => {
    for (const ch of ['😀', 'é'.normalize('NFD').slice(1), '\ue000', '€']) {
      const { cell, missing } = gbk.cell(ch);
      expect([cell.ch, missing]).toEqual(['〓', true]);
    }
  });

  it('never makes a control byte or a real-time command of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const cells = [...cleanText(text).text].map((ch) => gbk.cell(ch).cell);
        for (const cell of cells) {
          if (cell.bitmap) expect(hex(cell.bytes.subarray(5))).not.toMatch(/^(..)*10(04|05|14)/);
          else expect(cell.bytes.every((byte) => byte >= 0x20)).toBe(true);
        }
      }),
    );
  });
});

describe('cleanText', () => {
  it('takes out control bytes, so that a name cannot drive the printer', () => {
    const injected = '王\x1b\x69\x10\x14\x08小\x1d\x56\x00明';
    expect(cleanText(injected)).toEqual({ text: '王i小V明', removed: 6 });
  });

  it('makes blanks of tabs and line breaks, and drops what is invisible', () => {
    expect(cleanText('a\tb\r\nc\u200bd\u202ee\u00a0f').text).toBe('a b cde f');
  });

  it('composes, and replaces characters that have a plain twin', () => {
    expect(cleanText('u\u0308 ¥ –').text).toBe('ü ￥ -');
  });
});

describe('withoutRealTime', () => {
  it('breaks every real-time pair and changes nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x00, 0xff)), (bytes) => {
        const out = withoutRealTime(Uint8Array.from(bytes));
        expect(hex(out)).not.toMatch(/^(..)*10(04|05|14)/);
        out.forEach((byte, i) => {
          expect(byte === bytes[i] || (bytes[i] === 0x10 && byte === 0x18)).toBe(true);
        });
      }),
    );
  });
});
