import type { Socket } from 'node:net';
import { afterAll, afterEach, expect } from 'vitest';
import { createHttpsClient, type HttpsClient, type HttpsRequest } from '../https.ts';
import { makeAuthority, realClock, startTls } from './test-server.ts';

export const post: HttpsRequest = {
  method: 'POST',
  path: '/fsi/api/x',
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{"a":1}'),
  fresh: true,
};

/** Servers of one authority, and clients of them; what was opened is closed after each test. To be called once, outside of tests. */
export function httpsBench() {
  const authority = makeAuthority();
  const closers: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(() => {
    expect(closers).toEqual([]);
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

  return { authority, closers, clientOf, raw };
}
