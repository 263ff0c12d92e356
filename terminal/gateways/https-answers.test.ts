import { describe, expect, it } from 'vitest';
import { httpsBench, post } from './testing/https-bench.ts';
import { startHttps, startTls } from './testing/test-server.ts';

const { authority, closers, clientOf } = httpsBench();

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
