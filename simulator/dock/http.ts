import type { ServerResponse } from 'node:http';

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The page's own files, pictures and calls; no inline script or style, nothing from elsewhere, in no frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** One whole answer. A body that was not read is not waited for: the connection ends. */
export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  if (status >= 400) response.setHeader('connection', 'close');
  response.writeHead(status, { ...HEADERS, 'content-type': type, 'content-security-policy': POLICY });
  response.end(body);
}

/** To `location`, with the cookie. */
export function sendOn(response: ServerResponse, location: string, cookie: string | null): void {
  if (cookie !== null) response.setHeader('set-cookie', cookie);
  response.writeHead(303, { ...HEADERS, location, 'content-security-policy': POLICY });
  response.end();
}
