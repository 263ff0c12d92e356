import { reconcileSlip } from '../../terminal/receipts/reconcile-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { AGREED, SAMPLE } from '../../terminal/reconcile/testing/sample-report.ts';

/** The reconciliation slips that are kept as goldens. */
export const RECONCILE_SLIPS = [
  { name: 'reconcile-80mm', slip: reconcileSlip(SITE, SAMPLE), columns: 48 },
  { name: 'reconcile-58mm', slip: reconcileSlip(SITE, SAMPLE), columns: 32 },
  { name: 'reconcile-agreed-en-80mm', slip: reconcileSlip({ ...SITE, locale: 'en' }, AGREED), columns: 48 },
] as const;
