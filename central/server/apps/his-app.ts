import { z } from 'zod';
import { hisDayApi } from '../../../common/contracts/his/day.ts';
import { hisApi } from '../../../common/contracts/his/his.ts';
import type { His } from '../../his/his.ts';
import { parseBody } from '../body.ts';
import { type App, json, problem } from '../message.ts';
import { bearerIs } from '../secrets.ts';

type Verb = keyof typeof hisApi | 'day';

/** What each verb takes. */
const takes = { ...hisApi, day: hisDayApi } as const;

function verbAt(path: string): Verb | null {
  const verbs: readonly Verb[] = ['unpaid', 'hold', 'settled', 'released', 'refunded', 'query', 'day'];
  return verbs.find((verb) => takes[verb].path === path) ?? null;
}

const withMessageId = z.object({ messageId: z.string() });

/** The HIS over HTTP: bearer token, contract checked in both directions. */
export function createHisApp(his: His, token: string): App {
  function run(verb: Verb, body: Uint8Array): unknown {
    switch (verb) {
      case 'unpaid':
        return hisApi.unpaid.out.parse(his.unpaid(hisApi.unpaid.in.parse(parseBody(body))));
      case 'hold':
        return hisApi.hold.out.parse(his.hold(hisApi.hold.in.parse(parseBody(body))));
      case 'settled':
        return hisApi.settled.out.parse(his.settled(hisApi.settled.in.parse(parseBody(body))));
      case 'released':
        return hisApi.released.out.parse(his.released(hisApi.released.in.parse(parseBody(body))));
      case 'refunded':
        return hisApi.refunded.out.parse(his.refunded(hisApi.refunded.in.parse(parseBody(body))));
      case 'query':
        return hisApi.query.out.parse(his.query(hisApi.query.in.parse(parseBody(body))));
      case 'day': {
        const page = his.day(hisDayApi.in.parse(parseBody(body)));
        // Checked as it will be read; sent as it was made, since what is read is wrapped.
        hisDayApi.out.parse(page);
        return page;
      }
    }
  }
  return {
    target: 'his',
    admit(request) {
      if (verbAt(request.path) === null) return problem(404, 'NOT_FOUND', 'unknown path');
      if (request.method !== 'POST') return problem(405, 'METHOD', 'POST only');
      return bearerIs(request.headers.authorization, token) ? null : problem(401, 'UNAUTHORISED', 'bearer token');
    },
    keys: (request) => [request.path],
    messageId(request) {
      const parsed = withMessageId.safeParse(parseBody(request.body));
      return parsed.success ? parsed.data.messageId : null;
    },
    answer(request) {
      const verb = verbAt(request.path);
      if (verb === null) return problem(404, 'NOT_FOUND', 'unknown path');
      if (!takes[verb].in.safeParse(parseBody(request.body)).success)
        return problem(400, 'INVALID', 'not this verb’s input');
      return json(200, run(verb, request.body));
    },
  };
}
