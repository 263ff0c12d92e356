import { settlementSlip } from '../../terminal/receipts/settlement-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { encounter, prepared, settled } from '../../terminal/testing/people.ts';

/** Copies by hand that are kept as goldens: bytes, and what a printer makes of them. */

const person = { name: '李*兰', number: '990***********2046', sex: null } as const;
const asked = { by: 'S001', at: Date.UTC(2026, 10, 22, 1, 12) };
const slip = {
  ...{ person, psnType: null, collection: null, copy: 1, asked },
  settled: settled(prepared(encounter('MZ20261121001'), true)),
};

export const COPY_SLIPS = [
  { name: 'copy-by-hand-80mm', slip: settlementSlip(SITE, slip), columns: 48 },
  { name: 'copy-by-hand-58mm', slip: settlementSlip(SITE, slip), columns: 32 },
  {
    name: 'copy-by-hand-en-80mm',
    slip: settlementSlip({ ...SITE, locale: 'en' }, { ...slip, copy: 12 }),
    columns: 48,
  },
] as const;
