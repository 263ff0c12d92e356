import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { dockPages } from '../../common/strings/dock/pages.ts';
import { createApi } from './api.ts';
import type { Dock } from './dock.ts';
import { createDockGate } from './gate.ts';
import { send, sendOn } from './http.ts';

export interface DockServerOptions {
  readonly dock: Dock;
  /** Folder of the built page. */
  readonly dist: string;
  /** Where `minka sim` finds it: a 0600 socket in a 0700 folder, so that nothing else is asked of it. */
  readonly socket: string;
  readonly clock: Clock;
  readonly random: Random;
}

export interface DockServer {
  /** A fresh one-time link to the page. */
  link(): string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

function listen(server: Server, where: { port: number; host: string } | { path: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => resolve());
  });
}

/** The file of the built page that a path names: its page, or a hashed asset; nothing else is there. */
function pageFile(dist: string, path: string): { type: string; body: Buffer } | null {
  const name = path === '/' ? '/index.html' : path;
  const match = /^\/(?:index\.html|assets\/[A-Za-z0-9_-]+\.(?:js|css))$/.test(name) ? /\.(\w+)$/.exec(name) : null;
  const type = TYPES[match?.[1] ?? ''];
  if (type === undefined) return null;
  try {
    return { type, body: readFileSync(join(dist, name)) };
  } catch {
    return null;
  }
}

/** The dock on loopback for a browser, and on a socket file for the command line. */
export async function startDockServer(options: DockServerOptions): Promise<DockServer> {
  const { dock, dist, socket, clock, random } = options;
  const api = createApi(dock);
  const web = createServer({ maxHeaderSize: 8192, headersTimeout: 5000, requestTimeout: 10_000 });
  web.maxConnections = 64;
  await listen(web, { port: 0, host: '127.0.0.1' });
  const address = web.address();
  const gate = createDockGate(address !== null && typeof address === 'object' ? address.port : 0, random, clock);

  const come = (request: IncomingMessage, response: ServerResponse, token: string): void => {
    // Who is in already may use an old link: it only leads to the page.
    const cookie = gate.check(request) === null ? null : gate.enter(token);
    if (cookie === null && gate.check(request) !== null)
      send(response, 403, 'text/plain; charset=utf-8', `${dockPages.linkUsed.zh}\n${dockPages.linkUsed.en}\n`);
    else sendOn(response, '/', cookie);
  };

  web.on('request', (request, response) => {
    const token = gate.tokenOf(request);
    if (!gate.hostHolds(request)) return send(response, 421, 'text/plain', '421\n');
    if (token !== null) return come(request, response, token);
    if (request.url === '/favicon.ico') return send(response, 204, 'image/png', '');
    const refusal = gate.check(request);
    if (refusal === 'cookie' && request.method === 'GET' && request.url === '/')
      return send(response, 403, 'text/plain; charset=utf-8', `${dockPages.noLink.zh}\n${dockPages.noLink.en}\n`);
    if (refusal !== null) return send(response, 403, 'text/plain', '403\n');
    if (api(request, response)) return;
    if (request.method !== 'GET') return send(response, 405, 'text/plain', '405\n');
    const file = pageFile(dist, (request.url ?? '/').split('?')[0] ?? '/');
    if (file === null) return send(response, 404, 'text/plain', '404\n');
    send(response, 200, file.type, file.body);
  });

  const local = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/link')
      return send(response, 200, 'application/json', JSON.stringify({ url: gate.issueLink() }));
    if (!api(request, response)) send(response, 404, 'text/plain', '404\n');
  });
  rmSync(socket, { force: true });
  await listen(local, { path: socket });
  chmodSync(socket, 0o600);

  return {
    link: () => gate.issueLink(),
    async close() {
      const ended = [web, local].map((server) => new Promise((resolve) => server.close(resolve)));
      web.closeAllConnections();
      local.closeAllConnections();
      await Promise.all(ended);
      rmSync(socket, { force: true });
    },
  };
}
