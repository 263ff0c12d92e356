import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cliErrorSchema, cliPrinterStatusSchema } from '../common/contracts/cli/outputs.ts';
import { builtinLabProfile } from '../kiosk-config/builtin-lab.ts';
import type { UnixListener } from '../wire/unix-socket.ts';
import { fakeTerminal } from './testing/fake-terminal.ts';
import { run } from './testing/run.ts';

/** `minka` without --profile. */

const ROOT = resolve(import.meta.dirname, '..');
let dir: string;
let terminal: UnixListener | null;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-lab-'));
  env = { XDG_STATE_HOME: dir, LANG: 'en_GB.UTF-8' };
  mkdirSync(join(dir, 'minka'));
  writeFileSync(join(dir, 'lab-profile.json'), JSON.stringify(builtinLabProfile(join(dir, 'lab'))));
  terminal = null;
});
afterEach(async () => {
  await terminal?.close();
  rmSync(dir, { recursive: true });
});

/** What a lab leaves in the state directory. */
function announced(more: object = {}): void {
  const told = { socket: join(dir, 'dock.sock'), pid: process.pid, profile: join(dir, 'lab-profile.json'), root: ROOT };
  writeFileSync(join(dir, 'minka', 'lab.json'), JSON.stringify({ ...told, ...more }));
}

async function labRuns(): Promise<void> {
  mkdirSync(join(dir, 'lab', 'run'), { recursive: true, mode: 0o700 });
  terminal = await fakeTerminal(join(dir, 'lab', 'run', 'control.sock'));
}

it('asks the lab that runs, and says so on stderr', async () => {
  announced();
  await labRuns();
  const ran = await run(['printer', 'status', '--json'], env);
  expect(ran.code, ran.out).toBe(0);
  expect(cliPrinterStatusSchema.parse(ran.json()).printer.kind).toBe('ready');
  expect(ran.note).toBe(
    `Asking the terminal of the lab that runs (${join(dir, 'lab-profile.json')}); --profile names another one.\n`,
  );
});

describe('takes no lab for its own', () => {
  it.each([
    ['of another checkout', { root: '/elsewhere' }],
    ['that was started by an older version', { profile: undefined, root: undefined }],
    ['whose profile is gone', { profile: '/nowhere/profile.json' }],
  ])('%s', async (_which, more) => {
    announced(more);
    await labRuns();
    const ran = await run(['worklist', 'list', '--json'], env);
    expect(cliErrorSchema.parse(ran.json()).error.code).toBe('CONFIG_MISSING');
  });

  it('that has ended', async () => {
    announced();
    const ran = await run(['worklist', 'list', '--json'], env);
    expect(cliErrorSchema.parse(ran.json()).error.code).toBe('CONFIG_MISSING');
  });
});

it.each([['worklist list'], ['staff page'], ['reconcile --last'], ['audit verify']])(
  '%s, which needs a screen, is not begun without one: a sentence says what to start',
  async (line) => {
    const ran = await run(line.split(' '), env);
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.note).toContain('CONFIG_MISSING');
    expect(ran.note).toContain('no --profile is given, and no lab of this checkout runs');
    expect(ran.note).toContain(
      'What to do: Put the site profile in place and name it with --profile; for a lab, run `npm start` first.',
    );
  },
);
