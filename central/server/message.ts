import type { IncomingHttpHeaders } from 'node:http';

/** One HTTP request, read whole, and its reply: what the applications see of HTTP. */
export interface Request {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type Target = 'centre' | 'his' | 'operator' | 'benefits' | 'cashier' | 'admin';

/** One of the six servers. */
export interface App {
  readonly target: Target;
  /** A refusal before anything is looked at (unknown address, wrong credentials), or null. */
  admit(request: Request): Reply | null;
  /** Names by which a fault or the log knows this request: the transaction number, the path. */
  keys(request: Request): readonly string[];
  /** The sender's own id of the request, for the log. */
  messageId(request: Request): string | null;
  answer(request: Request): Reply | Promise<Reply>;
  /** The form in which a reply goes out, the last thing before the wire: encrypted, where this server does so. */
  seal?(reply: Reply): Reply;
}

/** A JSON reply. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

/** An error reply of ours. `message` holds no value of the request. */
export function problem(status: number, code: string, message: string): Reply {
  return json(status, { error: { code, message } });
}
