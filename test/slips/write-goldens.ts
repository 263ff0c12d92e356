/** Writes the goldens of this folder anew (`node test/slips/write-goldens.ts`). Look at every picture before you commit it. */
import { writeFileSync } from 'node:fs';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { BENEFITS_SLIPS, goldenUrl } from './benefits.ts';
import { CERTIFICATE_SLIPS, PAPER_SLIPS } from './certificates.ts';
import { COPY_SLIPS } from './copy.ts';
import { LOSS_SLIPS, PIN_SLIPS } from './pin.ts';
import { POLICY_SLIPS } from './policy.ts';
import { RECONCILE_SLIPS } from './reconcile.ts';
import { SERVICE_SLIPS } from './services.ts';
import { SETTLEMENT_SLIPS } from './settlement.ts';
import { SHIFT_SLIPS } from './shift.ts';

for (const { name, slip, columns } of [
  ...BENEFITS_SLIPS,
  ...CERTIFICATE_SLIPS,
  ...PAPER_SLIPS,
  ...COPY_SLIPS,
  ...LOSS_SLIPS,
  ...PIN_SLIPS,
  ...POLICY_SLIPS,
  ...RECONCILE_SLIPS,
  ...SERVICE_SLIPS,
  ...SETTLEMENT_SLIPS,
  ...SHIFT_SLIPS,
]) {
  const { bytes, paper } = printOffline(slip, columns);
  writeFileSync(goldenUrl(name, 'bin'), bytes);
  writeFileSync(goldenUrl(name, 'png'), paper.png());
}
