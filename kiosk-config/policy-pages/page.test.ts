import { describe, expect, it } from 'vitest';
import { figuresOf } from './figures.ts';
import { linesOf, widthOf } from './measure.ts';
import { readPage } from './page.ts';
import { EN_BODY, enText, pageOf, TODAY, ZH_BODY, zhText } from './testing/pages.ts';

const read = (zh: string, en = enText()) => readPage('clinic', { zh, en }, TODAY);
/** "zh-CN:7 message" of each problem. */
const told = (zh: string, en = enText()): readonly string[] =>
  read(zh, en).problems.map(({ file, line, message }) => `${file.split('.')[1]}:${line} ${message}`);

describe('a policy page', () => {
  it('is two texts, of which the Chinese one holds what both share', () => {
    const page = pageOf('clinic');
    expect(page).toMatchObject({
      id: 'clinic',
      situations: ['illness'],
      cities: ['海川市'],
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
      checkedOn: '2026-11-01',
      illustrative: true,
    });
    expect(page.zh).toMatchObject({ title: '门诊报多少', place: '海川市' });
    expect(page.zh.words).toEqual([
      { word: '门诊', group: 4 },
      { word: '报销', group: 1 },
    ]);
    expect(page.en.words).toEqual([
      { word: 'clinic', group: 1 },
      { word: 'share', group: 5 },
    ]);
    expect(page.zh.sheets).toEqual([
      {
        heading: '先自己付一段',
        blocks: [
          {
            kind: 'text',
            spans: [
              { text: '一年400元，', bold: false },
              { text: '以后', bold: true },
              { text: '再报。', bold: false },
            ],
          },
          { kind: 'item', spans: [{ text: '社区：70%', bold: false }] },
          { kind: 'item', spans: [{ text: '医院：50%', bold: false }] },
        ],
      },
      { heading: '问谁', blocks: [{ kind: 'text', spans: [{ text: '请到窗口。', bold: false }] }] },
    ]);
  });

  it('joins the lines of a paragraph as the language does', () => {
    const zh = '## 甲\n头一行\n第二行\n';
    const en = '## A\nfirst line\nsecond line\n';
    const { page } = read(zhText({}, zh), enText({}, en));
    expect(page?.zh.sheets[0]?.blocks).toEqual([{ kind: 'text', spans: [{ text: '头一行第二行', bold: false }] }]);
    expect(page?.en.sheets[0]?.blocks[0]?.spans[0]?.text).toBe('first line second line');
  });

  it('of the whole country names no place in English', () => {
    const page = pageOf('country', { cities: '全国', validUntil: 'open' }, { place: null });
    expect([page.cities, page.zh.place, page.en.place, page.validUntil]).toEqual([[], null, null, null]);
    expect(told(zhText({ cities: '全国' }))).toEqual(['en:3 "place" and the Chinese "cities" differ']);
    expect(told(zhText(), enText({ place: null }))).toEqual(['en:1 "place" and the Chinese "cities" differ']);
  });
});

describe('what is wrong is named by its line', () => {
  it.each([
    ['title', '一个写得太长放不进去的题目', 2],
    ['title', '带<b>的', 2],
    ['situations', 'illness, elsewhere', 3],
    ['situations', '', 3],
    ['cities', 'Harbin', 4],
    ['validFrom', '2026-02-30', 5],
    ['validUntil', '无', 6],
    ['source', '', 7],
    ['checkedOn', '昨天', 8],
    ['illustrative', 'maybe', 9],
    ['words', '门诊', 10],
    ['words', '门诊 5', 10],
  ])('%s: %s', (name, value, line) => {
    expect(told(zhText({ [name]: value }))).toEqual([`zh-CN:${line} "${name}" has a value that is not allowed`]);
  });

  it.each(['title', 'situations', 'cities', 'validFrom', 'validUntil', 'source', 'checkedOn', 'illustrative', 'words'])(
    'a head without %s',
    (name) => {
      expect(told(zhText({ [name]: null }))).toContain(`zh-CN:1 "${name}" is missing`);
    },
  );

  it('a head that is none, a line twice, a name that does not exist', () => {
    expect(told(ZH_BODY)).toContain('zh-CN:1 The page has no head');
    expect(told(zhText().replace('cities: 海川市', 'title: 又一个'))).toContain('zh-CN:4 "title" stands here twice');
    expect(told(zhText({ author: '某人' }))).toEqual(['zh-CN:11 There is no "author"']);
    expect(told(zhText().replace('cities: 海川市', '海川市'))).toContain('zh-CN:4 This is not a line of the head');
  });

  it('days in the wrong order, a check in the future', () => {
    expect(told(zhText({ validUntil: '2025-12-31' }))).toEqual(['zh-CN:6 It ends before it begins']);
    expect(told(zhText({ checkedOn: '2026-11-23' }))).toEqual(['zh-CN:8 It was checked in the future']);
  });

  it.each([
    ['<script>alert(1)</script>', 'HTML is not shown'],
    ['社区 &lt;b&gt;', 'HTML is not shown'],
    ['看 https://example.org', 'Links and pictures are not shown'],
    ['看 [这里](页)', 'Links and pictures are not shown'],
    ['![图](图.png)', 'Links and pictures are not shown'],
    ['看 www.example.org', 'Links and pictures are not shown'],
    ['`代码`', 'This sign of Markdown is not shown'],
    ['甲 | 乙', 'This sign of Markdown is not shown'],
    ['_斜_', 'This sign of Markdown is not shown'],
    ['看\u202e反的', 'There is a character here that nobody sees'],
    ['零\u200b宽', 'There is a character here that nobody sees'],
    ['# 大标题', 'Only one kind of heading is shown'],
    ['### 小标题', 'Only one kind of heading is shown'],
    ['1. 第一', 'This begins nothing that is shown'],
    ['+ 一项', 'This begins nothing that is shown'],
    ['* 一项', 'This begins nothing that is shown'],
    ['---', 'This begins nothing that is shown'],
    ['单个*星', 'A ** is open or empty, or a single * stands here'],
    ['没有**关上', 'A ** is open or empty, or a single * stands here'],
    ['空的****', 'A ** is open or empty, or a single * stands here'],
  ])('%s', (line, message) => {
    const zh = zhText({}, `## 甲\n好的。\n\n${line}\n`);
    const problems = told(zh, enText({}, '## A\nGood.\n')).filter((each) => each.startsWith('zh-CN'));
    expect(problems).toContain(`zh-CN:16 ${message}`);
    expect(read(zh, enText({}, '## A\nGood.\n')).page).toBeNull();
  });

  it('text before a heading, no sheet, an empty one, too many', () => {
    expect(told(zhText({}, `没有标题\n\n${ZH_BODY}`))).toContain('zh-CN:13 Text stands before the first heading');
    expect(told(zhText({}, ''), enText({}, ''))).toContain('zh-CN:12 The page has no sheet');
    expect(told(zhText({}, '## 空的\n\n## 乙\n字\n'), enText({}, '## A\na\n\n## B\nb\n'))).toEqual([
      'zh-CN:13 The sheet is empty',
    ]);
    const seven = Array.from({ length: 7 }, (_, i) => `## 第${i}\n字\n`).join('\n');
    expect(told(zhText({}, seven))).toContain('zh-CN:12 The page has too many sheets');
  });

  it('a sheet that is longer than the glass, in either language', () => {
    const most = Array.from({ length: 8 }, () => '- 一项').join('\n');
    const items = Array.from({ length: 8 }, () => '- one').join('\n');
    expect(told(zhText({}, `## 甲\n${most}\n`), enText({}, `## A\n${items}\n`))).toEqual([]);
    const more = told(zhText({}, `## 甲\n${most}\n- 多一项\n`), enText({}, `## A\n${items}\n- more\n`));
    expect(more).toEqual([
      'zh-CN:13 The sheet does not fit the glass: 9 lines',
      'en:8 The sheet does not fit the glass: 9 lines',
    ]);
    expect(told(zhText({}, `## ${'长'.repeat(15)}\n字\n`), enText({}, '## A\na\n'))).toEqual([
      'zh-CN:13 The heading is too long',
    ]);
  });
});

describe('both languages', () => {
  it('have the same sheets, and the same figures on each', () => {
    expect(told(zhText(), enText({}, '## A\n400 yuan, 70% and 50%.\n'))).toEqual(['en:1 The languages differ']);
    expect(told(zhText(), enText({}, EN_BODY.replace('400', '500')))).toEqual([
      'en:1 The figures of sheet 1 differ: Chinese 400, English 500',
    ]);
    expect(told(zhText(), enText({}, EN_BODY.replace('hospital: 50%', 'hospital: half')))).toEqual([
      'en:1 The figures of sheet 1 differ: Chinese 50, English ',
    ]);
  });

  it('write the same figure in their own way', () => {
    expect(figuresOf('2010年5月1日起，1800元，每3253.23元')).toEqual(
      figuresOf('1,800 yuan from 1 May 2010, 3,253.23 each'),
    );
    expect(figuresOf('You may ask 2 times')).toEqual(['2']);
    expect(figuresOf('5，5')).toEqual(['5', '5']);
  });
});

it('room is counted in Chinese characters: Latin letters take about half', () => {
  expect(widthOf('起付线')).toBe(3);
  expect(widthOf('abcd')).toBeCloseTo(2.16);
  expect([linesOf('字'.repeat(18)), linesOf('字'.repeat(19))]).toEqual([1, 2]);
});
