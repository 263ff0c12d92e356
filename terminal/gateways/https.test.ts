import { createServer as createTcp, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { httpsBench, post } from './testing/https-bench.ts';
import { listen, makeAuthority, startHttps } from './testing/test-server.ts';

const { authority, closers, clientOf, raw } = httpsBench();

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
