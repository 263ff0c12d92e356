import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Problem } from './problem.ts';

/** A stay of five thousand lines stays below this. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The bytes, or null where there are more than the limit. What is beyond it is let run out unread, so that the refusal
 * finds its connection whole; the server ends a sender who does not come to an end. Rejects where the body breaks off.
 */
function read(message: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve(null);
      }
    });
    message.once('end', () => resolve(Buffer.concat(chunks)));
    message.once('error', reject);
    message.once('close', () => reject(new Error('a body that broke off')));
  });
}

/** The body as JSON; an empty one is an empty object. Keeps no more than the limit, and takes no other media type. */
export async function readJson(message: IncomingMessage): Promise<Result<unknown, Problem>> {
  const length = Number(message.headers['content-length'] ?? '0');
  const bytes = length > MAX_BODY_BYTES ? null : await read(message);
  if (bytes === null) return err({ code: 'TOO_LARGE' });
  if (bytes.length === 0) return ok({});
  if (!/^application\/json *(;|$)/i.test(message.headers['content-type'] ?? '')) return err({ code: 'NOT_JSON' });
  try {
    return ok(JSON.parse(utf8.decode(bytes)));
  } catch {
    return err({ code: 'BAD_JSON' });
  }
}
