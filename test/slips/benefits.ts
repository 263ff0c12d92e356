import { benefitsSlip } from '../../terminal/receipts/benefits-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { benefitSummary } from '../../terminal/testing/people.ts';

/** The benefits slips that are kept as goldens: bytes, and what a printer makes of them. */

const person = { name: '李*兰', number: '990***********2046', sex: 'female' } as const;
const zh = benefitsSlip(SITE, { person, summary: benefitSummary() });

export const BENEFITS_SLIPS = [
  { name: 'benefits-80mm', slip: zh, columns: 48 },
  { name: 'benefits-58mm', slip: zh, columns: 32 },
  {
    name: 'benefits-en-80mm',
    slip: benefitsSlip({ ...SITE, locale: 'en' }, { person, summary: benefitSummary() }),
    columns: 48,
  },
] as const;

export function goldenUrl(name: string, ext: 'bin' | 'png'): URL {
  return new URL(`./goldens/${name}.${ext}`, import.meta.url);
}
