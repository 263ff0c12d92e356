import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Random } from '../common/kernel/ports.ts';
import type { Result } from '../common/kernel/result.ts';
import { type Channel, MAX_FRAME } from '../common/rpc/channel.ts';
import { webSocketChannel } from '../common/rpc/web-socket-channel.ts';
import type { QuietPage } from '../kiosk-config/quiet-page.ts';
import { ENTERED_PAGE, postedToken } from './enter.ts';
import { createGate, type Refusal } from './gate.ts';
import { COMMON_HEADERS, NOTHING_POLICY, pagePolicy } from './headers.ts';
import { LINK_HEADERS, LINK_PAGE, LINK_PATH, LINK_POLICY } from './link-page.ts';
import type { Log } from './log.ts';
import { relay } from './relay.ts';
import type { TokenDesk } from './start-page.ts';
import { staticFile } from './static-files.ts';

export interface ScreenServerOptions {
  /** Folder of the built renderer. */
  readonly dist: string;
  /** What stands at `/`; left out: the kiosk's page. */
  readonly page?: string;
  /** The port to listen on; left out or 0: any free one. A port that is taken rejects. */
  readonly port?: number;
  readonly tokens: TokenDesk;
  readonly random: Random;
  readonly dialTerminal: () => Promise<Result<Channel, unknown>>;
  /** A start page's token came a second time. */
  readonly onTokenReused: () => void;
  /** The page that stands instead of the screen; null: the screen. Asked at every request; never where left out. */
  readonly quiet?: () => QuietPage | null;
  readonly log: Log;
}

export interface ScreenServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Cuts the open screens off: they come back, and get what stands now. */
  cutOff(): void;
  close(): Promise<void>;
}

/** One screen, and a little room for its reloads. */
const MAX_SOCKETS = 4;

/** The server of the screen, on loopback only: the page, its files, and the WebSocket to the terminal. */
export async function startScreenServer(options: ScreenServerOptions): Promise<ScreenServer> {
  const { log } = options;
  const server = createServer({ maxHeaderSize: 8192, headersTimeout: 5000, requestTimeout: 10_000 });
  server.maxConnections = 64;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const gate = createGate((server.address() as AddressInfo).port, options.random);
  // A frame beyond three bytes a UTF-16 unit ends the socket; one that is merely too long is dropped by the channel.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME * 3, perMessageDeflate: false });

  const refuse = (response: ServerResponse, refusal: Refusal): void => {
    log('warn', 'screen-request-refused', { ...refusal });
    send(response, refusal.status, 'text/plain', `${refusal.status}\n`, NOTHING_POLICY);
  };

  const enter = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const token = await postedToken(request);
    // The gate let pass only these two: a file's opaque origin, and our own.
    const way = request.headers.origin === 'null' ? 'file' : 'link';
    const use = token === null ? 'unknown' : options.tokens.use(token, way);
    if (use === 'reused') options.onTokenReused();
    if (use !== 'accepted') {
      log('warn', 'screen-token-refused', { use });
      // Its body may be unread: nothing more is taken from this connection.
      response.setHeader('connection', 'close');
      send(response, 403, 'text/plain', '403\n', NOTHING_POLICY);
      return;
    }
    response.setHeader('set-cookie', gate.begin());
    for (const socket of sockets.clients) socket.close(1008);
    send(response, 200, 'text/html; charset=utf-8', ENTERED_PAGE, NOTHING_POLICY);
  };

  const page = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain', '405\n', NOTHING_POLICY);
      return;
    }
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const quiet = options.quiet?.() ?? null;
    if (quiet !== null) {
      // Always the whole page: a screen that was open asks for its files again when it is loaded anew.
      send(response, path === '/' ? 200 : 404, 'text/html; charset=utf-8', quiet.html, quiet.policy);
      return;
    }
    const file = staticFile(options.dist, path, options.page);
    if (file === null) send(response, 404, 'text/plain', '404\n', NOTHING_POLICY);
    else {
      const policy = file.type.startsWith('text/html') ? pagePolicy(gate.origin) : NOTHING_POLICY;
      send(response, 200, file.type, file.body, policy);
    }
  };

  server.on('request', (request, response) => {
    const isEnter = request.method === 'POST' && request.url === '/enter';
    const isLink = request.method === 'GET' && request.url === LINK_PATH;
    const refusal = gate.check(request, isEnter ? 'enter' : isLink ? 'link' : 'page');
    if (refusal !== null) refuse(response, refusal);
    else if (isLink) {
      send(response, 200, 'text/html; charset=utf-8', LINK_PAGE, LINK_POLICY, LINK_HEADERS);
    } else if (isEnter) void enter(request, response);
    else page(request, response);
  });

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => undefined);
    const refusal = gate.check(request, 'socket');
    const wanted = request.url === '/screen' && (options.quiet?.() ?? null) === null;
    if (refusal !== null || !wanted || sockets.clients.size >= MAX_SOCKETS) {
      const status = refusal?.status ?? (request.url === '/screen' ? 503 : 404);
      log('warn', 'screen-socket-refused', { status, why: refusal?.why ?? null });
      stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket: WebSocket) => {
      void relay(webSocketChannel(socket), options.dialTerminal).then((reached) => {
        if (!reached) log('warn', 'screen-without-terminal');
      });
    });
  });

  return {
    origin: gate.origin,
    cutOff() {
      for (const socket of sockets.clients) socket.terminate();
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const headers = { ...COMMON_HEADERS, ...more, 'content-type': type, 'content-security-policy': policy };
  response.writeHead(status, headers);
  // Node leaves the body out for HEAD.
  response.end(body);
}
