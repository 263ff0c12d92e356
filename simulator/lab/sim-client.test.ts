import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectSim } from './sim-client.ts';

let dir: string;
let server: Server;
let sockets: Socket[];
/** What the process on the other side does with a line. */
let onLine: (line: { id: number; cmd: string }, socket: Socket) => void;
const path = (): string => join(dir, 'sim.sock');

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-sim-client-'));
  sockets = [];
  onLine = ({ id }, socket) => void socket.write(`${JSON.stringify({ id, ok: true })}\n`);
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => onLine(JSON.parse(String(data)) as { id: number; cmd: string }, socket));
  });
  await new Promise<void>((resolve) => server.listen(path(), resolve));
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true });
});

test('an answer settles its command, a refusal with the words of the other side', async () => {
  const sim = await connectSim(path());
  expect(await sim.command('card.status')).toMatchObject({ ok: true });
  onLine = ({ id }, socket) => void socket.write(`${JSON.stringify({ id, ok: false, error: 'no PIN entry' })}\n`);
  await expect(sim.command('pin.key', { key: '1' })).rejects.toThrow('no PIN entry');
  sim.close();
});
test('the process dies: what was open is rejected, and what is asked afterwards at once', async () => {
  const sim = await connectSim(path());
  onLine = (_, socket) => void socket.destroy();
  await expect(sim.command('card.status')).rejects.toThrow('the emulators are gone');
  const later = new Promise((resolve) => setImmediate(() => resolve('later')));
  await expect(Promise.race([sim.command('printer.status'), later])).rejects.toThrow('the emulators are gone');
});
test('the process hangs: a command is given up, and a late answer harms nobody', async () => {
  const sim = await connectSim(path(), 40);
  let late = -1;
  onLine = ({ id }) => {
    late = id;
  };
  await expect(sim.command('printer.status')).rejects.toThrow('did not answer printer.status within 40 ms');
  onLine = ({ id }, socket) => void socket.write(`${JSON.stringify({ id: late, ok: true })}\n{"id":${id},"ok":true}\n`);
  expect(await sim.command('card.status')).toMatchObject({ id: late + 1 });
  sim.close();
});
test('a command that waits by its own wish is given that time too', async () => {
  const sim = await connectSim(path(), 40);
  onLine = ({ id }, socket) => void setTimeout(() => socket.write(`{"id":${id},"ok":true}\n`), 150);
  expect(await sim.command('pin.type', { digits: '1234', intervalMs: 10, waitMs: 200 })).toMatchObject({ ok: true });
  await expect(sim.command('pin.type', { digits: '1', waitMs: 0 })).rejects.toThrow('within 40 ms');
  sim.close();
});
test('what is no answer is passed over', async () => {
  const sim = await connectSim(path(), 500);
  onLine = ({ id }, socket) => void socket.write(`junk\n{"id":"x"}\n{"id":${id},"ok":true}\n`);
  expect(await sim.command('card.status')).toMatchObject({ ok: true });
  sim.close();
});
