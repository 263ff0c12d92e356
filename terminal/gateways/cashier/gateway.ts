import { cashierApi } from '../../../common/contracts/cashier/cashier.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { createHttpsClient } from '../https.ts';
import { callJson } from '../json-call.ts';
import type { CashierGateway, CashierReply } from './port.ts';

export interface CashierGatewayOptions {
  readonly url: string;
  readonly ca: string;
  readonly token: string;
  readonly connectMs: number;
  readonly answerMs: number;
  readonly clock: Clock;
}

/** One answer is a few hundred bytes. */
const MAX_REPLY_BYTES = 16 * 1024;

/** The client of one external cashier. */
export function createCashierGateway(
  options: CashierGatewayOptions,
  https = createHttpsClient({ ...options, maxReplyBytes: MAX_REPLY_BYTES }),
): CashierGateway {
  const post = (verb: keyof typeof cashierApi, body: string): CashierReply => {
    const { path, out } = cashierApi[verb];
    return callJson(https, { method: 'POST', path, token: options.token, body, out });
  };
  return {
    write: (ask) => JSON.stringify(cashierApi.collect.in.parse(ask)),
    collect: (text) => post('collect', text),
    close: (key) => post('close', JSON.stringify(cashierApi.close.in.parse({ key }))),
    end: () => https.close(),
  };
}
