import { z } from 'zod';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { HttpsClient, HttpsTiming, NotSentReason } from './https.ts';

/**
 * How a call to a JSON API (HIS, operator) failed. All of these calls are queries or idempotent by a key in the body,
 * so `unknown` means: ask again, byte for byte.
 */
export type CallFailure =
  | { readonly kind: 'notSent'; readonly reason: NotSentReason; readonly detail: string }
  /**
   * The other side read it and said no. `about: 'content'` (400, 413, 415, 422): the same bytes will never do.
   * `about: 'access'` (401, 403, 404, 405, 410): address or token are wrong; the content may be good.
   * `code`: the refusal's own, where its body names one.
   */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly about: 'content' | 'access';
      readonly detail: string;
      readonly code?: string;
    }
  /** No usable answer. `retryAfterMs`: the other side asked to be left alone that long. */
  | {
      readonly kind: 'unknown';
      readonly reason: 'timeout' | 'reset' | 'tooBig' | 'protocol' | 'redirect' | 'status' | 'badAnswer';
      readonly status: number | null;
      readonly retryAfterMs: number | null;
      readonly detail: string;
    };

/** A reply that passed its schema, and how long it took. */
export interface CallReply<T> {
  readonly reply: T;
  readonly timing: HttpsTiming;
}

export interface JsonCall<S extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  /** Exact JSON text, or null for GET. */
  readonly body: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly out: S;
}

const [toUtf8, fromUtf8] = [new TextEncoder(), new TextDecoder('utf-8', { fatal: true })];

const ABOUT: Readonly<Record<number, 'content' | 'access'>> = {
  400: 'content',
  413: 'content',
  415: 'content',
  422: 'content',
  401: 'access',
  403: 'access',
  404: 'access',
  405: 'access',
  410: 'access',
};

/** One call with a bearer token; the reply is parsed by `out`. Never throws, never follows a redirect. */
export async function callJson<S extends z.ZodType>(
  https: HttpsClient,
  call: JsonCall<S>,
): Promise<Result<CallReply<z.output<S>>, CallFailure>> {
  const outcome = await https.exchange({
    method: call.method,
    path: call.path,
    headers: {
      ...(call.body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      authorization: `Bearer ${call.token}`,
      ...call.headers,
    },
    body: call.body === null ? null : toUtf8.encode(call.body),
    fresh: false,
  });
  if (outcome.kind === 'notSent') return err(outcome);
  if (outcome.kind === 'broken') {
    return err({ kind: 'unknown', reason: outcome.reason, status: null, retryAfterMs: null, detail: outcome.detail });
  }
  const { status, retryAfterMs } = outcome;
  const unknown = (reason: 'redirect' | 'status' | 'badAnswer', detail: string) =>
    err({ kind: 'unknown', reason, status, retryAfterMs, detail } as const);
  const about = ABOUT[status];
  if (about !== undefined) {
    return err({ kind: 'refused', status, about, detail: `HTTP ${status}`, ...codeOf(outcome.body) });
  }
  if (status >= 300 && status < 400) return unknown('redirect', `HTTP ${status}`);
  if (status !== 200) return unknown('status', `HTTP ${status}`);
  const json = parseJson(outcome.body);
  const reply = json.ok ? call.out.safeParse(json.value) : null;
  if (reply === null) return unknown('badAnswer', 'not JSON');
  if (!reply.success) return unknown('badAnswer', reply.error.issues[0]?.path.map(String).join('.') ?? '');
  return ok({ reply: reply.data, timing: outcome.timing });
}

const codedSchema = z.object({ code: z.string().regex(/^[A-Z_]{1,40}$/) });

/** `code` of a refusal's JSON body, where there is one. */
function codeOf(body: Uint8Array): { readonly code?: string } {
  const json = parseJson(body);
  const coded = codedSchema.safeParse(json.ok ? json.value : null);
  return coded.success ? { code: coded.data.code } : {};
}

function parseJson(body: Uint8Array): Result<unknown, 'unparsable'> {
  try {
    return ok(JSON.parse(fromUtf8.decode(body)));
  } catch {
    return err('unparsable');
  }
}
