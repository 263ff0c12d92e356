import type { CentreInput, CentreOutput, Infno } from '../../../common/contracts/centre/transactions.ts';
import type { MessageId } from '../../../common/kernel/message-id.ts';
import type { Pii } from '../../../common/kernel/pii.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { NotSentReason } from '../https.ts';

/** 经办人: a cashier under her own number, where she stands at the desk. */
export interface Operator {
  readonly number: string;
  readonly name: Pii<string>;
}

/** What the envelope needs beside the input. */
export interface CentreContext {
  /** 参保地医保区划, from 1101; null before it is known (9001, 1101). */
  readonly insuplcAdmdvs: string | null;
  /** 签到流水号, from 9001; null where the centre wants none. */
  readonly signNo: string | null;
  /** Null or missing: the terminal itself, as the site profile names it. */
  readonly operator?: Operator | null;
}

/**
 * One message, ready to go: the exact bytes of the body. Store `infno` and `bytes` before `send`; both, read back
 * after a restart, are all that `send` needs. Never change the bytes. They hold personal data: encrypted journal only.
 * Headers (timestamp, nonce, signature) are not part of it, they are made at each send.
 */
export interface CentreRequest<I extends Infno = Infno> {
  readonly infno: I;
  readonly bytes: Uint8Array;
}

/** The input does not fit the national table; nothing was built. `field` is a path such as "data.dept_name", no value. */
export interface InvalidInput {
  readonly field: string;
  readonly problem: string;
}

/** Ms: `wallMs` as we waited, `serverMs` of it the other side's own (`Server-Timing`), null where it does not say. */
export interface CentreTiming {
  readonly wallMs: number;
  readonly serverMs: number | null;
}

export type UnknownReason =
  /** No complete answer in time, or the connection broke after the first request byte. */
  | 'timeout'
  | 'reset'
  /** Answer longer than the limit, or not HTTP. */
  | 'tooBig'
  | 'protocol'
  /** 3xx (never followed), 409, 429, other 4xx/5xx without an envelope. */
  | 'redirect'
  | 'status'
  /** 200, but no envelope in it. */
  | 'unparsable'
  /** infcode 0 with no output where one is required, or with one that breaks the table. */
  | 'noOutput'
  | 'badOutput'
  /** The envelope says "failed", but in a way that does not say that nothing was done. */
  | 'systemError'
  | 'infcode';

/** How a send ended (DESIGN §4, Settlement). `message` and `detail` are short and hold no body; `reply` is the body. */
export type CentreOutcome<O> =
  | {
      readonly kind: 'ok';
      readonly output: O;
      /** 接收方报文ID, for support. */
      readonly centreMessageId: string | null;
      readonly reply: Pii<string>;
      readonly timing: CentreTiming;
    }
  /** A business refusal by the profile's table: nothing was done. */
  | {
      readonly kind: 'refused';
      readonly infcode: string;
      /** err_msg, first line, at most 200 characters. */
      readonly message: string;
      readonly reply: Pii<string>;
      readonly timing: CentreTiming;
    }
  /** No request byte was written: the same bytes may be offered again. */
  | { readonly kind: 'notSent'; readonly reason: NotSentReason; readonly detail: string }
  /** Anything may have happened at the centre. */
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly detail: string;
      readonly reply: Pii<string> | null;
      readonly retryAfterMs: number | null;
      readonly timing: CentreTiming;
    };

/** The client of the insurance platform. Nothing here throws for an outside cause, and nothing is ever resent. */
export interface CentreGateway {
  /** Writes the message; pure but for the clock (`inf_time`). */
  build<I extends Infno>(
    infno: I,
    messageId: MessageId,
    input: CentreInput<I>,
    context: CentreContext,
  ): Result<CentreRequest<I>, InvalidInput>;
  /** Sends these bytes once. */
  send<I extends Infno>(request: CentreRequest<I>): Promise<CentreOutcome<CentreOutput<I>>>;
  /** Closes idle connections. */
  close(): void;
}
