import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocketServer, WebSocket as WsSocket } from 'ws';
import { type CountingChannel, MAX_FRAME } from '../common/rpc/channel.ts';
import { memoryChannelPair } from '../common/rpc/memory-channel.ts';
import { type WebSocketLike, webSocketChannel } from '../common/rpc/web-socket-channel.ts';
import { type ChannelPair, channelContract } from './channel.suite.ts';
import { connectUnix, listenUnix } from './unix-socket.ts';

channelContract('memory', async () => {
  const [a, b] = memoryChannelPair();
  return { a, b, end: async () => undefined };
});

channelContract('Unix socket, client posts', async () => {
  const { client, server, end } = await unixPair();
  return { a: client, b: server, end };
});

channelContract('Unix socket, server posts', async () => {
  const { client, server, end } = await unixPair();
  return { a: server, b: client, end };
});

channelContract('WebSocket, browser-like client posts', () => webSocketPair('client', (url) => new WebSocket(url)));
channelContract('WebSocket, server posts', () => webSocketPair('server', (url) => new WebSocket(url)));
channelContract('WebSocket, client of the ws package', () => webSocketPair('client', (url) => new WsSocket(url)));

async function unixPair() {
  const dir = mkdtempSync(join(tmpdir(), 'minka-wire-'));
  const accepted = Promise.withResolvers<CountingChannel>();
  const listener = await listenUnix(join(dir, 'x.sock'), accepted.resolve);
  const client = await connectUnix(join(dir, 'x.sock'), { retryMs: 0 });
  if (!listener.ok || !client.ok) throw new Error('the pair did not come up');
  const server = await accepted.promise;
  const end = async (): Promise<void> => {
    client.value.close();
    await listener.value.close();
    rmSync(dir, { recursive: true });
  };
  return { client: client.value, server, end };
}

async function webSocketPair(first: 'client' | 'server', dial: (url: string) => WebSocketLike): Promise<ChannelPair> {
  const http = createServer();
  // Three bytes a UTF-16 unit at most; frames between MAX_FRAME and that are dropped by the channel itself.
  const sockets = new WebSocketServer({ server: http, maxPayload: MAX_FRAME * 3 });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const accepted = Promise.withResolvers<CountingChannel>();
  sockets.once('connection', (socket) => accepted.resolve(webSocketChannel(socket)));
  const client = webSocketChannel(dial(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/`));
  const server = await accepted.promise;
  const end = async (): Promise<void> => {
    client.close();
    for (const socket of sockets.clients) socket.terminate();
    await new Promise((resolve) => http.close(resolve));
  };
  return first === 'client' ? { a: client, b: server, end } : { a: server, b: client, end };
}
