import { z } from 'zod';
import { fen } from '../../common/kernel/money.ts';

const money = z.number().transform((n) => fen(n));

/** A row of the books as SQLite gives it; one that does not fit is a bug and throws. */
export const statementEntry = z
  .object({
    setl_id: z.string(),
    refund_of: z.string().nullable(),
    msgid: z.string(),
    mdtrt_id: z.string(),
    psn_no: z.string(),
    insutype: z.string(),
    total: money,
    fund_sum: money,
    account: money,
    stay: z.number().transform((n) => n !== 0),
  })
  .transform((r) => ({
    setlId: r.setl_id,
    refundOf: r.refund_of,
    msgid: r.msgid,
    mdtrtId: r.mdtrt_id,
    psnNo: r.psn_no,
    insutype: r.insutype,
    total: r.total,
    funds: r.fund_sum,
    account: r.account,
    stay: r.stay,
  }));
