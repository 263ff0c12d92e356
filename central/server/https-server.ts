import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type Clock, sleep } from '../../common/kernel/ports.ts';
import { deliverFaulty, type Wire } from './faults/deliver.ts';
import type { FaultBook } from './faults/fault.ts';
import type { RequestLog } from './log.ts';
import { type App, problem, type Reply, type Request } from './message.ts';

/** The only HTTP in this room: one HTTPS server per application, on loopback. */

const BODY_LIMIT = 1_048_576;

export interface Running {
  readonly port: number;
  readonly url: string;
  /** Stops listening for `ms`, ends every connection, then listens on the same port again. */
  refuseFor(ms: number): Promise<void>;
  /** Ends connections that wait between two requests, so that the next one begins with a handshake. */
  closeIdle(): void;
  stop(): Promise<void>;
}

export interface ServerParts {
  readonly clock: Clock;
  readonly faults: FaultBook;
  readonly log: RequestLog;
  /** PEM */
  readonly tls: { readonly cert: string; readonly key: string };
  readonly say: (line: string) => void;
}

async function readBody(message: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += (chunk as Buffer).length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function wireOf(
  response: ServerResponse,
  app: App,
  startedAt: number,
  clock: Clock,
  sent: (status: number) => void,
): Wire {
  const sealed = (reply: Reply): Reply => app.seal?.(reply) ?? reply;
  const head = (reply: Reply): void => {
    sent(reply.status);
    response.writeHead(reply.status, {
      ...reply.headers,
      'content-length': String(reply.body.length),
      'server-timing': `${app.target};dur=${(clock.monotonic() - startedAt).toFixed(2)}`,
      'cache-control': 'no-store',
    });
  };
  return {
    send(plain) {
      if (response.destroyed) return;
      const reply = sealed(plain);
      head(reply);
      response.end(reply.body);
    },
    sendHalf(plain) {
      const reply = sealed(plain);
      head(reply);
      response.write(reply.body.subarray(0, Math.floor(reply.body.length / 2)), () => response.destroy());
    },
    async drip(plain, msPerByte) {
      const reply = sealed(plain);
      head(reply);
      for (const byte of reply.body) {
        if (response.destroyed) return;
        response.write(Uint8Array.of(byte));
        await sleep(clock, msPerByte);
      }
      response.end();
    },
    destroy() {
      response.destroy();
    },
    gone: new Promise((resolve) => {
      response.once('close', resolve);
    }),
  };
}

/** Starts one application on 127.0.0.1. `port` 0: any. */
export async function serve(app: App, port: number, parts: ServerParts): Promise<Running> {
  const { clock, faults, log, say } = parts;

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = clock.monotonic();
    let status: (code: number) => void = () => undefined;
    const wire = wireOf(response, app, startedAt, clock, (code) => status(code));
    const body = await readBody(message);
    const path = (message.url ?? '/').split('?', 1)[0] ?? '/';
    if (body === null) return wire.send(problem(413, 'TOO_LARGE', `a body has at most ${BODY_LIMIT} bytes`));
    const request: Request = { method: message.method ?? 'GET', path, headers: message.headers, body };
    const refused = app.admit(request);
    if (refused !== null) return wire.send(refused);
    const keys = app.keys(request);
    const fault = app.target === 'admin' ? null : faults.take(app.target, keys);
    const entry =
      app.target === 'admin'
        ? null
        : log.add({
            at: clock.now(),
            target: app.target,
            key: keys[0] ?? path,
            messageId: app.messageId(request),
            fault: fault?.kind ?? null,
          });
    status = (code) => {
      if (entry !== null) entry.status = code;
    };
    const answer = async (): Promise<Reply> => {
      const reply = await app.answer(request);
      if (entry !== null) entry.handled = true;
      return reply;
    };
    if (fault === null) wire.send(await answer());
    else {
      say(`${app.target} ${keys[0] ?? path}: fault ${fault.kind}`);
      await deliverFaulty(fault, request, wire, clock, answer);
    }
  }

  const server = createServer(
    { ...parts.tls, minVersion: 'TLSv1.2', keepAliveTimeout: 65_000, requestTimeout: 120_000 },
    (message, response) => {
      handle(message, response).catch((cause: unknown) => {
        // The other side vanished mid-request, or a bug of ours: either way nobody is told that it went well.
        say(`${app.target} ${message.url}: ${cause instanceof Error ? cause.message : String(cause)}`);
        if (response.headersSent || response.destroyed) response.destroy();
        else {
          response.writeHead(500, { 'server-timing': `${app.target};dur=${(0).toFixed(2)}` });
          response.end();
        }
      });
    },
  );
  server.prependListener('connection', (socket: Socket) => {
    if (app.target === 'admin' || faults.takeConnection(app.target) === null) return;
    say(`${app.target}: fault tlsReset`);
    socket.resetAndDestroy();
  });
  server.on('tlsClientError', () => undefined);

  const listen = (on: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(on, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(port);
  const bound = (server.address() as AddressInfo).port;
  let stopped = false;
  return {
    port: bound,
    url: `https://127.0.0.1:${bound}`,
    async refuseFor(ms) {
      await stop();
      say(`${app.target}: not listening for ${ms} ms`);
      clock.after(ms, () => {
        if (!stopped) listen(bound).catch((cause: unknown) => say(`${app.target}: ${String(cause)}`));
      });
    },
    closeIdle: () => server.closeIdleConnections(),
    async stop() {
      stopped = true;
      await stop();
    },
  };
}
