import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { listening } from './testing/processes.ts';
import { pause } from './testing/scene.ts';

/** The screen's one-time token against the real shell, terminal and operator. */
let lab: Lab;
let origin: string;
beforeAll(async () => {
  lab = await startLab();
  origin = String(lab.shell.ready['url']);
});
afterAll(() => lab?.stop());

type Headers = Record<string, string>;
interface Answer {
  readonly status: number;
  readonly cookie: string;
  readonly body: string;
}

function ask(method: string, path: string, headers: Headers, body = ''): Promise<Answer> {
  const { host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { host, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      const cookie = String(response.headers['set-cookie'] ?? '').split(';')[0] ?? '';
      response.on('end', () => resolve({ status: response.statusCode ?? 0, cookie, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function enter(token: string, headers: Headers = {}): Promise<Answer> {
  const body = `token=${token}`;
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': `${body.length}` };
  return ask('POST', '/enter', { origin: 'null', ...form, ...headers }, body);
}

async function freshToken(): Promise<string> {
  const html = readFileSync(fileURLToPath(await lab.startPage()), 'utf8');
  return /value="([\w-]+)"/.exec(html)?.[1] ?? '';
}

async function freshLink(): Promise<URL> {
  const line = lab.shell.nextLine(5000);
  lab.shell.send({ cmd: 'link' });
  const { url } = (await line)['link'] as { url: string };
  return new URL(url);
}

const dial = (headers: Headers): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/screen`, { headers });
    socket.on('error', () => undefined);
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
  });

async function faults(): Promise<readonly string[]> {
  const { records } = (await lab.admin('GET', '/admin/operator')) as {
    records: { kind: string; body: { fault?: string } }[];
  };
  return records.filter((each) => each.kind === 'fault').map((each) => each.body.fault ?? '');
}

it('opens once; the second use is refused and reaches the operator as a fault', async () => {
  const token = await freshToken();
  const { status, cookie } = await enter(token);
  expect(status).toBe(200);
  expect((await ask('GET', '/', { cookie })).status).toBe(200);
  expect(await faults()).toEqual([]);
  const second = await enter(token);
  expect([second.status, second.cookie]).toEqual([403, '']);
  await expect.poll(faults, { timeout: 15_000 }).toEqual(['screen-token-reused']);
});

it('refuses a late token', async () => {
  const token = await freshToken();
  await pause(5200);
  expect((await enter(token)).status).toBe(403);
});

it('refuses another origin and another host, and the token still lives', async () => {
  const token = await freshToken();
  for (const other of ['http://evil.example', 'http://localhost', origin, `${origin}:1`]) {
    expect([other, (await enter(token, { origin: other })).status]).toEqual([other, 403]);
  }
  expect((await enter(token, { host: 'localhost' })).status).toBe(421);
  expect((await enter(token, { host: 'minka.example' })).status).toBe(421);
  const { status, cookie } = await enter(token);
  expect(status).toBe(200);
  expect(await dial({ cookie, origin })).toBe(101);
  expect(await dial({ cookie, origin: 'http://evil.example' })).toBe(403);
  expect(await dial({ cookie, origin, host: 'localhost' })).toBe(421);
});

it('shows nothing and connects nobody without the cookie', async () => {
  expect((await ask('GET', '/', {})).status).toBe(403);
  expect((await ask('GET', '/assets/index.js', {})).status).toBe(403);
  expect(await dial({ origin })).toBe(403);
});

it('a person’s link works once, on its own way only', async () => {
  const link = await freshLink();
  const token = link.hash.slice(1);
  const page = await ask('GET', link.pathname, {});
  expect(page.status).toBe(200);
  expect(page.body).not.toContain(token);
  // The token of a link does not pass as a start page's, nor the other way round.
  expect((await enter(token)).status).toBe(403);
  expect((await enter(token, { origin })).status).toBe(200);
  const before = (await faults()).length;
  expect((await enter(token, { origin })).status).toBe(403);
  await expect.poll(async () => (await faults()).length, { timeout: 15_000 }).toBe(before + 1);
});

it('everything that was started listens on loopback only', () => {
  const sockets = listening(process.pid);
  // Screen, centre, HIS, operator, benefits and their admin: a check that sees none of them proves nothing.
  expect(sockets.length).toBeGreaterThanOrEqual(5);
  expect(sockets.map(({ port }) => port)).toContain(Number(new URL(origin).port));
  // 127.0.0.1, ::1 and ::ffff:127.0.0.1 as the kernel writes them.
  const loopback = ['0100007F', '00000000000000000000000001000000', '0000000000000000FFFF00000100007F'];
  expect(sockets.filter(({ address }) => !loopback.includes(address))).toEqual([]);
});
