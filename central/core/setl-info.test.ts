import { expect, test } from 'vitest';
import { fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { NOTHING_USED } from '../benefits/medical/year-use.ts';
import { NumberText } from './json.ts';
import { type Amounts, detailRows } from './setl-info.ts';
import { settingsSchema } from './settings.ts';

/** 300.00 below the deductible: no fund pays, the account 50.00. */
const BELOW: Amounts = {
  ...{ total: fen(30_000), ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: fen(30_000) },
  ...{ funds: [], hospital: ZERO_FEN, account: fen(5000), cash: fen(25_000), poolShare: '0.0000' },
  deductible: fen(30_000),
  city: { use: NOTHING_USED, purses: [], process: '哈尔滨市职工基本医疗保险' },
};

test('where the account counts as a fund, its row stands also where no fund pays and the reason is told', () => {
  const settings = settingsSchema.parse({ accountInsideFunds: true });
  const rows = detailRows(BELOW, settings, 1);
  const paid = rows.map(({ fund_payamt: amount }) => (amount instanceof NumberText ? amount.text : amount));
  expect(paid).toEqual(['0.00', '50.00']);
  expect(rows.map(({ fund_pay_type: type }) => type)).toEqual(['310100', '310200']);
  expect(rows[0]).toMatchObject({ setl_proc_info: '哈尔滨市职工基本医疗保险' });
  expect(detailRows(BELOW, settingsSchema.parse({}), 1)).toHaveLength(1);
});
