import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { WebSocket } from 'ws';
import { err, ok } from '../../common/kernel/result.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { memoryChannelPair } from '../../common/rpc/memory-channel.ts';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import { type ScreenServer, startScreenServer } from '../screen-server.ts';
import { createTokenDesk, type TokenDesk } from '../start-page.ts';

type Headers = Record<string, string>;
interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

export const closeCode = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.once('close', resolve));
export const nextText = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));

/** A screen server before each test, with a terminal that echoes. To be called once, outside of tests. */
export function screenServerBench() {
  let server: ScreenServer;
  let tokens: TokenDesk;
  let clock: ReturnType<typeof manualClock>;
  let alarms: number;
  let logged: string[];
  let terminal: Channel | null;
  let terminalUp: boolean;

  beforeEach(async () => {
    clock = manualClock();
    tokens = createTokenDesk(clock, seededRandom(1));
    alarms = 0;
    logged = [];
    terminal = null;
    terminalUp = true;
    server = await startScreenServer({
      dist: join(import.meta.dirname, 'page'),
      tokens,
      random: seededRandom(2),
      onTokenReused: () => {
        alarms += 1;
      },
      log: (_level, event, facts) => logged.push(JSON.stringify({ event, ...facts })),
      dialTerminal: async () => {
        if (!terminalUp) return err('absent');
        const [ours, theirs] = memoryChannelPair();
        terminal = theirs;
        theirs.onText((text) => theirs.post(`echo ${text}`));
        return ok(ours);
      },
    });
  });
  afterEach(() => server.close());

  /** Plain HTTP, so that every header, Host too, is what the test says. */
  function ask(method: string, path: string, headers: Headers = {}, body = ''): Promise<Answer> {
    const { port, host } = new URL(server.origin);
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, method, path, headers: { host, ...headers }, agent: false },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  function enter(token: string, headers: Headers = {}): Promise<Answer> {
    const body = new URLSearchParams({ token }).toString();
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': `${body.length}` };
    return ask('POST', '/enter', { origin: 'null', ...form, ...headers }, body);
  }

  async function cookie(): Promise<string> {
    const answer = await enter(tokens.issue());
    expect(answer.status).toBe(200);
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  }

  /** Opens the screen's WebSocket: the socket, or the status with which it was refused. */
  function dial(headers: Headers, path = '/screen'): Promise<WebSocket | number> {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}${path}`, {
      headers,
      perMessageDeflate: false,
    });
    return new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.once('open', () => resolve(socket));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    });
  }

  async function screen(): Promise<WebSocket> {
    const socket = await dial({ cookie: await cookie(), origin: server.origin });
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`);
    return socket;
  }

  return {
    ...{ ask, enter, cookie, dial, screen },
    get server() {
      return server;
    },
    get tokens() {
      return tokens;
    },
    get clock() {
      return clock;
    },
    get alarms() {
      return alarms;
    },
    get logged() {
      return logged;
    },
    get terminal() {
      return terminal;
    },
    /** Nobody is there to be dialled. */
    terminalGone() {
      terminalUp = false;
    },
  };
}
