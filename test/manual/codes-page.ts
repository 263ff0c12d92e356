import { type FailureCode, failureCodes } from '../../common/contracts/failures.ts';
import { failureCauses } from '../../common/strings/failures/cause.ts';
import { failureSentences } from '../../common/strings/failures.ts';
import type { Language } from './pictures.ts';

interface Group {
  readonly zh: string;
  readonly en: string;
  /** What its codes begin with, up to the first low line. */
  readonly places: readonly string[];
}

/** Every place that a code can name, in the order in which somebody looks for it. */
const groups: readonly Group[] = [
  { zh: '卡、读卡器和密码键盘', en: 'Card, reader and PIN pad', places: ['CARD', 'READER', 'PIN', 'PAD', 'SESSION'] },
  { zh: '打印机', en: 'Printer', places: ['PRINTER', 'PRINT', 'HOST'] },
  { zh: '结算', en: 'Settling', places: ['CENTRE', 'PERSON', 'HIS', 'SETTLEMENT', 'CASHIER'] },
  { zh: '收费窗口和住院', en: 'The billing desk and stays', places: ['BILL', 'STAY', 'SHIFT'] },
  { zh: '查询和证明', en: 'Questions and certificates', places: ['BENEFITS', 'CERTIFICATE', 'DECLARATION'] },
  {
    zh: '机器本身',
    en: 'The machine itself',
    places: ['STORE', 'CLOCK', 'CONFIG', 'TERMINAL', 'OPERATOR', 'QUEUE'],
  },
  {
    zh: '把终端投入使用',
    en: 'Putting a terminal into service',
    places: ['SLOT', 'ENROL', 'CERT', 'KEYS', 'CODES', 'ACCESS'],
  },
  { zh: '工作人员和待办', en: 'Staff and work-list', places: ['STAFF', 'RECEIPT', 'WORKLIST'] },
  { zh: '对账和审计', en: 'Books and audit log', places: ['RECONCILE', 'AUDIT'] },
];

const words = {
  'zh-CN': {
    title: '代码和办法',
    about:
      '屏幕下面的小字「代码 …」、`minka` 命令和运营方收到的故障记录，用的都是下面这些代码。本页由 `npm run manual` 从程序里抄出，请不要手改。',
    columns: ['代码', '怎么了', '怎么办'],
  },
  en: {
    title: 'Codes and what to do',
    about:
      'The small “Code …” at the foot of a screen, the `minka` command and the faults that the operator receives all use these codes. This page is copied out of the program by `npm run manual`; please do not edit it.',
    columns: ['Code', 'What is the matter', 'What to do'],
  },
} as const;

const placeOf = (code: FailureCode): string => code.slice(0, code.indexOf('_'));

/** Codes that stand in no group, or in more than one: there must be none. */
export function codesAstray(): readonly FailureCode[] {
  return failureCodes.filter((code) => groups.filter(({ places }) => places.includes(placeOf(code))).length !== 1);
}

/** docs/manual/codes.‹language›.md: every failure code with its fact and its remedy, as the program itself says them. */
export function codesPage(language: Language): string {
  const key = language === 'en' ? 'en' : 'zh';
  const { title, about, columns } = words[language];
  const parts = groups.map((group) => {
    const rows = failureCodes
      .filter((code) => group.places.includes(placeOf(code)))
      .map((code) => `| \`${code}\` | ${failureCauses[code][key]} | ${failureSentences[code].remedy[key]} |`);
    return [`## ${group[key]}`, '', `| ${columns.join(' | ')} |`, '|---|---|---|', ...rows].join('\n');
  });
  return `${[`# ${title}`, about, ...parts].join('\n\n')}\n`;
}
