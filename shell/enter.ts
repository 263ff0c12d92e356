import type { IncomingMessage } from 'node:http';

/** A token form is about 60 bytes. */
const MAX_BODY = 512;

/**
 * The `token` field of a posted form, or null where there is none. A body without a declared, small length is not
 * read at all.
 */
export async function postedToken(request: IncomingMessage): Promise<string | null> {
  const length = Number(request.headers['content-length'] ?? 'none');
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded' || !(length <= MAX_BODY)) return null;
  const parts: Buffer[] = [];
  try {
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  } catch {
    return null; // The sender went away.
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8')).get('token');
}

/**
 * What a good token is answered with. Not a redirect: that would still count as coming from the start page, and a
 * SameSite=Strict cookie is not sent then. A page of our own that leads on is same-site, needs no script, and
 * replaces itself in the history.
 */
export const ENTERED_PAGE =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>民卡</title>\n';
