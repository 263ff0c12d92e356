import type { Clock, Random } from '../../../common/kernel/ports.ts';
import { baseNumber } from '../../core/base-number.ts';
import type { Handle } from '../../core/handle.ts';
import type { Ledger } from '../../core/ledger.ts';
import type { Gate } from '../gate/gate.ts';
import { type App, problem, type Reply, type Request } from '../message.ts';

/** A field of the envelope as text search finds it, before anything is parsed. */
const MESSAGE_ID = /"msgid"\s*:\s*"([^"\\]{1,60})"/;
const NUMBER = /"infno"\s*:\s*"([0-9A-Z]{1,10})"/;

/** The centre behind its gateway: access first, then the form of the body, then the message. */
export function createCentreApp(input: {
  readonly handle: Handle;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
  readonly gate: Gate;
  readonly say: (line: string) => void;
}): App {
  const { clock, gate, ledger, random, say } = input;

  const peek = (request: Request, field: RegExp): string | null => {
    const plain = gate.open(request);
    return plain === null ? null : (field.exec(new TextDecoder().decode(plain))?.[1] ?? null);
  };
  /** What the message has to be by its address; where one address takes several, what it says it is. */
  const expected = (request: Request): string | null => {
    const served = gate.numbersAt(request.path);
    if (served === null || served.length > 1) {
      const said = peek(request, NUMBER);
      if (served === null || (said !== null && served.includes(said))) return said;
    }
    return served[0] ?? null;
  };

  return {
    target: 'centre',
    admit: gate.admit,
    // Faults and log name the transaction, whichever number it bears here; or a number exactly.
    keys(request) {
      const number = expected(request) ?? '';
      return [baseNumber(number), request.path, number];
    },
    messageId: (request) => peek(request, MESSAGE_ID),
    seal: gate.seal,
    answer(request): Reply {
      const plain = gate.open(request);
      if (plain === null) return problem(401, 'GATEWAY_REFUSED', 'the body');
      const number = gate.numbersAt(request.path) === null ? undefined : (expected(request) ?? undefined);
      const handled = input.handle(plain, ledger, clock, random, number);
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
