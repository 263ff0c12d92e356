import { type ReconcileReport, type ReconcileRow, reconcileReportSchema } from '../../../common/contracts/reconcile.ts';

/** A day with everything on it: a part that agrees, one that does not, another terminal, one row of several kinds. */

const place = {
  ...{ run: 12, day: '2026-03-02', mode: 'lab', by: 'S-0107' },
  ...{ institutionCode: 'H99010100017', institutionName: '海川市第二人民医院', terminal: 'HC-0103-07' },
  ...{ startedAt: '2026-03-03 02:30:00', finishedAt: '2026-03-03 02:30:04' },
} as const;

const one = { count: 1, total: 62_850, funds: 50_531, account: 8640 };

const open: ReconcileRow = {
  ...{
    insutype: '310',
    clrType: '11',
    setlId: '990100202603020900000123456789',
    mdtrtId: '990100202603020859000987654321',
  },
  ...{ messageId: 'H99010100017202603020900000700', refund: false, result: '1', verdict: 'deniedHere' },
  ...{ ours: null, theirs: one, encounterId: 'OP20260302001', worklist: 7, resolution: null },
};

export const SAMPLE: ReconcileReport = reconcileReportSchema.parse({
  ...place,
  state: 'open',
  parts: [
    {
      ...{ insutype: '310', clrType: '11', result: '1', state: 'open' },
      ours: { count: 41, total: 2_576_850, funds: 2_071_771, account: 354_240, cash: 150_839 },
      theirs: { count: 43, total: 2_702_550, funds: 2_172_833, account: 371_520 },
      difference: { count: 2, total: 125_700, funds: 101_062, account: 17_280 },
    },
    {
      ...{ insutype: '390', clrType: '11', result: '0', state: 'agreed' },
      ours: { count: 9, total: 301_200, funds: 150_600, account: 0, cash: 150_600 },
      theirs: { count: 9, total: 301_200, funds: 150_600, account: 0 },
      difference: { count: 0, total: 0, funds: 0, account: 0 },
    },
  ],
  others: [{ clrType: '11', sender: '05', count: 3, total: 188_550, funds: 151_593, account: 25_920 }],
  rows: [
    open,
    {
      ...open,
      ...{ setlId: '990100202603020901000123456790', messageId: 'H99010100017202603020901000701' },
      ...{ verdict: 'takenUp', encounterId: '门诊"002", 急', worklist: null },
    },
  ],
  causes: [
    { verdict: 'takenUp', rows: 4, count: 1, total: 62_850 },
    { verdict: 'deniedHere', rows: 1, count: 1, total: 62_850 },
  ],
  rowsLeftOut: 3,
  open: { rows: 1, fen: 62_850 },
});

/** The same hospital on a good day. */
export const AGREED: ReconcileReport = reconcileReportSchema.parse({
  ...SAMPLE,
  ...{ state: 'agreed', by: null, others: [], rows: [], causes: [], rowsLeftOut: 0, open: { rows: 0, fen: 0 } },
  parts: SAMPLE.parts.filter(({ state }) => state === 'agreed'),
});
