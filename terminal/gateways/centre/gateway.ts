import type { Infno } from '../../../common/contracts/centre/transactions.ts';
import type { Clock, Random } from '../../../common/kernel/ports.ts';
import { ok } from '../../../common/kernel/result.ts';
import { createHttpsClient, type ServerTime } from '../https.ts';
import { classify, type RefusalRules } from './classify.ts';
import { provincialNumber, type Sender, writeMessage } from './message.ts';
import type { CentreGateway } from './port.ts';
import type { TransportProfile } from './transport/transport.ts';

export interface CentreGatewayOptions {
  readonly url: string;
  /** PEM of the one authority that is believed. */
  readonly ca: string;
  readonly connectMs: number;
  readonly answerMs: number;
  readonly sender: Sender;
  readonly refusals: RefusalRules;
  readonly transport: TransportProfile;
  readonly clock: Clock;
  readonly random: Random;
  /** Told the centre's time with every answer that bears one. */
  readonly onServerTime?: (time: ServerTime) => void;
}

/** An answer is a few kilobytes (C40000 by the table); a hundred classified fee lines are some sixty. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** These change nothing at the centre, so they may use a connection again; everything else gets its own. */
const READ_ONLY: readonly Infno[] = ['9001', '1101', '2206', '5201', '5203', '5206'];

/** The client of one centre. */
export function createCentreGateway(
  options: CentreGatewayOptions,
  https = createHttpsClient({ ...options, maxReplyBytes: MAX_REPLY_BYTES }),
): CentreGateway {
  const { transport, clock, random } = options;
  return {
    build: (infno, messageId, input, context) => {
      const message = writeMessage(options.sender, infno, messageId, input, context, clock.now());
      return message.ok ? ok({ infno, bytes: transport.encode(message.value) }) : message;
    },
    send: async ({ infno, bytes }) => {
      const number = provincialNumber(options.sender, infno);
      const outcome = await https.exchange({
        method: 'POST',
        path: transport.path(number),
        headers: transport.headers({ number, body: bytes, clock, random }),
        body: bytes,
        fresh: !READ_ONLY.includes(infno),
      });
      return classify(infno, outcome, transport.decode, options.refusals);
    },
    close: () => https.close(),
  };
}
