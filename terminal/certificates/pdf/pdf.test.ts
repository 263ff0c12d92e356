import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sheetsOf } from '../page/sheets.ts';
import { sampleContent, sampleDocument } from '../testing/content.ts';
import { type PageFonts, pdfOf } from './pdf.ts';

const NOTO = '/usr/share/fonts/opentype/noto/NotoSansCJK';
const fonts: PageFonts = {
  regular: { file: `${NOTO}-Regular.ttc`, face: 'NotoSansCJKsc-Regular' },
  bold: { file: `${NOTO}-Bold.ttc`, face: 'NotoSansCJKsc-Bold' },
};
const info = { title: '社会保险缴费证明', day: '2026-11-22' };
const make = async (document = sampleDocument, how = fonts) => {
  const made = await pdfOf(sheetsOf(document), how, info);
  return made.ok ? Buffer.from(made.value) : made.error;
};
const text = (pdf: Buffer | string): string =>
  typeof pdf === 'string' ? expect.unreachable() : pdf.toString('latin1');
const digest = (pdf: Buffer | string): string => createHash('sha256').update(pdf).digest('hex');
afterEach(() => vi.useRealTimers());

describe('a page as PDF', () => {
  test('the same certificate is the same bytes, on another day too; another one is not', async () => {
    const first = digest(await make());
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-01-02') });
    expect(digest(await make())).toBe(first);
    expect(digest(await make({ ...sampleDocument, code: '00000000000000000098' }))).not.toBe(first);
  });

  test('the day of issue is the only time in it', async () => {
    const dates = text(await make()).match(/D:\d{8,14}/g);
    expect(dates).toEqual(['D:20261122000000']);
  });

  test('two faces, each a subset under its own name, and the text can be found', async () => {
    const pdf = text(await make());
    const names = new Set(pdf.match(/\/FontName \/([A-Z]{6}\+NotoSansCJKsc-\w+)/g));
    expect(names.size).toBe(2);
    expect(pdf.match(/\/ToUnicode/g)).toHaveLength(2);
    expect(pdf.length).toBeLessThan(400_000);
    expect(pdf).toMatch(/\/MediaBox \[0 0 595\.27\d* 841\.88\d*\]/);
  });

  test('one sheet is one page', async () => {
    const years = Array.from({ length: 60 }, (_, index) => ({
      ...{ year: `${1966 + index}`, months: 12, firm: '1.00', person: '1.00' },
    }));
    const long = { ...sampleDocument, content: { ...sampleContent, years } };
    const pages = text(await make(long)).match(/\/Type \/Page\n/g) ?? [];
    expect(pages).toHaveLength(sheetsOf(long).length);
  });

  test('a name is never set in hollow boxes: rare characters are there, and what no font has makes no page', async () => {
    const named = (name: string) => make({ ...sampleDocument, content: { ...sampleContent, name } });
    expect(typeof (await named('测试䶮𠮷㛃'))).toBe('object');
    expect(await named('测\u{10fffd}试')).toBe('glyph');
  });

  test('a font that is not there, is none, or lacks its face', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'minka-fonts-'));
    const broken = join(dir, 'none.ttc');
    writeFileSync(broken, 'no font');
    for (const regular of [
      { file: '/nowhere.ttc', face: 'x' },
      { file: broken, face: 'x' },
      { ...fonts.regular, face: 'NoSuchFace' },
    ]) {
      expect(await make(sampleDocument, { ...fonts, regular })).toBe('font');
    }
    rmSync(dir, { recursive: true });
  });
});
