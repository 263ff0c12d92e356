import { createServer as createTcp, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttpsClient, type HttpsClient, type HttpsRequest } from './https.ts';
import { type Authority, listen, makeAuthority, realClock, startHttps, startTls } from './testing/test-server.ts';

const post: HttpsRequest = {
  method: 'POST',
  path: '/fsi/api/x',
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{"a":1}'),
  fresh: true,
};

let authority: Authority;
const closers: (() => Promise<void> | void)[] = [];

beforeAll(() => {
  authority = makeAuthority();
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function clientOf(
  url: string,
  more: { ca?: string; connectMs?: number; answerMs?: number; max?: number } = {},
): HttpsClient {
  const client = createHttpsClient({
    url,
    ca: more.ca ?? authority.ca,
    connectMs: more.connectMs ?? 5000,
    answerMs: more.answerMs ?? 5000,
    maxReplyBytes: more.max ?? 100_000,
    clock: realClock,
  });
  closers.push(() => client.close());
  return client;
}

/** A server that answers each connection's request with these raw bytes, then does `after`. */
async function raw(bytes: string, after: (socket: Socket) => void = () => undefined): Promise<string> {
  const server = await startTls(authority, (socket) => {
    socket.once('data', () => socket.write(bytes, () => after(socket)));
  });
  closers.push(server.stop);
  return server.url;
}

describe('nothing was written', () => {
  it('refused connection', async () => {
    const gone = await startHttps(authority, () => undefined);
    await gone.stop();
    const outcome = await clientOf(gone.url).exchange(post);
    expect(outcome).toMatchObject({ kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' });
  });

  it('unknown name', async () => {
    const outcome = await clientOf('https://no-such-host.invalid:443').exchange(post);
    expect(outcome).toMatchObject({ kind: 'notSent', reason: 'dns' });
  });

  it('certificate of another authority', async () => {
    const server = await startHttps(makeAuthority(), (_request, response) => response.end('{}'));
    closers.push(server.stop);
    const outcome = await clientOf(server.url).exchange(post);
    expect(outcome).toMatchObject({ kind: 'notSent', reason: 'certificate' });
    expect(server.received).toEqual([]);
  });

  it('certificate of the right authority for another name', async () => {
    const other = makeAuthority('DNS:somewhere.example');
    const server = await startHttps(other, (_request, response) => response.end('{}'));
    closers.push(server.stop);
    const outcome = await clientOf(server.url, { ca: other.ca }).exchange(post);
    expect(outcome).toMatchObject({ kind: 'notSent', reason: 'certificate', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(server.received).toEqual([]);
  });

  it('does not listen to an environment that switches the check off', async () => {
    const server = await startHttps(makeAuthority(), (_request, response) => response.end('{}'));
    closers.push(server.stop);
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect(await clientOf(server.url).exchange(post)).toMatchObject({ kind: 'notSent', reason: 'certificate' });
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  it.each([
    ['cut in the handshake', (socket: Socket) => socket.destroy()],
    ['junk instead of a handshake', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('%s', async (_name, answer) => {
    const server = createTcp((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => answer(socket));
    });
    const url = await listen(server);
    closers.push(() => void server.close());
    expect(await clientOf(url).exchange(post)).toMatchObject({ kind: 'notSent', reason: 'tls' });
  });

  it('a handshake that never comes, within the connect limit', async () => {
    const open: Socket[] = [];
    const server = createTcp((socket) => open.push(socket.on('error', () => undefined)));
    const url = await listen(server);
    closers.push(() => {
      for (const socket of open) socket.destroy();
      server.close();
    });
    const outcome = await clientOf(url, { connectMs: 120 }).exchange(post);
    expect(outcome).toMatchObject({ kind: 'notSent', reason: 'connectTimeout' });
  });
});

describe('the request was written', () => {
  it('reset after the request was read', async () => {
    const server = await startHttps(authority, (_request, response) => response.socket?.destroy());
    closers.push(server.stop);
    expect(await clientOf(server.url).exchange(post)).toMatchObject({ kind: 'broken', reason: 'reset' });
    expect(server.received).toHaveLength(1);
  });

  it('no answer in time', async () => {
    const server = await startHttps(authority, () => undefined);
    closers.push(server.stop);
    const outcome = await clientOf(server.url, { answerMs: 150 }).exchange(post);
    expect(outcome).toMatchObject({ kind: 'broken', reason: 'timeout' });
    if (outcome.kind === 'broken') expect(outcome.timing.wallMs).toBeGreaterThanOrEqual(149);
  });

  it('half a body', async () => {
    const url = await raw('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"infcode":', (socket) => socket.end());
    expect(await clientOf(url).exchange(post)).toMatchObject({ kind: 'broken', reason: 'reset' });
  });

  it('half a chunked body', async () => {
    const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';
    const url = await raw(`${head}5\r\n{"inf\r\n`, (socket) => socket.end());
    expect(await clientOf(url).exchange(post)).toMatchObject({ kind: 'broken', reason: 'reset' });
  });

  it('a slow drip ends at the answer limit, however steady', async () => {
    const url = await raw('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n', (socket) => {
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const outcome = await clientOf(url, { answerMs: 300 }).exchange(post);
    expect(outcome).toMatchObject({ kind: 'broken', reason: 'timeout' });
    if (outcome.kind === 'broken') expect(outcome.timing.wallMs).toBeLessThan(4000);
  });

  it('a huge body is cut at the limit', async () => {
    const server = await startHttps(authority, (_request, response) => response.end('x'.repeat(200_001)));
    closers.push(server.stop);
    expect(await clientOf(server.url).exchange(post)).toMatchObject({ kind: 'broken', reason: 'tooBig' });
  });

  it('an endless body is cut at the limit', async () => {
    const url = await raw('HTTP/1.1 200 OK\r\n\r\n', (socket) => {
      const timer = setInterval(() => socket.write('x'.repeat(20_000)), 1);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await clientOf(url).exchange(post)).toMatchObject({ kind: 'broken', reason: 'tooBig' });
  });

  it.each([
    ['not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'protocol'],
    ['endless headers', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`, 'protocol'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: ten\r\n\r\n', 'protocol'],
    [
      'a change of protocol',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'protocol',
    ],
  ])('%s', async (_name, bytes, reason) => {
    const url = await raw(bytes);
    expect(await clientOf(url, { answerMs: 1000 }).exchange(post)).toMatchObject({ kind: 'broken', reason });
  });

  it('a provisional answer is not the answer', async () => {
    const url = await raw('HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
    expect(await clientOf(url).exchange(post)).toMatchObject({ kind: 'answered', status: 200 });
  });
});

describe('an answer', () => {
  it.each([301, 302, 303, 307, 308])('%i is handed back, never followed, the POST never repeated', async (status) => {
    const elsewhere = await startHttps(authority, (_request, response) => response.end('{}'));
    closers.push(elsewhere.stop);
    const server = await startHttps(authority, (request, response) => {
      response.writeHead(status, { location: status === 308 ? request.url : `${elsewhere.url}/y` }).end();
    });
    closers.push(server.stop);
    expect(await clientOf(server.url).exchange(post)).toMatchObject({ kind: 'answered', status });
    expect(server.received).toHaveLength(1);
    expect(elsewhere.received).toHaveLength(0);
  });

  it('comes from a server known by name', async () => {
    const server = await startHttps(authority, (_request, response) => response.end('{}'));
    closers.push(server.stop);
    const named = server.url.replace('127.0.0.1', 'localhost');
    expect(await clientOf(named).exchange(post)).toMatchObject({ kind: 'answered', status: 200 });
  });

  it('carries body, Retry-After and Server-Timing; the request arrived as it was written', async () => {
    const server = await startHttps(authority, (_request, response) => {
      response.writeHead(429, { 'retry-after': '7', 'server-timing': 'db;dur=1.5, app;dur=2' }).end('{"x":1}');
    });
    closers.push(server.stop);
    const outcome = await clientOf(`${server.url}/prefix/`).exchange(post);
    expect(outcome).toMatchObject({ kind: 'answered', status: 429, retryAfterMs: 7000, timing: { serverMs: 3.5 } });
    if (outcome.kind === 'answered') expect(Buffer.from(outcome.body).toString()).toBe('{"x":1}');
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', url: '/prefix/fsi/api/x' });
    expect(request?.body.toString()).toBe('{"a":1}');
    expect(request?.headers['content-length']).toBe('7');
    expect(request?.headers['transfer-encoding']).toBeUndefined();
  });
});

describe('connections', () => {
  it('reads share one, what changes something gets its own', async () => {
    const server = await startHttps(authority, (_request, response) => response.end('{}'));
    closers.push(server.stop);
    const client = clientOf(server.url);
    for (const fresh of [false, false, true, true, false]) await client.exchange({ ...post, fresh });
    const [a, b, c, d, e] = server.received.map((request) => request.port);
    expect(b).toBe(a);
    expect(e).toBe(a);
    expect(new Set([a, c, d]).size).toBe(3);
  });

  it('one that the other side closed while it was idle is not used again', async () => {
    const ports: number[] = [];
    const server = await startTls(authority, (socket) => {
      ports.push(socket.remotePort ?? 0);
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
        setTimeout(() => socket.end(), 20);
      });
    });
    closers.push(server.stop);
    const client = clientOf(server.url);
    for (const _ of [1, 2, 3]) {
      expect(await client.exchange({ ...post, fresh: false })).toMatchObject({ kind: 'answered', status: 200 });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(new Set(ports).size).toBe(3);
  });

  it('one that is closed right after the handshake is never an answer', async () => {
    const server = await startTls(authority, (socket) => socket.destroy());
    closers.push(server.stop);
    const outcome = await clientOf(server.url).exchange(post);
    expect(['notSent', 'broken']).toContain(outcome.kind);
  });

  it('after close nothing is left open', async () => {
    const server = await startHttps(authority, (_request, response) => response.end('{}'));
    const client = clientOf(server.url);
    await client.exchange({ ...post, fresh: false });
    client.close();
    await server.stop();
  });
});

afterAll(() => {
  expect(closers).toEqual([]);
});
