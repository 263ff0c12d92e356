import { hash } from 'node:crypto';
import { z } from 'zod';
import { operatorApi } from '../../../common/contracts/operator/records.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import { createHttpsClient } from '../https.ts';
import { type CallFailure, callJson } from '../json-call.ts';
import type { OperatorGateway } from './port.ts';

export interface OperatorGatewayOptions {
  readonly url: string;
  readonly ca: string;
  readonly token: string;
  readonly connectMs: number;
  readonly answerMs: number;
  readonly clock: Clock;
}

const MAX_REPLY_BYTES = 1024 * 1024;

/** What is read again of a batch that was checked when it was written. */
const keysSchema = z.object({ records: z.array(z.object({ key: z.string() })) });

/** The client of one operator. */
export function createOperatorGateway(
  options: OperatorGatewayOptions,
  https = createHttpsClient({ ...options, maxReplyBytes: MAX_REPLY_BYTES }),
): OperatorGateway {
  const { token } = options;
  return {
    write: (records) => JSON.stringify(operatorApi.post.in.parse({ records })),
    post: async (text) => {
      const asked = keysSchema.parse(JSON.parse(text)).records.map(({ key }) => key);
      const answer = await callJson(https, {
        method: 'POST',
        path: operatorApi.post.path,
        token,
        body: text,
        headers: { 'idempotency-key': hash('sha256', text, 'hex') },
        out: operatorApi.post.out,
      });
      return !answer.ok || namesEach(asked, answer.value.reply.answers) ? answer : err(BAD_ANSWER);
    },
    query: async (keys) => {
      const answer = await callJson(https, {
        method: 'POST',
        path: operatorApi.query.path,
        token,
        body: JSON.stringify(operatorApi.query.in.parse({ keys })),
        out: operatorApi.query.out,
      });
      if (answer.ok && !namesEach(keys, answer.value.reply.states)) return err(BAD_ANSWER);
      return answer.ok ? ok(new Map(answer.value.reply.states.map(({ key, state }) => [key, state]))) : answer;
    },
    state: async (key) => {
      const path = operatorApi.state.path.replace('{key}', encodeURIComponent(key));
      const answer = await callJson(https, { method: 'GET', path, token, body: null, out: operatorApi.state.out });
      return answer.ok ? ok(answer.value.reply.state) : answer;
    },
    close: () => https.close(),
  };
}

/** An answer to another question than was asked. */
const BAD_ANSWER: CallFailure = {
  kind: 'unknown',
  reason: 'badAnswer',
  status: 200,
  retryAfterMs: null,
  detail: 'not each key once',
};

/** Each key that was asked for once, and no stranger. */
function namesEach(asked: readonly string[], answers: readonly { readonly key: string }[]): boolean {
  const answered = new Set(answers.map((answer) => answer.key));
  return answers.length === asked.length && answered.size === asked.length && asked.every((key) => answered.has(key));
}
