import type { IncomingHttpHeaders } from 'node:http';
import type { Reply, Request } from '../message.ts';

/** What stands in front of the centre: who may come in, at which address, and in which form. */
export interface Gate {
  /** A refusal by address, method or credentials, or null. */
  admit(request: Request): Reply | null;
  /** Transaction numbers that are served at this address; null: every one. */
  numbersAt(path: string): readonly string[] | null;
  /** The message inside the request as plain bytes; null where it is not what the sender proved. */
  open(request: Request): Uint8Array | null;
  /** An answer in the form in which this family sends it. */
  seal(reply: Reply): Reply;
}

/** One header as text, "" where it is missing or there are several. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
