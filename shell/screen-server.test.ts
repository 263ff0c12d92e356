import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { err, ok } from '../common/kernel/result.ts';
import { seededRandom } from '../common/kernel/seeded.ts';
import { type Channel, MAX_FRAME } from '../common/rpc/channel.ts';
import { memoryChannelPair } from '../common/rpc/memory-channel.ts';
import { manualClock } from '../common/rpc/testing/manual-clock.ts';
import { type ScreenServer, startScreenServer } from './screen-server.ts';
import { createTokenDesk, TOKEN_LIFE_MS, type TokenDesk } from './start-page.ts';

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
    dist: join(import.meta.dirname, 'testing/page'),
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

type Headers = Record<string, string>;
interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

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
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
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
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}${path}`, { headers, perMessageDeflate: false });
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

const closeCode = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve));
const nextText = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));

describe('the one-time token', () => {
  it('opens the screen at its first use, with a strict cookie', async () => {
    const answer = await enter(tokens.issue());
    expect(answer.status).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^minka_screen_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const page = await ask('GET', '/', { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' });
    expect(page.status).toBe(200);
    expect(page.body).toContain('stub screen');
    expect(alarms).toBe(0);
  });

  it('is refused at its second use, which is an alarm', async () => {
    const token = tokens.issue();
    await enter(token);
    const second = await enter(token);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(alarms).toBe(1);
  });

  it('is refused when it comes late', async () => {
    const token = tokens.issue();
    clock.advance(TOKEN_LIFE_MS + 1);
    expect((await enter(token)).status).toBe(403);
    expect(alarms).toBe(0);
  });

  it('is taken only from the start page, as a small form', async () => {
    const token = tokens.issue();
    expect((await enter(token, { origin: server.origin })).status).toBe(403);
    expect((await enter(token, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await enter(token, { host: 'localhost' })).status).toBe(421);
    expect((await enter(token, { 'content-type': 'text/plain' })).status).toBe(403);
    const large = `token=${token}&x=${'x'.repeat(5000)}`;
    const form = { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask('POST', '/enter', { ...form, 'content-length': `${large.length}` }, large)).status).toBe(403);
    expect((await enter(token)).status).toBe(200);
  });

  it('never appears in the log', async () => {
    const token = tokens.issue();
    await enter(token);
    await enter(token);
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join()).not.toContain(token);
  });

  it('ends the session before it', async () => {
    const first = await cookie();
    const socket = await dial({ cookie: first, origin: server.origin });
    if (typeof socket === 'number') throw new Error('refused');
    const closed = closeCode(socket);
    const second = await cookie();
    expect(await closed).toBe(1008);
    expect((await ask('GET', '/', { cookie: first })).status).toBe(403);
    expect((await ask('GET', '/', { cookie: second })).status).toBe(200);
  });
});

describe('every request', () => {
  it('needs the cookie', async () => {
    const good = await cookie();
    expect((await ask('GET', '/')).status).toBe(403);
    expect((await ask('GET', '/screen.js')).status).toBe(403);
    expect((await ask('GET', '/', { cookie: `${good.slice(0, -1)}!` })).status).toBe(403);
    expect((await ask('GET', '/', { cookie: `${good.split('=')[0]}=` })).status).toBe(403);
    expect((await ask('GET', '/', { cookie: `${good}; ${good.split('=')[0]}=planted` })).status).toBe(403);
    expect((await ask('GET', '/', { cookie: `other=1; ${good}` })).status).toBe(200);
  });

  it.each(['localhost', '127.0.0.1', '127.0.0.1:1', 'evil.example'])('needs our exact Host, not %j', async (host) => {
    expect((await ask('GET', '/', { cookie: await cookie(), host })).status).toBe(421);
  });

  it.each(['null', 'http://localhost', 'https://127.0.0.1', 'http://evil.example', ''])(
    'needs our exact Origin where it has one, not %j',
    async (origin) => {
      const good = await cookie();
      expect((await ask('GET', '/', { cookie: good, origin })).status).toBe(403);
      expect((await ask('GET', '/', { cookie: good, origin: server.origin })).status).toBe(200);
    },
  );

  it('reads files of the page only, by GET or HEAD', async () => {
    const good = { cookie: await cookie() };
    for (const path of ['/../screen-server.ts', '/%2e%2e/log.ts', '/../../package.json', '/missing.js', '/enter']) {
      expect([path, (await ask('GET', path, good)).status]).toEqual([path, 404]);
    }
    for (const method of ['PUT', 'DELETE', 'POST', 'OPTIONS']) {
      expect([method, (await ask(method, '/', good)).status]).toEqual([method, 405]);
    }
    expect(await ask('HEAD', '/', good)).toMatchObject({ status: 200, body: '' });
  });

  it('is answered with a policy that allows next to nothing, and never stored', async () => {
    const good = { cookie: await cookie() };
    for (const answer of [await ask('GET', '/', good), await ask('GET', '/screen.js', good), await ask('GET', '/')]) {
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    }
    const policy = String((await ask('GET', '/', good)).headers['content-security-policy']);
    expect(policy).toContain(`connect-src 'self' ${server.origin.replace('http', 'ws')};`);
    expect(policy).not.toMatch(/unsafe|\*/);
  });
});

describe("the screen's WebSocket", () => {
  it('passes frames to the terminal and back', async () => {
    const socket = await screen();
    socket.send('民卡');
    expect(await nextText(socket)).toBe('echo 民卡');
    socket.close();
  });

  it('is refused without cookie, with another origin, host or path', async () => {
    const good = await cookie();
    const { origin } = server;
    expect(await dial({ origin })).toBe(403);
    expect(await dial({ cookie: good })).toBe(403);
    expect(await dial({ cookie: good, origin: 'null' })).toBe(403);
    expect(await dial({ cookie: good, origin: 'http://localhost' })).toBe(403);
    expect(await dial({ cookie: good, origin, host: 'localhost' })).toBe(421);
    expect(await dial({ cookie: good, origin }, '/other')).toBe(404);
    expect(terminal).toBeNull();
  });

  it('drops a frame that is too large, and ends at one that is far too large; the server lives', async () => {
    const socket = await screen();
    socket.send('x'.repeat(MAX_FRAME + 1));
    socket.send('after');
    expect(await nextText(socket)).toBe('echo after');
    const closed = closeCode(socket);
    socket.send('x'.repeat(MAX_FRAME * 3 + 1));
    expect(await closed).toBe(1009);
    (await screen()).close();
  });

  it('passes no binary frame', async () => {
    const socket = await screen();
    socket.send(Buffer.from('binary'));
    socket.send('text');
    expect(await nextText(socket)).toBe('echo text');
    socket.close();
  });

  it('ends when the terminal goes, and where there is none', async () => {
    const socket = await screen();
    const closed = closeCode(socket);
    socket.send('x');
    await nextText(socket);
    terminal?.close();
    await closed;
    terminalUp = false;
    await closeCode(await screen());
    expect(logged.join()).toContain('screen-without-terminal');
  });
});
