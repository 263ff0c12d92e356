import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Problem } from './problem.ts';

/** A stay of five thousand lines stays below this. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The body as JSON; an empty one is an empty object. Reads no more than the limit, and no other media type. */
export async function readJson(message: IncomingMessage): Promise<Result<unknown, Problem>> {
  const length = Number(message.headers['content-length'] ?? '0');
  if (length > MAX_BODY_BYTES) return err({ code: 'TOO_LARGE' });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return err({ code: 'TOO_LARGE' });
    chunks.push(chunk);
  }
  if (size === 0) return ok({});
  if (!/^application\/json *(;|$)/i.test(message.headers['content-type'] ?? '')) return err({ code: 'NOT_JSON' });
  try {
    return ok(JSON.parse(utf8.decode(Buffer.concat(chunks))));
  } catch {
    return err({ code: 'BAD_JSON' });
  }
}
