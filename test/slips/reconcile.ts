import { reconcileSlip } from '../../terminal/receipts/reconcile-slip.ts';
import { AGREED, SAMPLE } from '../../terminal/reconcile/testing/sample-report.ts';
import { SITE } from './benefits.ts';

/** The reconciliation slips that are kept as goldens. */
export const RECONCILE_SLIPS = [
  { name: 'reconcile-80mm', slip: reconcileSlip(SITE, SAMPLE), columns: 48 },
  { name: 'reconcile-58mm', slip: reconcileSlip(SITE, SAMPLE), columns: 32 },
  { name: 'reconcile-agreed-en-80mm', slip: reconcileSlip({ ...SITE, locale: 'en' }, AGREED), columns: 48 },
] as const;
