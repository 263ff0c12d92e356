import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/**
 * 3201 医药机构费用结算对总账: one insurance type and one clearing type of a span of days, ours against theirs. A refund
 * counts with its negative amounts.
 */
export const statementTotalSchema = z.object({
  insutype: ask.coded('险种', 6),
  clr_type: ask.coded('清算类别', 6),
  setl_optins: ask.text('结算经办机构', 6),
  stmt_begndate: ask.date('对账开始日期'),
  stmt_enddate: ask.date('对账结束日期'),
  medfee_sumamt: ask.money('医疗费总额'),
  fund_pay_sumamt: ask.money('基金支付总额'),
  acct_pay: ask.money('个人账户支付金额'),
  fixmedins_setl_cnt: ask.decimal('定点医药机构结算笔数', '10'),
  refd_setl_flag: ask.optional(ask.text('退费结算标志', 3)),
});

export const statementTotalInput = z.object({ data: statementTotalSchema });

/** `stmt_rslt` 0 对平, 1 中心多, 2 医药机构多, 3 数据不一致 (B6.4). */
export const statementTotalOutput = z.object({
  stmtinfo: z.object({
    setl_optins: answer.maybe(answer.text('结算经办机构', 6)),
    stmt_rslt: answer.coded('对账结果', 6),
    stmt_rslt_dscr: answer.maybe(answer.text('对账结果说明', 200)),
  }),
});

/** 3202 医药机构费用结算对明细账: compares the file that 9101 took with the centre's rows. */
export const statementDetailSchema = z.object({
  clr_type: ask.optional(ask.text('清算类别', 6)),
  setl_optins: ask.text('结算经办机构', 6),
  file_qury_no: ask.text('文件查询号', 30),
  stmt_begndate: ask.date('对账开始日期'),
  stmt_enddate: ask.date('对账结束日期'),
  medfee_sumamt: ask.money('医疗费总额'),
  fund_pay_sumamt: ask.money('基金支付总额'),
  cash_payamt: ask.money('现金支付金额'),
  fixmedins_setl_cnt: ask.decimal('定点医药机构结算笔数', '10'),
});

export const statementDetailInput = z.object({ data: statementDetailSchema });

/** `result` lists the columns of the result file; some centres repeat its rows in the answer. The file decides. */
export const statementDetailOutput = z.object({
  fileinfo: z.object({
    file_qury_no: answer.id('文件查询号', 30),
    filename: answer.text('文件名称', 200),
    dld_endtime: answer.lenient(answer.dateTime('下载截止时间')),
  }),
  result: answer.list(
    z.object({
      psn_no: answer.maybe(answer.personal('人员编号', 30)),
      mdtrt_id: answer.maybe(answer.text('就诊ID', 30)),
      setl_id: answer.maybe(answer.text('结算ID', 30)),
      msgid: answer.maybe(answer.text('发送方报文ID', 30)),
      stmt_rslt: answer.maybe(answer.text('对账结果', 6)),
      refd_setl_flag: answer.maybe(answer.text('退费结算标志', 3)),
      memo: answer.maybe(answer.text('备注', 500)),
      medfee_sumamt: answer.maybeMoney('医疗费总额'),
      fund_pay_sumamt: answer.maybeMoney('基金支付总额'),
      acct_pay: answer.maybeMoney('个人账户支出'),
    }),
  ),
});
