import type { Clock, Random } from '../../../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';

/** One message before it takes its family's form: the envelope's own fields, and the input as JSON text. */
export interface MessageParts {
  /** In the order of the standard's table, `input` not among them. */
  readonly envelope: Readonly<Record<string, string>>;
  readonly input: string;
}

/** What the headers of one send are made from. */
export interface Sending {
  /** 交易编号 as this province writes it. */
  readonly number: string;
  readonly body: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
}

/** Names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * How messages travel to one family of centres. There is no national address or signature (domain-facts B5.4), so the
 * message layer knows nothing of either, and a province is a profile.
 */
export interface TransportProfile {
  /** Path below the centre's base URL, of a transaction number as this province writes it. */
  path(number: string): string;
  /** The message as it goes out, encrypted and signed where the family does so: made once, stored, sent as it is. */
  encode(message: MessageParts): Uint8Array;
  /** Made anew at each send (timestamp, nonce, signature); no part of the stored message. */
  headers(sending: Sending): Readonly<Record<string, string>>;
  /** The text of an answer's body. What is not the centre's, where the family proves that, is unparsable. */
  decode(body: Uint8Array, headers: AnswerHeaders): Result<string, 'unparsable'>;
}

const [toUtf8, fromUtf8] = [new TextEncoder(), new TextDecoder('utf-8', { fatal: true })];

/** The message as plain JSON text: the envelope in its order, `input` last. */
export function messageText({ envelope, input }: MessageParts): string {
  return `${JSON.stringify(envelope).slice(0, -1)},"input":${input}}`;
}

/** Text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return toUtf8.encode(text);
}

/** UTF-8 as text, or nothing at all: half a character is no answer. */
export function readUtf8(body: Uint8Array): Result<string, 'unparsable'> {
  try {
    return ok(fromUtf8.decode(body));
  } catch {
    return err('unparsable');
  }
}

/** Body of plain UTF-8 JSON in both directions: what all families share where nothing is encrypted. */
export const plainBody: Pick<TransportProfile, 'encode' | 'decode'> = {
  encode: (message) => utf8(messageText(message)),
  decode: readUtf8,
};

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' } as const;
