import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acquireLock } from './process-lock.ts';
import { connectUnix, listenUnix, type UnixListener } from './unix-socket.ts';

let dir: string;
let path: string;
const opened: UnixListener[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-sock-'));
  path = join(dir, 'x.sock');
});
afterEach(async () => {
  for (const listener of opened.splice(0)) await listener.close();
  rmSync(dir, { recursive: true, force: true });
});

async function listen(where = path, onChannel: Parameters<typeof listenUnix>[1] = () => undefined) {
  const result = await listenUnix(where, onChannel);
  if (result.ok) opened.push(result.value);
  return result;
}

it('makes a 0600 socket in a 0700 folder and removes it at the end', async () => {
  const inner = join(dir, 'run', 'x.sock');
  expect((await listen(inner)).ok).toBe(true);
  expect(statSync(inner).mode & 0o777).toBe(0o600);
  expect(statSync(join(dir, 'run')).mode & 0o777).toBe(0o700);
  await opened.pop()?.close();
  expect(existsSync(inner)).toBe(false);
});

it('refuses a folder that others can enter', async () => {
  chmodSync(dir, 0o755);
  expect(await listen()).toMatchObject({ ok: false, error: { kind: 'place' } });
});

it('refuses a path that the system would cut', async () => {
  expect(await listen(join(dir, 'x'.repeat(108)))).toMatchObject({ ok: false, error: { kind: 'place' } });
});

it('does not take the place of one that answers', async () => {
  expect((await listen()).ok).toBe(true);
  expect(await listen()).toMatchObject({ ok: false, error: { kind: 'inUse' } });
  expect((await connectUnix(path, { retryMs: 0 })).ok).toBe(true);
});

it('takes the place of one that was killed', async () => {
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  expect(existsSync(path)).toBe(true);
  expect((await listen()).ok).toBe(true);
});

it('never removes a file that is no socket', async () => {
  writeFileSync(path, 'precious');
  expect(await listen()).toMatchObject({ ok: false, error: { kind: 'place' } });
  expect(existsSync(path)).toBe(true);
});

it('connects to one that comes up later, and gives up after its time', async () => {
  expect(await connectUnix(path, { retryMs: 60 })).toMatchObject({ ok: false, error: { kind: 'absent' } });
  const late = connectUnix(path, { retryMs: 5000 });
  await new Promise((resolve) => setTimeout(resolve, 80));
  await listen();
  expect((await late).ok).toBe(true);
});

it('ends a link whose stream is no longer frames, and lives', async () => {
  const ended = Promise.withResolvers<number>();
  await listen(path, (channel) => channel.onClose(() => ended.resolve(channel.dropped())));
  const raw = connect(path);
  raw.on('error', () => undefined);
  raw.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
  expect(await ended.promise).toBe(1);
  expect((await connectUnix(path, { retryMs: 0 })).ok).toBe(true);
});

it('cuts off a peer that does not read', async () => {
  const server = createServer((socket) => socket.pause());
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const link = await connectUnix(path, { retryMs: 0 });
  if (!link.ok) throw new Error('not connected');
  const closed = new Promise<void>((resolve) => link.value.onClose(resolve));
  const frame = 'x'.repeat(260_000);
  for (let i = 0; i < 300; i++) link.value.post(frame);
  await closed;
  server.close();
});

it('gives a lock to one at a time, and back when it is released', async () => {
  const first = await acquireLock(dir, 'shell');
  expect(first.ok).toBe(true);
  expect(await acquireLock(dir, 'shell')).toEqual({ ok: false, error: 'held' });
  const other = await acquireLock(dir, 'other');
  expect(other.ok).toBe(true);
  if (first.ok) await first.value.release();
  const again = await acquireLock(dir, 'shell');
  expect(again.ok).toBe(true);
  for (const lock of [again, other]) if (lock.ok) await lock.value.release();
});
