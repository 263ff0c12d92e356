import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../common/contracts/session/snapshot.ts';
import type { StaffViewOf } from '../../common/contracts/session/staff-view.ts';
import { partMarkup, textsOf } from '../fixtures/drawn.ts';
import { hallHears, unsaidOf } from '../fixtures/heard.ts';
import { fixtures } from '../fixtures/index.ts';
import { firstView } from '../keypad/offer.ts';
import { offersOf } from '../keypad/offers.ts';
import { Sheet } from '../technician/report.tsx';
import { sheetsOf } from '../technician/sheets.ts';
import { transcriptOf } from './transcript.ts';
import { voiceOf } from './voice.ts';

type ReportView = StaffViewOf<'report'>;

const reports = ['staff-report', 'staff-report-explained', 'staff-report-open', 'staff-report-full'];

function reportOf(name: string): NonNullable<ReportView['report']> {
  const { screen } = fixtures[name] ?? expect.fail(name);
  if (screen.kind !== 'staff' || screen.view.kind !== 'report') return expect.fail(name);
  return screen.view.report ?? expect.fail(name);
}

function said(name: string, locale: Locale, sheet: number) {
  const snapshot = { ...(fixtures[name] ?? expect.fail(name)), locale };
  return transcriptOf({ snapshot, view: { ...firstView, sheet } });
}

const sheets = (['zh-CN', 'en'] as const).flatMap((locale) =>
  reports.flatMap((name) => Array.from({ length: sheetsOf(reportOf(name)) }, (_, sheet) => ({ locale, name, sheet }))),
);

describe('the sheets of a day of books', () => {
  it.each(sheets)('$name, sheet $sheet in $locale: says every word and every figure', ({ locale, name, sheet }) => {
    const markup = partMarkup(locale, createElement(Sheet, { report: reportOf(name), index: sheet }));
    expect(textsOf(markup).length).toBeGreaterThan(3);
    expect(unsaidOf(markup, said(name, locale, sheet), locale)).toEqual([]);
  });

  it.each(sheets)('$name, sheet $sheet in $locale: the hall hears no figure of the house', (each) => {
    const hall = hallHears(said(each.name, each.locale, each.sheet), each.locale).join('\n');
    expect(hall).not.toMatch(/\d+ yuan|\d+ 元|MZ26|9901002026|S-0107|310/);
  });

  it('names each side of a row that differs, its sign in words', () => {
    const texts = said('staff-report-open', 'zh-CN', 2).map(({ text }) => text);
    expect(texts).toContain('金额不一样：负 36 元 7 角 9 分');
    expect(texts).toContain('MZ2611170302，本终端：665 元 2 角 9 分，中心：628 元 5 角');
    expect(texts).toContain('MZ2611170303，本终端：310 元，中心：没有');
  });

  it('goes round: the key says which sheet comes next', () => {
    const snapshot = fixtures['staff-report-open'] ?? expect.fail();
    const next = (sheet: number) =>
      offersOf(voiceOf('zh-CN'), snapshot, { ...firstView, sheet }).find(({ pad }) => pad === '6')?.words[0]?.text;
    expect([0, 1, 2, 3].map(next)).toEqual(['看险种（2/4）', '看差异（3/4）', '看差异（4/4）', '看总数（1/4）']);
  });
});
