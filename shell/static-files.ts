import { readFileSync, realpathSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** The kinds of file that a built renderer has; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Plain names separated by slashes: no dot at a name's start, no escape, no backslash. What vite writes is such. */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
}

/**
 * The file of `root` that a request's path names, or null; `page` is what stands at `/`. Nothing outside of `root` is
 * reached, by links either.
 */
export function staticFile(root: string, urlPath: string, page = '/index.html'): StaticFile | null {
  const path = urlPath === '/' ? page : urlPath;
  const type = TYPES[extname(path)];
  if (type === undefined || !PLAIN_PATH.test(path)) return null;
  try {
    const inside = realpathSync(root) + sep;
    const file = realpathSync(join(root, path));
    return file.startsWith(inside) ? { type, body: readFileSync(file) } : null;
  } catch {
    return null;
  }
}
