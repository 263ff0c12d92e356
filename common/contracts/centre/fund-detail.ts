import { z } from 'zod';
import * as answer from './output-fields.ts';

/** One fund of a settlement (2206, 2207, 2208, 5203 share this node). */
export const fundDetailSchema = z.object({
  fund_pay_type: answer.lenient(answer.coded('基金支付类型', 6)),
  inscp_scp_amt: answer.maybeMoney('符合政策范围金额', { required: true }),
  crt_payb_lmt_amt: answer.maybeMoney('本次可支付限额金额', { required: true }),
  fund_payamt: answer.maybeMoney('基金支付金额', { required: true }),
  fund_pay_type_name: answer.maybe(answer.text('基金支付类型名称', 200)),
  setl_proc_info: answer.maybe(answer.text('结算过程信息', 4000)),
});
