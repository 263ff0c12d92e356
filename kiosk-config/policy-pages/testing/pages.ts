import { type PolicyPage, readPage } from '../page.ts';

/** Policy pages of a made-up city, for tests: the two texts of one, with lines of the head changed where wanted. */

const ZH_HEAD = {
  title: '门诊报多少',
  situations: 'illness',
  cities: '海川市',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  source: '海川市门诊办法（示例）',
  checkedOn: '2026-11-01',
  illustrative: 'yes',
  words: '门诊 丶, 报销 一',
};
const EN_HEAD = {
  title: 'What a clinic pays',
  place: 'Haichuan',
  source: 'Rules of Haichuan (sample)',
  words: 'clinic, share',
};

export const ZH_BODY =
  '## 先自己付一段\n一年400元，**以后**再报。\n\n- 社区：70%\n- 医院：50%\n\n## 问谁\n请到窗口。\n';
export const EN_BODY =
  '## First a part of your own\n400 yuan a year, **then** it pays.\n\n- community: 70%\n- hospital: 50%\n\n## Whom to ask\nAt the window.\n';

type Head = Readonly<Record<string, string | null>>;

function textOf(head: Head, body: string): string {
  const lines = Object.entries(head).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return ['---', ...lines, '---', '', body].join('\n');
}

/** The Chinese text; null leaves a line of the head out. */
export const zhText = (head: Head = {}, body = ZH_BODY): string => textOf({ ...ZH_HEAD, ...head }, body);
export const enText = (head: Head = {}, body = EN_BODY): string => textOf({ ...EN_HEAD, ...head }, body);

export const TODAY = '2026-11-22';

/** A page that is in order, or an error that says what is wrong with it. */
export function pageOf(id: string, zh: Head = {}, en: Head = {}): PolicyPage {
  const { page, problems } = readPage(id, { zh: zhText(zh), en: enText(en) }, TODAY);
  if (page === null) throw new Error(JSON.stringify(problems));
  return page;
}
