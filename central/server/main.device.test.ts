import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The process itself: arguments, ready line, and how it ends. */
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'central-main-'));
  const files = ['-keyout', join(dir, 'server.key'), '-out', join(dir, 'server.pem')];
  const how = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=t'];
  execFileSync('openssl', ['req', '-x509', ...how, ...files], { stdio: 'ignore' });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function start(name: string, ...more: string[]): ChildProcess {
  const args = ['--dir', join(dir, name), '--tls', dir, '--secrets', join(dir, 'secrets'), ...more];
  return spawn(process.execPath, ['central/server/main.ts', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

async function ready(child: ChildProcess): Promise<unknown> {
  if (child.stdout === null) throw new Error('no stdout');
  for await (const line of createInterface(child.stdout)) return JSON.parse(line);
  throw new Error('ended without a ready line');
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
}

test('one JSON line when ready, six URLs on loopback; SIGTERM ends it with 0', async () => {
  const child = start('a');
  const url = expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(await ready(child)).toEqual({
    ready: true,
    centre: url,
    his: url,
    operator: url,
    benefits: url,
    cashier: url,
    admin: url,
  });
  expect(statSync(join(dir, 'a', 'centre.db')).mode & 0o077).toBe(0);
  const end = ended(child);
  child.kill('SIGTERM');
  expect(await end).toBe(0);
});

test('the end of stdin ends it with --lifeline, and only then', async () => {
  const tied = start('b', '--lifeline');
  await ready(tied);
  const end = ended(tied);
  tied.stdin?.end();
  expect(await end).toBe(0);

  const free = start('c');
  await ready(free);
  const freeEnd = ended(free);
  free.stdin?.end();
  const still = new Promise((resolve) => setTimeout(() => resolve('running'), 500));
  expect(await Promise.race([freeEnd, still])).toBe('running');
  free.kill('SIGTERM');
  expect(await freeEnd).toBe(0);
});

test('wrong usage is exit 2 with the usage on stderr', async () => {
  const child = start('d', '--ports', '1,2');
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  expect(await ended(child)).toBe(2);
  expect(text).toContain('usage: main.ts');
});
