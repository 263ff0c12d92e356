import { expect, it } from 'vitest';
import { formatDate } from '../../common/kernel/dates.ts';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { loadPolicies } from '../../kiosk-config/policy-pages/load.ts';
import { policySlip } from '../../terminal/receipts/policy-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { POLICY_SLIPS } from './policy.ts';
import { describeGoldens } from './testing.ts';

describeGoldens(POLICY_SLIPS);

it.each(POLICY_SLIPS)(
  '$name says where it comes from, how long it holds, and that the document decides',
  ({ name, slip, columns }) => {
    const text = readReceipt(printOffline(slip, columns).bytes).lines.join('').replaceAll(' ', '');
    expect(text).toMatch(/门诊办法|RulesofHaichuan|海川市门诊办法/);
    expect(text).toContain('2026-01-01');
    expect(text).toMatch(/以文件原文为准|thedocumentitselfdecides/);
    expect(text.includes('示例数据') || text.includes('samplefigures')).toBe(name !== 'policy-country-80mm');
  },
);

it('every page that is shipped prints whole, in both languages, on both papers', () => {
  const { pages } = loadPolicies(
    new URL('../../kiosk-config/policy', import.meta.url).pathname,
    formatDate(Date.now()),
  );
  for (const page of pages) {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const columns of [48, 32]) {
        const slip = policySlip({ ...SITE, locale }, page);
        const { bytes, counts } = printOffline(slip, columns);
        expect(counts, page.id).toMatchObject({ missing: 0, removed: 0 });
        const paper = readReceipt(bytes).lines.join('').replace(/\s/g, '');
        const { sheets } = locale === 'en' ? page.en : page.zh;
        const words = sheets.flatMap(({ blocks }) => blocks.map(({ spans }) => spans.map(({ text }) => text).join('')));
        for (const each of words) expect(paper, page.id).toContain(each.replace(/\s/g, ''));
      }
    }
  }
});
