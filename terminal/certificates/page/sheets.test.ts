import { describe, expect, test } from 'vitest';
import { sampleContent, sampleDocument } from '../testing/content.ts';
import { LEFT, type Mark, RIGHT, SHEET } from './marks.ts';
import { certificateCodeData, sheetsOf } from './sheets.ts';

const words = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const allWords = (document: typeof sampleDocument): readonly string[] => sheetsOf(document).flatMap(words);
const with_ = (changes: Partial<typeof sampleContent>) => ({
  ...sampleDocument,
  content: { ...sampleContent, ...changes },
});

describe('a certificate on paper', () => {
  test('every figure that the centre gave stands on it, and whose it is', () => {
    const said = allWords(sampleDocument);
    const { insurances, years, total, account } = sampleContent;
    for (const { firm, person, months } of [...insurances, ...years]) {
      expect(said).toEqual(expect.arrayContaining([firm, person, `${months}`]));
    }
    expect(said).toEqual(expect.arrayContaining([`${total} 元`, `${account} 元`, '测试甲', '110***********002X']));
    expect(said).toContain('0000-0000-0000-0000-0195');
    expect(said.join()).toMatch(/2026-11-22.*2027-05-22.*内容摘要 0123456789abcdef/);
  });

  test('the number in full only where another agency needs it; never in the QR', () => {
    const number = sampleContent.number;
    for (const kind of ['payments', 'rights'] as const) expect(allWords(with_({ kind })).join()).not.toContain(number);
    expect(allWords(with_({ kind: 'transfer' }))).toContain(number);
    const codes = sheetsOf(sampleDocument).flatMap((marks) => marks.filter(({ kind }) => kind === 'code'));
    expect(codes).toMatchObject([{ data: certificateCodeData(sampleDocument.code) }]);
    expect(certificateCodeData(sampleDocument.code)).toBe('minka:certificate:1:00000000000000000195');
  });

  test('a lab’s page and a lab’s seal say so, in both languages; production has neither word', () => {
    expect(allWords(sampleDocument)).toEqual(expect.arrayContaining(['演示·无效', '演示印章', '测试签名，不具效力']));
    expect(allWords({ ...sampleDocument, locale: 'en' })).toEqual(
      expect.arrayContaining(['DEMO - NOT VALID', 'LAB SEAL']),
    );
    const seal = { ...sampleDocument.seal, lab: false, signer: '海川市社保中心' } as typeof sampleDocument.seal;
    const real = allWords({ ...sampleDocument, mode: 'production', seal });
    expect(real.filter((one) => /无效|演示印章|测试签名/.test(one))).toEqual([]);
    expect(real).toEqual(expect.arrayContaining(['电子印章', '海川市社保中心']));
    expect(allWords({ ...sampleDocument, seal: null })).toContain('未加盖电子印章');
  });

  test('a rights record month by month; a month that is missed is said, not shown as nothing', () => {
    const row = { month: '2010-01', insurance: 'pension', base: '1000.00', firm: '200.00', person: '80.00' } as const;
    const rows = [
      { ...row, kind: 'paid' as const },
      { ...row, month: '2010-02', kind: 'missed' as const, firm: '0.00', person: '0.00' },
    ];
    const said = allWords(with_({ kind: 'rights', from: '2010-01', rows }));
    expect(said).toEqual(expect.arrayContaining(['2010-01', '200.00 / 80.00', '2010-02', '欠缴', '—']));
  });

  test('a long life goes on on further sheets, each with its code, its head and its number', () => {
    const years = Array.from({ length: 60 }, (_, index) => ({
      ...{ year: `${1966 + index}`, months: 12, firm: '1.00', person: '1.00' },
    }));
    const sheets = sheetsOf(with_({ years }));
    expect(sheets.length).toBeGreaterThan(1);
    for (const [index, marks] of sheets.entries()) {
      expect(words(marks)).toEqual(
        expect.arrayContaining(['0000-0000-0000-0000-0195', `第 ${index + 1} 页，共 ${sheets.length} 页`, '年度']),
      );
    }
    for (const { year } of years) expect(sheets.flatMap(words)).toContain(year);
  });

  test('nothing stands outside the sheet, nothing of the body in the foot', () => {
    for (const marks of sheetsOf(sampleDocument)) {
      for (const mark of marks) {
        const [x, y] = mark.kind === 'line' ? [mark.x1, mark.y2] : [mark.x, mark.y];
        expect(x).toBeGreaterThanOrEqual(LEFT);
        expect(x).toBeLessThanOrEqual(RIGHT);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(SHEET.height - 10);
      }
    }
  });
});
