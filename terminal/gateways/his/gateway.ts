import { hisDayApi } from '../../../common/contracts/his/day.ts';
import { hisApi } from '../../../common/contracts/his/his.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import { createHttpsClient } from '../https.ts';
import { callJson } from '../json-call.ts';
import type { HisAnswer, HisDay, HisGateway } from './port.ts';

export interface HisGatewayOptions {
  readonly url: string;
  readonly ca: string;
  readonly token: string;
  readonly connectMs: number;
  readonly answerMs: number;
  readonly clock: Clock;
}

/** Twenty encounters of five hundred lines stay below this. */
const MAX_REPLY_BYTES = 8 * 1024 * 1024;

/** The client of one hospital's system. */
export function createHisGateway(
  options: HisGatewayOptions,
  https = createHttpsClient({ ...options, maxReplyBytes: MAX_REPLY_BYTES }),
): HisGateway & HisDay {
  // The reply schema is picked by `verb`, which the compiler cannot follow through the table.
  const post = <K extends keyof typeof hisApi>(verb: K, body: string): HisAnswer<K> => {
    const { path, out } = hisApi[verb];
    return callJson(https, { method: 'POST', path, token: options.token, body, out }) as HisAnswer<K>;
  };
  return {
    async unpaid(person) {
      const asked = hisApi.unpaid.in.parse(unwrapPii(person));
      const answer = await post('unpaid', JSON.stringify(asked));
      if (!answer.ok) return answer;
      const { timing, reply } = answer.value;
      // A proxy or a HIS that mixes up its answers: nobody sees another person's bill, nor pays it.
      if (reply.identityNumber !== asked.identityNumber) {
        const unknown = { kind: 'unknown', reason: 'badAnswer', status: 200, retryAfterMs: null } as const;
        return err({ ...unknown, detail: 'identityNumber' });
      }
      return ok({ reply: { encounters: reply.encounters }, timing });
    },
    hold: (input) => post('hold', JSON.stringify(hisApi.hold.in.parse(input))),
    write: (notice, input) => JSON.stringify(hisApi[notice].in.parse(input)),
    deliver: (notice, text) => post(notice, text),
    query: (input) => post('query', JSON.stringify(hisApi.query.in.parse(input))),
    async day(day, cursor) {
      const body = JSON.stringify(hisDayApi.in.parse({ day, cursor }));
      const { path, out } = hisDayApi;
      const answer = await callJson(https, { method: 'POST', path, token: options.token, body, out });
      return answer.ok ? ok(answer.value.reply) : answer;
    },
    close: () => https.close(),
  };
}
