import { pageOf } from '../../kiosk-config/policy-pages/testing/pages.ts';
import { policySlip } from '../../terminal/receipts/policy-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';

const page = pageOf('clinic');
const country = pageOf('country', { cities: '全国', validUntil: 'open', illustrative: 'no' }, { place: null });

/** The slips of policy pages that are kept as goldens: wide, narrow, in English, and of the whole country. */
export const POLICY_SLIPS = [
  { name: 'policy-80mm', slip: policySlip(SITE, page), columns: 48 },
  { name: 'policy-58mm', slip: policySlip(SITE, page), columns: 32 },
  { name: 'policy-en-80mm', slip: policySlip({ ...SITE, locale: 'en' }, page), columns: 48 },
  { name: 'policy-country-80mm', slip: policySlip(SITE, country), columns: 48 },
];
