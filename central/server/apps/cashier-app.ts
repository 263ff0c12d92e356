import { cashierApi } from '../../../common/contracts/cashier/cashier.ts';
import type { Cashier } from '../../cashier/cashier.ts';
import { parseBody } from '../body.ts';
import { type App, json, problem } from '../message.ts';
import { bearerIs } from '../secrets.ts';

type Verb = keyof typeof cashierApi;

function verbAt(path: string): Verb | null {
  const verbs: readonly Verb[] = ['collect', 'close'];
  return verbs.find((verb) => cashierApi[verb].path === path) ?? null;
}

/** The lab's cashier over HTTP: bearer token, contract checked in both directions. */
export function createCashierApp(cashier: Cashier, token: string): App {
  return {
    target: 'cashier',
    admit(request) {
      if (verbAt(request.path) === null) return problem(404, 'NOT_FOUND', 'unknown path');
      if (request.method !== 'POST') return problem(405, 'METHOD', 'POST only');
      return bearerIs(request.headers.authorization, token) ? null : problem(401, 'UNAUTHORISED', 'bearer token');
    },
    keys: (request) => [request.path],
    messageId(request) {
      const parsed = cashierApi.collect.in.safeParse(parseBody(request.body));
      return parsed.success ? parsed.data.messageId : null;
    },
    answer(request) {
      const body = parseBody(request.body);
      if (verbAt(request.path) === 'close') {
        const ask = cashierApi.close.in.safeParse(body);
        if (!ask.success) return problem(400, 'INVALID', 'not this verb’s input');
        return json(200, cashierApi.close.out.parse(cashier.close(ask.data.key)));
      }
      const ask = cashierApi.collect.in.safeParse(body);
      if (!ask.success) return problem(400, 'INVALID', 'not this verb’s input');
      const answer = cashier.collect(ask.data);
      if (!answer.ok) return problem(422, 'OTHER_CONTENT', 'this key was asked for with another content');
      return json(200, cashierApi.collect.out.parse(answer.value));
    },
  };
}
