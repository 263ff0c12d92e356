import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { controlLink } from '../common/contracts/cli/control-link.ts';
import { connect } from '../common/rpc/connect.ts';
import { builtinLabProfile } from '../kiosk-config/builtin-lab.ts';
import { systemClock } from '../wire/system.ts';
import { connectUnix } from '../wire/unix-socket.ts';
import { inspectDatabase } from './audit/inspect.ts';
import { openStore } from './store/open.ts';

const KEY = 'ab'.repeat(32);
const children: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A terminal as a process of its own, without shell and host; `first` is the line that it is handed. */
async function start(change: (profile: ReturnType<typeof builtinLabProfile>) => object, first: string) {
  const dir = mkdtempSync(join(tmpdir(), 'minka-main-'));
  folders.push(dir);
  chmodSync(dir, 0o700);
  const run = join(dir, 'run');
  mkdirSync(run, { mode: 0o700 });
  writeFileSync(join(dir, 'profile.json'), JSON.stringify(change(builtinLabProfile(dir))));
  const args = [join(import.meta.dirname, 'main.ts'), '--profile', join(dir, 'profile.json'), '--run', run];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  let words = '';
  child.stderr.on('data', (data: Buffer) => {
    words += data.toString();
  });
  const line = new Promise<unknown>((resolve) => {
    child.stdout.once('data', (data: Buffer) => resolve(JSON.parse(data.toString())));
  });
  const exit = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  child.stdin.write(`${first}\n`);
  return { child, dir, run, line: await line, exit, words: () => words };
}

async function control(run: string) {
  const channel = await connectUnix(join(run, 'control.sock'), { retryMs: 2000 });
  if (!channel.ok) throw new Error(channel.error.message);
  return connect(channel.value, controlLink, { timeoutMs: 5000, clock: systemClock() });
}

test('starts without centre, HIS, host and shell; answers on a 0600 socket; lives through junk; ends with its parent', async () => {
  const terminal = await start((profile) => profile, JSON.stringify({ databaseKey: KEY }));
  expect(terminal.line).toMatchObject({ ready: true, pid: terminal.child.pid });
  expect(statSync(join(terminal.run, 'control.sock')).mode & 0o777).toBe(0o600);
  const databases = readdirSync(terminal.dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.db(-wal)?$/.test(name),
  );
  expect(databases.length).toBeGreaterThan(0);
  for (const name of databases) expect(statSync(join(terminal.dir, name)).mode & 0o077).toBe(0);
  for (const socket of ['control.sock', 'screen.sock']) {
    const junk = dial(join(terminal.run, socket));
    junk.write('\u0000{"not":"ours"}\n'.repeat(50));
    junk.end('x'.repeat(400_000));
    junk.on('error', () => undefined);
  }
  const client = await control(terminal.run);
  expect(await client.call('hello', {})).toMatchObject({ ok: true, value: { mode: 'lab', pid: terminal.child.pid } });
  const read = await client.call('cardRead', { reader: null, waitMs: 100, reveal: false });
  expect(read).toMatchObject({ ok: true, value: { ok: false, code: 'READER_GONE' } });
  expect(await client.call('queueList', { limit: 10 })).toMatchObject({ ok: true, value: { rows: [] } });
  client.close();
  const since = performance.now();
  terminal.child.stdin.end();
  expect(await terminal.exit).toBe(0);
  expect(performance.now() - since).toBeLessThan(5000);
  expect(terminal.words()).not.toContain(KEY);
});

test('two runs leave one sound audit chain, from the first start to the last orderly end', async () => {
  const data = mkdtempSync(join(tmpdir(), 'minka-data-'));
  folders.push(data);
  const site = builtinLabProfile(data).site;
  const keep = (profile: ReturnType<typeof builtinLabProfile>) => ({ ...profile, paths: { ...profile.paths, data } });
  for (let round = 0; round < 2; round++) {
    const terminal = await start(keep, JSON.stringify({ databaseKey: KEY }));
    const client = await control(terminal.run);
    const listed = await client.call('auditList', { limit: 50 });
    expect(listed).toMatchObject({ ok: true, value: { ok: true } });
    // Nobody may verify who has not proved herself.
    expect(await client.call('auditVerify', { ticket: null, checkpoints: [] })).toMatchObject({ value: { ok: false } });
    client.close();
    terminal.child.kill('SIGTERM');
    expect(await terminal.exit).toBe(0);
  }
  const key = new Uint8Array(Buffer.from(KEY, 'hex'));
  const inspected = await inspectDatabase(join(data, 'terminal.db'), key, site, []);
  expect(inspected).toMatchObject({ ok: true, value: { ok: true, findings: [] } });
  const opened = openStore({ file: join(data, 'terminal.db') }, () => key);
  if (!opened.ok) throw new Error(opened.error);
  const codes = opened.value.audit.after(0, 1000).map(({ code }) => code);
  opened.value.close();
  expect(codes.filter((code) => code === 'terminal.started')).toHaveLength(2);
  expect(codes[0]).toBe('terminal.started');
  expect(codes.filter((code) => code === 'terminal.stopped')).toHaveLength(2);
});

test('SIGTERM ends it in order', async () => {
  const terminal = await start((profile) => profile, JSON.stringify({ databaseKey: KEY }));
  terminal.child.kill('SIGTERM');
  expect(await terminal.exit).toBe(0);
  expect(terminal.words()).toContain('terminal.stopped');
});

test.each([
  ['STORE_KEY', (p: object) => p, '{"databaseKey":"12"}'],
  ['STORE_KEY', (p: object) => p, 'junk'],
  ['CONFIG_INVALID', () => ({ schema: 2 }), JSON.stringify({ databaseKey: KEY })],
  ['CONFIG_PRODUCTION_LAB_DEVICE', (p: object) => ({ ...p, mode: 'production' }), JSON.stringify({ databaseKey: KEY })],
] as const)('refuses to start: %s', async (code, change, first) => {
  const terminal = await start(change, first);
  expect(terminal.line).toMatchObject({ ready: false, error: { code } });
  expect(await terminal.exit).toBe(1);
});

test('production does not run beside the simulator, even with a good profile', async () => {
  const real = (profile: ReturnType<typeof builtinLabProfile>) => {
    const { keyFile: _, ...paths } = profile.paths;
    const at = (name: 'centre' | 'his' | 'operator') => ({ ...profile[name], url: `https://${name}.example.org` });
    return { ...profile, mode: 'production', centre: at('centre'), his: at('his'), operator: at('operator'), paths };
  };
  const terminal = await start(real, JSON.stringify({ databaseKey: KEY }));
  expect(terminal.line).toMatchObject({ ready: false, error: { code: 'CONFIG_PRODUCTION_LAB_DEVICE' } });
});

test('a database under another key: out of service with its code, and the card can still be asked for', async () => {
  const profileOf = (dir: string) => (profile: ReturnType<typeof builtinLabProfile>) => ({
    ...profile,
    paths: { ...profile.paths, data: dir },
  });
  const data = mkdtempSync(join(tmpdir(), 'minka-data-'));
  folders.push(data);
  const first = await start(profileOf(data), JSON.stringify({ databaseKey: KEY }));
  first.child.stdin.end();
  await first.exit;
  const second = await start(profileOf(data), JSON.stringify({ databaseKey: 'cd'.repeat(32) }));
  expect(second.line).toMatchObject({ ready: true });
  const client = await control(second.run);
  expect(await client.call('hello', {})).toMatchObject({ ok: true });
  expect(second.words()).toContain('STORE_KEY');
});
