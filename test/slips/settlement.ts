import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { fen } from '../../common/kernel/money.ts';
import type { Prepared } from '../../terminal/ports.ts';
import { settlementSlip } from '../../terminal/receipts/settlement-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { encounter, prepared, settled } from '../../terminal/testing/people.ts';

/** Settlement slips that are kept as goldens: every layer and every term that there is, and each end of the cash part. */

const person = { name: '李*兰', number: '990***********2046', sex: 'female' } as const;

/** A civil servant of Harbin, treated here: an examination above its limit, and a drug that is not covered. */
const split: Split = {
  total: fen(109_500),
  funds: fen(71_300),
  layers: [
    { layer: 'pool', amount: fen(52_000) },
    { layer: 'major', amount: fen(6000) },
    { layer: 'largeAmount', amount: fen(5000) },
    { layer: 'civilServant', amount: fen(4300) },
    { layer: 'assistance', amount: fen(3000) },
    { layer: 'other', amount: fen(1000) },
  ],
  hospital: fen(1200),
  account: fen(15_000),
  accountMutualAid: fen(7000),
  accountBalanceAfter: fen(0),
  cash: fen(22_000),
  deductible: fen(10_000),
};
const scope = { ownExpense: fen(3000), overLimit: fen(20_000), advanceSelfPay: fen(3200), inScope: fen(83_300) };

const visit = {
  ...encounter('MZ20261122009', ['520.00', '30.00', '545.00']),
  medicalType: '14',
  disease: { code: 'M03900', name: '高血压病伴并发症' },
};
const zero = fen(0);
const from: Prepared = {
  ...prepared(visit, true),
  split,
  levels: new Map([
    [
      'MZ20261122009-1',
      {
        level: '02',
        limit: '320.00',
        share: '10',
        parts: { ownExpense: zero, overLimit: fen(20_000), advanceSelfPay: fen(3200), inScope: fen(28_800) },
      },
    ],
    [
      'MZ20261122009-2',
      { level: '03', parts: { ownExpense: fen(3000), overLimit: zero, advanceSelfPay: zero, inScope: zero } },
    ],
    ['MZ20261122009-3', { level: '01' }],
  ]),
  terms: { insuredAt: '992300', scope, clearingWay: '1', words: ['哈尔滨市职工基本医疗保险；含示例数据'] },
};

const slip = (collection: CollectionResult | null, site: Parameters<typeof settlementSlip>[0] = SITE) =>
  settlementSlip(site, { person, settled: settled(from, { split, scope }), collection, psnType: '12', copy: 0 });

const taken = { state: 'collected', reference: 'SK20261122100452A1B2C3D4E5F60718', at: '2026-11-22 10:04:52' } as const;

export const SETTLEMENT_SLIPS = [
  { name: 'settlement-collected-80mm', slip: slip(taken), columns: 48 },
  { name: 'settlement-collected-58mm', slip: slip(taken), columns: 32 },
  { name: 'settlement-collected-en-80mm', slip: slip(taken, { ...SITE, locale: 'en' }), columns: 48 },
  { name: 'settlement-not-collected-80mm', slip: slip({ state: 'notCollected', because: 'declined' }), columns: 48 },
  { name: 'settlement-cash-unknown-58mm', slip: slip({ state: 'unknown' }), columns: 32 },
] as const;
