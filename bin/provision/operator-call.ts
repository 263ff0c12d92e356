import { request } from 'node:https';
import type { z } from 'zod';

/** How a call to the operator ended. `status` 0: no answer came, and `detail` says why. */
export interface Called<T> {
  readonly status: number;
  /** The answer, where it fits its schema. */
  readonly answer: T | null;
  /** A refusal's own code. */
  readonly code: string | null;
  readonly detail: string;
  /** The request had left when it ended: the other side may have done it. */
  readonly sent: boolean;
}

const MOST = 100_000;

/** One POST over TLS that believes `ca` alone. Never throws; never follows anything. */
export function callOperator<S extends z.ZodType>(call: {
  readonly url: string;
  readonly ca: string;
  readonly path: string;
  readonly token: string | null;
  readonly body: unknown;
  readonly out: S;
  readonly timeoutMs: number;
}): Promise<Called<z.output<S>>> {
  let sent = false;
  const nothing = (status: number, detail: string): Called<z.output<S>> => ({
    sent,
    status,
    answer: null,
    code: null,
    detail,
  });
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...(call.token === null ? {} : { authorization: `Bearer ${call.token}` }),
    };
    const options = {
      method: 'POST',
      ca: call.ca,
      agent: false,
      minVersion: 'TLSv1.2',
      timeout: call.timeoutMs,
    } as const;
    const asked = request(new URL(call.path, call.url), { ...options, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        if (text.length < MOST) text += chunk;
      });
      answer.on('error', (cause) => resolve(nothing(0, cause.message)));
      answer.on('end', () => resolve(read(answer.statusCode ?? 0, text)));
    });
    asked.on('finish', () => {
      sent = true;
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer in ${call.timeoutMs} ms`)));
    asked.on('error', (cause: NodeJS.ErrnoException) => resolve(nothing(0, cause.code ?? cause.message)));
    asked.end(JSON.stringify(call.body));
  });

  function read(status: number, text: string): Called<z.output<S>> {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return nothing(status, `HTTP ${status}`);
    }
    if (status === 200) {
      const parsed = call.out.safeParse(json);
      return parsed.success
        ? { status, answer: parsed.data, code: null, detail: '', sent }
        : nothing(status, 'not as agreed');
    }
    const code = typeof json === 'object' && json !== null && 'code' in json ? String(json.code).slice(0, 40) : null;
    return { status, answer: null, code, detail: `HTTP ${status}`, sent };
  }
}
