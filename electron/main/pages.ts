import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { PAGE_HEADERS } from '../locks/content-policy.ts';
import { ORIGIN } from '../locks/origin.ts';

export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** A stricter policy of its own. */
  readonly policy?: string;
}

/** Path of the address (`/index.html`) → file. */
export type PageTable = ReadonlyMap<string, PageFile>;

/** The kinds of file that a built renderer has; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Reads a built renderer into a table, once. No address ever becomes a path of the file system, so there is nothing to
 * traverse: what is not in the table does not exist. Links are not followed. Throws where the folder cannot be read.
 */
export function readPages(dir: string): Map<string, PageFile> {
  const table = new Map<string, PageFile>();
  const walk = (folder: string, path: string): void => {
    // Not `recursive: true`: that follows a link to a folder.
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name);
      const type = TYPES[extname(entry.name)];
      if (entry.isDirectory()) walk(file, `${path}${entry.name}/`);
      else if (entry.isFile() && type !== undefined) {
        table.set(`${path}${entry.name}`, { type, body: new Uint8Array(readFileSync(file)) });
      }
    }
  };
  walk(dir, '/');
  return table;
}

/** Answers requests of our scheme from the table: exact address, GET only, the policy on every answer. */
export function servePages(table: PageTable): (request: Request) => Response {
  return (request) => {
    const file = request.method === 'GET' ? table.get(pathOf(request.url)) : undefined;
    if (file === undefined) return answer(404, 'text/plain; charset=utf-8', new TextEncoder().encode('404\n'));
    return answer(200, file.type, file.body, file.policy);
  };
}

/** The address as written behind our origin: a lookup needs no decoding, and what needs decoding is not ours. */
function pathOf(url: string): string {
  return url.startsWith(`${ORIGIN}/`) ? url.slice(ORIGIN.length) : '';
}

function answer(status: number, type: string, body: Uint8Array<ArrayBuffer>, policy?: string): Response {
  const headers: Record<string, string> = { ...PAGE_HEADERS, 'content-type': type };
  if (policy !== undefined) headers['content-security-policy'] = policy;
  return new Response(body, { status, headers });
}
