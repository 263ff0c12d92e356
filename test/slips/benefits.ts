import { serviceSlip } from '../../terminal/receipts/service-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { medicalView } from '../../terminal/testing/people.ts';

/** The benefits slips that are kept as goldens: bytes, and what a printer makes of them. */

const person = { name: '李*兰', number: '990***********2046', sex: 'female' } as const;
const zh = serviceSlip(SITE, person, medicalView());

export const BENEFITS_SLIPS = [
  { name: 'benefits-80mm', slip: zh, columns: 48 },
  { name: 'benefits-58mm', slip: zh, columns: 32 },
  {
    name: 'benefits-en-80mm',
    slip: serviceSlip({ ...SITE, locale: 'en' }, person, medicalView()),
    columns: 48,
  },
] as const;

export function goldenUrl(name: string, ext: 'bin' | 'png'): URL {
  return new URL(`./goldens/${name}.${ext}`, import.meta.url);
}
