import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Channel } from '../common/rpc/channel.ts';
import { connectUnix } from '../wire/unix-socket.ts';
import { type ShellUnderTest, startShellUnderTest } from './testing/shell-under-test.ts';

const started: ShellUnderTest[] = [];
afterEach(async () => {
  for (const shell of started.splice(0)) {
    shell.process.kill('SIGKILL');
    await shell.exit;
    for (const pid of shell.events().map((event) => event.pid)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    shell.remove();
  }
});

function start(...args: Parameters<typeof startShellUnderTest>): ShellUnderTest {
  const shell = startShellUnderTest(...args);
  started.push(shell);
  return shell;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie still takes signals; its state says that it is gone.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean, ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}

/** The page that a browser gets with a fresh start page. */
async function openedPage(shell: ShellUnderTest, url: string): Promise<string> {
  shell.command('{"cmd":"startPage"}');
  const html = readFileSync(String((await shell.line())['startPage']), 'utf8');
  const token = /value="([\w-]+)"/.exec(html)?.[1] ?? '';
  const entered = await fetch(`${url}/enter`, {
    method: 'POST',
    headers: { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }).toString(),
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (await fetch(url, { headers: { cookie } })).text();
}

async function screenOf(shell: ShellUnderTest): Promise<Channel> {
  const link = await connectUnix(join(shell.run, 'screen.sock'), { retryMs: 5000 });
  if (!link.ok) throw new Error(link.error.message);
  return link.value;
}

it('starts both processes, hands the key over on stdin only, and says ready', async () => {
  const shell = start();
  const ready = await shell.line();
  expect(ready).toMatchObject({ ready: true, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  expect(ready['startPage']).toBe(join(shell.run, 'start.html'));
  expect(statSync(join(shell.run, 'start.html')).mode & 0o777).toBe(0o600);
  const key = readFileSync(join(shell.dir, 'database.key'), 'utf8').trim();
  await until(() => shell.events().filter((event) => event.did.startsWith('line')).length === 2);
  const told = (stub: string): string[] => shell.events().flatMap((e) => (e.stub === stub ? [e.did] : []));
  expect(told('terminal')).toContain(`line {"databaseKey":"${key}"}`);
  expect(told('host')).toContain('line {}');
  for (const pid of [await shell.pidOf('host'), await shell.pidOf('terminal')]) {
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain(
      key,
    );
  }
  expect(readFileSync(join(shell.run, 'start.html'), 'utf8')).toContain(`${ready['url']}/enter`);
});

it('makes a fresh start page on command, and lives through junk on stdin', async () => {
  const shell = start();
  await shell.line();
  const first = readFileSync(join(shell.run, 'start.html'), 'utf8');
  shell.command('junk');
  shell.command('{"cmd":"format"}');
  shell.command('x'.repeat(100_000));
  shell.command('{"cmd":"startPage"}');
  expect(await shell.line()).toEqual({ startPage: join(shell.run, 'start.html') });
  expect(readFileSync(join(shell.run, 'start.html'), 'utf8')).not.toBe(first);
});

it.each(['SIGTERM', 'SIGINT', 'lifeline'] as const)('ends everything in order on %s', async (how) => {
  const shell = start();
  await shell.line();
  const [host, terminal] = [await shell.pidOf('host'), await shell.pidOf('terminal')];
  if (how === 'lifeline') shell.endStdin();
  else shell.process.kill(how);
  expect((await shell.exit).code).toBe(0);
  expect([isAlive(host), isAlive(terminal)]).toEqual([false, false]);
  const ends = shell.events().filter((event) => event.did.startsWith('end') || event.did.startsWith('stopping'));
  expect(ends.map((event) => event.stub)[0]).toBe('terminal');
  expect(ends[0]?.did).toMatch(/^stopping \d+$/);
  expect(ends.at(-1)?.stub).toBe('host');
  expect(existsSync(join(shell.run, 'shell.sock'))).toBe(false);
});

it('ends as quickly where its parent was killed and its log goes nowhere', async () => {
  const shell = start();
  await shell.line();
  const since = performance.now();
  shell.orphan();
  expect((await shell.exit).code).toBe(0);
  expect(performance.now() - since).toBeLessThan(3000);
});

it('kills by pid what does not end, within five seconds', async () => {
  const begun = performance.now();
  const shell = start({ host: 'ignoreEnd', terminal: 'ignoreEnd' });
  await shell.line();
  const starting = performance.now() - begun;
  const [host, terminal] = [await shell.pidOf('host'), await shell.pidOf('terminal')];
  const since = performance.now();
  shell.process.kill('SIGTERM');
  await shell.exit;
  // Four of the five are the children's; what the shell needs itself is measured by its own start on this machine.
  expect(performance.now() - since).toBeLessThan(4000 + Math.max(1000, starting));
  expect([isAlive(host), isAlive(terminal)]).toEqual([false, false]);
});

it('takes its children with it when it is killed', async () => {
  const shell = start();
  await shell.line();
  const pids = [await shell.pidOf('host'), await shell.pidOf('terminal')];
  shell.process.kill('SIGKILL');
  await shell.exit;
  await until(() => !pids.some(isAlive));
});

it('replaces the host when the terminal asks: killed by pid, and the new one listens', async () => {
  const shell = start({ host: 'ignoreEnd' });
  await shell.line();
  const old = await shell.pidOf('host');
  const screen = await screenOf(shell);
  const answer = new Promise<string>((resolve) => screen.onText(resolve));
  screen.post('replaceHost');
  expect(JSON.parse(await answer)).toEqual({ ok: true, value: { socket: join(shell.run, 'host.sock') } });
  expect(isAlive(old)).toBe(false);
  expect(isAlive(await shell.pidOf('host', 1))).toBe(true);
  expect((await connectUnix(join(shell.run, 'host.sock'), { retryMs: 0 })).ok).toBe(true);
});

it('replaces a dead host and a dead terminal at once', async () => {
  const shell = start();
  await shell.line();
  process.kill(await shell.pidOf('host'), 'SIGKILL');
  expect(isAlive(await shell.pidOf('host', 1))).toBe(true);
  const since = performance.now();
  process.kill(await shell.pidOf('terminal'), 'SIGKILL');
  await shell.pidOf('terminal', 1);
  expect(performance.now() - since).toBeLessThan(3000);
  const screen = await screenOf(shell);
  const answer = new Promise<string>((resolve) => screen.onText(resolve));
  screen.post('still here');
  expect(await answer).toBe('echo still here');
});

it('goes on without a host that cannot start', async () => {
  const shell = start({ host: 'dieAtOnce' });
  expect(await shell.line()).toMatchObject({ ready: true });
  writeFileSync(join(shell.run, 'stub.json'), '{}');
  await until(() => existsSync(join(shell.run, 'host.sock')), 10_000);
});

it('kills a frozen terminal and starts another within ten seconds', async () => {
  const shell = start();
  await shell.line();
  const frozen = await shell.pidOf('terminal');
  const since = performance.now();
  process.kill(frozen, 'SIGSTOP');
  const next = await shell.pidOf('terminal', 1);
  expect(performance.now() - since).toBeLessThan(10_000);
  expect([isAlive(frozen), isAlive(next)]).toEqual([false, true]);
});

it('shows the quiet page after the fifth crash of the host, tells the terminal, and starts nothing more', async () => {
  const shell = start();
  const { url } = await shell.line();
  for (let nth = 0; nth < 5; nth++) process.kill(await shell.pidOf('host', nth), 'SIGKILL');
  await until(() => shell.events().some((event) => event.did === 'alarm quiet host'));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const starts = shell.events().filter((event) => event.stub === 'host' && event.did.startsWith('start'));
  expect(starts).toHaveLength(5);
  expect(isAlive(await shell.pidOf('terminal'))).toBe(true);
  const page = await openedPage(shell, String(url));
  expect(page).toContain('请到窗口办理');
  expect(page).toContain('Please go to the window');
  expect(page).not.toContain('<script');
});

it('says why the terminal cannot start, and exits 1', async () => {
  const refused = start({ terminal: 'refuse' });
  expect(await refused.line()).toEqual({
    ready: false,
    error: { code: 'STORE_NEWER', message: 'made by a newer version' },
  });
  expect((await refused.exit).code).toBe(1);
  const dead = start({ terminal: 'silentDeath' });
  expect(await dead.line()).toMatchObject({ ready: false, error: { code: 'DIED' } });
  expect((await dead.exit).code).toBe(1);
});

it('does not run twice in one run directory', async () => {
  const first = start();
  await first.line();
  const second = start({}, ['--run', first.run]);
  expect(await second.line()).toMatchObject({ ready: false, error: { code: 'STORE_LOCKED' } });
  expect((await second.exit).code).toBe(1);
  expect((await connectUnix(join(first.run, 'shell.sock'), { retryMs: 0 })).ok).toBe(true);
});

it('serves no screen where none is wanted', async () => {
  const shell = start({}, ['--no-screen']);
  expect(await shell.line()).toEqual({ ready: true, startPage: null, url: null });
  expect(existsSync(join(shell.run, 'start.html'))).toBe(false);
});

it('exits 2 on wrong arguments, 1 on a wrong profile', () => {
  const main = join(import.meta.dirname, 'main.ts');
  const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  expect(run().status).toBe(2);
  expect(run('--profile', 'x', '--nonsense').status).toBe(2);
  const missing = run('--profile', '/nonexistent/profile.json');
  expect(missing.status).toBe(1);
  expect(JSON.parse(missing.stdout)).toMatchObject({ ready: false, error: { code: 'CONFIG_MISSING' } });
});
