import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cliErrorSchema, cliPrinterStatusSchema } from '../common/contracts/cli/outputs.ts';
import { builtinLabProfile } from '../kiosk-config/builtin-lab.ts';
import { acquireLock } from '../wire/process-lock.ts';
import { LOG_FILE } from './short-lived.ts';
import { run } from './testing/run.ts';

const STUB = join(import.meta.dirname, 'testing', 'stub-shell.ts');
const MINKA = join(import.meta.dirname, 'minka.mjs');

let dir: string;
let runDir: string;
const places: string[] = [];
beforeEach(() => {
  dir = makePlace();
  runDir = join(dir, 'run');
});
afterEach(() => {
  for (const place of places.splice(0)) {
    for (const { pid } of starts(place)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    rmSync(place, { recursive: true });
  }
});

function makePlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'minka-short-'));
  places.push(place);
  mkdirSync(join(place, 'run'), { mode: 0o700 });
  writeFileSync(join(place, 'profile.json'), JSON.stringify(builtinLabProfile(place)));
  return place;
}

const minka = (line: string, place = dir) =>
  run([...line.split(' '), '--json', '--profile', join(place, 'profile.json')], process.env, STUB);
const behave = (how: string, place = dir): void =>
  writeFileSync(join(place, 'run', 'stub-shell.json'), JSON.stringify(how));

function starts(place = dir): { readonly pid: number; readonly args: string[] }[] {
  try {
    const lines = readFileSync(join(place, 'run', 'stub-shell.log'), 'utf8')
      .trim()
      .split('\n');
    return lines.map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('where no terminal runs', () => {
  it('starts one without a screen for the command, and ends it', async () => {
    const ran = await minka('printer status');
    expect(ran.code).toBe(0);
    expect(cliPrinterStatusSchema.parse(ran.json()).printer.kind).toBe('ready');
    const [start] = starts();
    expect(start?.args).toEqual(['--profile', join(dir, 'profile.json'), '--run', runDir, '--no-screen']);
    expect(isAlive(start?.pid ?? 0)).toBe(false);
    expect(existsSync(join(runDir, 'control.sock'))).toBe(false);
    expect(statSync(join(runDir, LOG_FILE)).mode & 0o777).toBe(0o600);
    expect((await acquireLock(runDir, 'cli')).ok).toBe(true);
  });

  it('starts one after the other when several commands come at once', async () => {
    const all = await Promise.all(
      ['printer status', 'queue list', 'queue show 7', 'printer status'].map((line) => minka(line)),
    );
    expect(all.map((ran) => ran.code)).toEqual([0, 0, 0, 0]);
    expect(starts().filter(({ pid }) => isAlive(pid))).toEqual([]);
  });

  it.each([
    ['refuse', 'STORE_NEWER', 'made by 9.9'],
    ['die', 'TERMINAL_UNREACHABLE', 'ended with 9'],
  ])('says why it cannot start (%s)', async (how, code, detail) => {
    behave(how);
    const ran = await minka('queue list');
    expect(ran.code).toBe(1);
    const { error } = cliErrorSchema.parse(ran.json());
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(detail)]);
  });
});

describe('card read ends within --wait + 10 s', () => {
  /** What an ordinary command takes, ms, where the machine is quick enough to end in order in the time for that. */
  const SLOW_MS = 800;

  it('whatever the terminal does: silent at its start, hung while it reads, or another command is in its place', async () => {
    const [silent, hung, taken] = [makePlace(), makePlace(), makePlace()];
    behave('silent', silent);
    behave('hang', hung);
    const held = await acquireLock(join(taken, 'run'), 'cli');
    const begun = performance.now();
    expect((await minka('printer status')).code).toBe(0);
    const ordinary = performance.now() - begun;
    const since = performance.now();
    const ends = await Promise.all(
      [silent, hung, taken].map(async (place) => {
        const ran = await minka('card read --wait 0', place);
        expect([ran.code, starts(place).some(({ pid }) => isAlive(pid))]).toEqual([1, false]);
        // No hard end is needed: two of them have nothing to wait for. What hangs is killed 300 ms before the hard end,
        // which on a slow machine may come first; then once, and as a failure.
        const mayBeHard = place === hung && ordinary >= SLOW_MS;
        expect(mayBeHard ? [[], [1]] : [[]]).toContainEqual(ran.exits);
        return cliErrorSchema.parse(JSON.parse(ran.out.split('\n')[0] ?? '')).error.code;
      }),
    );
    // What is ours of it grows with what an ordinary command takes on this machine.
    expect(performance.now() - since).toBeLessThan(10_000 + Math.max(0, ordinary - SLOW_MS));
    expect(ends).toEqual(['TERMINAL_UNREACHABLE', 'READER_STUCK', 'TERMINAL_UNREACHABLE']);
    if (held.ok) await held.value.release();
  });
});

describe('bin/minka.mjs', () => {
  /** A Node on this machine that is not the pinned one: the entry has to start on that too. */
  const other = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((file) => existsSync(file) && versionOf(file) !== process.version);

  function versionOf(node: string): string {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  }

  it('passes output and exit codes through on the pinned Node', () => {
    const help = spawnSync(process.execPath, [MINKA, '--help'], { encoding: 'utf8' });
    expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('Usage: minka')]);
    expect(spawnSync(process.execPath, [MINKA, 'nonsense']).status).toBe(2);
  });

  it.skipIf(other === undefined)('starts on another Node, and finds the pinned one', () => {
    const node = other ?? '';
    const check = (file: string) => spawnSync(node, [MINKA, 'config', 'check', file, '--json'], { encoding: 'utf8' });
    const good = check(join(dir, 'profile.json'));
    expect([good.status, JSON.parse(good.stdout)]).toEqual([0, { ok: true, problems: [], remarks: [] }]);
    expect(check('/nonexistent').status).toBe(1);
    expect(spawnSync(node, [MINKA]).status).toBe(2);
  });

  it.skipIf(other === undefined)('says in one object what is missing where there is no pinned Node', () => {
    const alone = join(dir, 'minka.mjs');
    copyFileSync(MINKA, alone);
    const ran = spawnSync(other ?? '', [alone, 'queue', 'list', '--json'], { encoding: 'utf8' });
    expect([ran.status, cliErrorSchema.parse(JSON.parse(ran.stdout)).error.code]).toEqual([1, 'CONFIG_MISSING']);
  });

  it.skipIf(other === undefined)('passes a signal on, and ends with the process that asked', async () => {
    const lock = await acquireLock(runDir, 'cli');
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const args = [MINKA, 'queue', 'list', '--profile', join(dir, 'profile.json')];
      const child = spawn(other ?? '', args, { stdio: 'ignore' });
      const inner = await innerPid(child.pid ?? 0);
      const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill(signal);
      expect(await exit).toBe(signal === 'SIGTERM' ? 143 : null);
      await expect.poll(() => isAlive(inner)).toBe(false);
    }
    if (lock.ok) await lock.value.release();
  });

  /** The process that the entry started, once it waits for the lock. */
  async function innerPid(pid: number): Promise<number> {
    for (;;) {
      const [first = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
      if (first !== '' && readFileSync(`/proc/${first}/cmdline`, 'utf8').includes('minka.ts')) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        return Number(first);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});
