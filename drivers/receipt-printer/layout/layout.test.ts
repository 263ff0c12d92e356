import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlipBlock, SlipDocument } from '../../../common/contracts/slip.ts';
import { createCharset } from '../codec/charset.ts';
import { settlementSlip } from '../fixtures/sample-slips.ts';
import { createRareGlyphs } from '../glyphs/rare-glyphs.ts';
import { layOut } from './layout.ts';
import { widthOf } from './line.ts';
import { shareCells } from './share.ts';
import { wrap } from './wrap.ts';

const gbk = createCharset('gbk', createRareGlyphs());
const slip = (...blocks: SlipBlock[]): SlipDocument => ({ kind: 'test', copy: 0, blocks });
const texts = (document: SlipDocument, columns: number): string[] =>
  layOut(document, columns, gbk).lines.flatMap((line) =>
    line.kind === 'text' || line.kind === 'rule' ? [line.cells.map((cell) => cell.ch).join('')] : [],
  );
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...'社会保障㛃䶮𠮷（，。）￥ab1.5 '), fc.string({ unit: 'binary', maxLength: 1 })),
  maxLength: 90,
});
const anyBlock: fc.Arbitrary<SlipBlock> = fc.oneof(
  anyText.map((text): SlipBlock => ({ kind: 'title', text })),
  fc
    .tuple(anyText, fc.boolean())
    .map(([text, big]): SlipBlock => ({ kind: 'inverse', text, size: big ? 'double' : 'normal' })),
  anyText.map((text): SlipBlock => ({ kind: 'line', text, align: 'centre' })),
  fc.tuple(anyText, anyText).map(([label, value]): SlipBlock => ({ kind: 'big', label, value })),
  fc.tuple(anyText, anyText).map(([label, value]): SlipBlock => ({ kind: 'amount', label, value, mark: 'cash' })),
  fc.tuple(anyText, anyText).map(([label, value]): SlipBlock => ({ kind: 'fact', label, value })),
  fc.tuple(anyText, anyText, anyText, anyText).map(([name, level, count, amount]): SlipBlock => {
    const row = { name, level, count, amount };
    return { kind: 'items', header: row, rows: [row] };
  }),
);

describe('layOut', () => {
  it.each([48, 32, 24, 64])('never makes a line wider than %i columns, whatever the text', (columns) => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 6 }), (blocks) => {
        for (const line of layOut(slip(...blocks), columns, gbk).lines) {
          if (line.kind !== 'text') continue;
          expect(widthOf(line.cells) * (line.style.double ? 2 : 1)).toBeLessThanOrEqual(columns);
          if (line.style.double) expect(line.cells.some((cell) => cell.bitmap)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[社会保障一二三abc0-9]{1,90}$/), fc.constantFrom(48, 32), (text, columns) => {
        const row = { name: text, level: '甲', count: '1', amount: '2.50' };
        const printed = texts(
          slip({ kind: 'items', header: row, rows: [] }, { kind: 'fact', label: text, value: text }),
          columns,
        );
        const letters = (s: string): string => [...s.replaceAll(/\s/g, '')].sort().join('');
        const expected = columns >= 40 ? `${text}甲12.50${text}${text}` : `${text}甲×12.50${text}${text}`;
        expect(letters(printed.join(''))).toBe(letters(expected));
      }),
    );
  });

  it.each([48, 32])('keeps amounts at the right edge at %i columns', (columns) => {
    const rows = layOut(settlementSlip(), columns, gbk).lines.filter(
      (line) => line.kind === 'text' && /\d\.\d\d$/.test(line.cells.map((cell) => cell.ch).join('')),
    );
    expect(rows.length).toBeGreaterThan(18);
    for (const line of rows) if (line.kind === 'text') expect(widthOf(line.cells)).toBe(columns);
  });

  it('wraps a long drug name on narrow paper and keeps its figures together', () => {
    const row = { name: '注射用重组人组织型纤溶酶原激酶衍生物18mg/支', level: '乙', count: '0.5', amount: '55.70' };
    expect(texts(slip({ kind: 'items', header: row, rows: [] }), 32)).toEqual([
      '注射用重组人组织型纤溶酶原激酶衍',
      '生物18mg/支 乙×0.5        55.70',
    ]);
  });

  it('lays a message id that fits no value column under its label', () => {
    const id = 'H99010100017202611180944280427';
    expect(texts(slip({ kind: 'fact', label: '报文', value: id }), 32)).toEqual(['报文', id]);
  });

  it('sets a large line with a rare character in normal size: the image would stay small', () => {
    const { lines } = layOut(slip({ kind: 'title', text: '㛃' }), 48, gbk);
    expect(lines[0]).toMatchObject({ style: { double: false, bold: true } });
  });
});

describe('wrap', () => {
  const lines = (text: string, width: number): string[] =>
    wrap(
      [...text].map((ch) => gbk.cell(ch).cell),
      width,
    ).map((cells) => cells.map((cell) => cell.ch).join(''));

  it('does not begin a line with a closing mark nor end it with an opening one', () => {
    expect(lines('甲乙丙，丁', 6)).toEqual(['甲乙', '丙，丁']);
    expect(lines('甲乙（丙）', 6)).toEqual(['甲乙', '（丙）']);
  });

  it('leaves no single hanzi on the last line where a narrower setting avoids it', () => {
    expect(lines('没结上，再交就行；结上了，补打凭条。', 32)).toEqual(['没结上，再交就行；结上了，补打', '凭条。']);
    expect(lines('一二三四五六七八九', 16)).toEqual(['一二三四五六', '七八九']);
  });

  it('keeps words and numbers with their unit whole, and cuts a word only where it fits no line', () => {
    expect(lines('甲 abc 12岁', 8)).toEqual(['甲 abc', '12岁']);
    expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });
});

describe('shareCells', () => {
  it('gives every cell away and every non-zero amount at least one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(12, 16, 24),
        (amounts, cells) => {
          const shares = shareCells(amounts, cells);
          const total = amounts.reduce((a, b) => a + b, 0);
          expect(shares.reduce((a, b) => a + b, 0)).toBe(total > 0 ? cells : 0);
          amounts.forEach((amount, i) => {
            expect((shares[i] ?? 0) > 0).toBe(amount > 0);
          });
        },
      ),
    );
  });

  it('follows the amounts (the sample slip: 16 2 1 3 2 of 24)', () => {
    expect(shareCells([42552, 5319, 2660, 8640, 3679], 24)).toEqual([16, 2, 1, 3, 2]);
  });
});
