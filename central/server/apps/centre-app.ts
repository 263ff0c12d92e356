import type { Clock, Random } from '../../../common/kernel/ports.ts';
import type { Handle } from '../../core/handle.ts';
import type { Ledger } from '../../core/ledger.ts';
import { type App, problem, type Reply, type Request } from '../message.ts';
import { infnoAt } from '../paths.ts';
import { createXtifCheck } from '../xtif.ts';

/** The sender's message id as text search finds it: for the log, before anything is parsed. */
function peekMessageId(request: Request): string | null {
  return /"msgid"\s*:\s*"([^"\\]{1,60})"/.exec(new TextDecoder().decode(request.body))?.[1] ?? null;
}

/** The centre behind its gateway: signature first, then the message. */
export function createCentreApp(input: {
  readonly handle: Handle;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
  readonly token: string;
  readonly say: (line: string) => void;
}): App {
  const { clock, ledger, random, say } = input;
  const check = createXtifCheck(input.token, () => clock.now());
  return {
    target: 'centre',
    admit(request) {
      if (infnoAt(request.path) === null) return problem(404, 'NO_SUCH_SERVICE', 'unknown path');
      if (request.method !== 'POST') return problem(405, 'METHOD', 'POST only');
      const fault = check(request.headers);
      return fault === null ? null : problem(401, 'GATEWAY_REFUSED', fault);
    },
    keys: (request) => [infnoAt(request.path) ?? '', request.path],
    messageId: peekMessageId,
    answer(request): Reply {
      const handled = input.handle(request.body, ledger, clock, random, infnoAt(request.path) ?? undefined);
      const effects = handled.effects.map((effect) => effect.kind).join(' ');
      say(`centre ${handled.infno} ${handled.msgid} ${handled.ok ? 'ok' : 'refused'} ${effects}`.trimEnd());
      return {
        status: handled.status,
        headers: {
          'content-type': handled.file ? 'application/octet-stream' : 'application/json; charset=utf-8',
        },
        body: handled.bytes,
      };
    },
  };
}
