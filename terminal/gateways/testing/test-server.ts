import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTls, type TLSSocket } from 'node:tls';
import type { Clock } from '../../../common/kernel/ports.ts';

/** For tests of the gateways only: real TLS servers with a certificate of their own authority. */

/** Real time. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
};

export interface Authority {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** A new authority and a server certificate from it for `name` (an openssl subjectAltName). */
export function makeAuthority(name = 'IP:127.0.0.1,DNS:localhost'): Authority {
  const dir = mkdtempSync(join(tmpdir(), 'gateway-tls-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    openssl('req', '-x509', ...ec, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=test authority');
    openssl('req', ...ec, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=test server');
    writeFileSync(join(dir, 'san'), `subjectAltName=${name}\n`);
    const sign = ['x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
    openssl(...sign, '-out', 'server.pem', '-days', '2', '-extfile', 'san');
    const read = (file: string) => readFileSync(join(dir, file), 'utf8');
    return { ca: read('ca.pem'), cert: read('server.pem'), key: read('server.key') };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** Remote port: two requests with the same one shared a connection. */
  readonly port: number;
}

export interface TestServer {
  readonly url: string;
  /** Requests read to their end, in order. */
  readonly received: Received[];
  stop(): Promise<void>;
}

export type Handler = (request: Received, response: ServerResponse) => void;

/** An HTTPS server; `handler` runs once a request was read whole. */
export async function startHttps(authority: Authority, handler: Handler): Promise<TestServer> {
  const received: Received[] = [];
  const server = createHttps({ key: authority.key, cert: authority.cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const entry: Received = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks),
        port: request.socket.remotePort ?? 0,
      };
      received.push(entry);
      handler(entry, response);
    });
  });
  return { url: await listen(server), received, stop: () => stop(server, () => server.closeAllConnections()) };
}

/** A TLS server that speaks whatever `handler` writes; what came in is its first argument's data. */
export async function startTls(
  authority: Authority,
  handler: (socket: TLSSocket) => void,
): Promise<Omit<TestServer, 'received'>> {
  const open = new Set<TLSSocket>();
  const server = createTls({ key: authority.key, cert: authority.cert }, (socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    handler(socket);
  });
  return {
    url: await listen(server),
    stop: () =>
      stop(server, () => {
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Listens on a free loopback port; the https URL. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stop(server: Server, cut: () => void): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    cut();
  });
}
