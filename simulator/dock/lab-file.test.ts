import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announceLab, requireNoOtherLab } from './lab-file.ts';

let dir: string;
let env: NodeJS.ProcessEnv;
let server: Server;
const warnings: string[] = [];
const warn = (text: string): void => void warnings.push(text);
const socket = (): string => join(dir, 'dock.sock');
const place = () => ({ socket: socket(), profile: join(dir, 'profile.json') });
const file = (): string => join(dir, 'minka', 'lab.json');

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-lab-file-'));
  env = { XDG_STATE_HOME: dir, LANG: 'en_GB.UTF-8' };
  warnings.length = 0;
  server = createServer((call) => call.on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(socket(), resolve));
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true });
});

test('while a lab lives a second one is refused by name, in the person’s language; when it ended it is not', async () => {
  await requireNoOtherLab(env);
  const takeBack = announceLab(env, place(), warn);
  expect(statSync(file()).mode & 0o077).toBe(0);
  await expect(requireNoOtherLab(env)).rejects.toThrow(`a lab is running already (process ${process.pid})`);
  await expect(requireNoOtherLab({ ...env, LANG: 'zh_CN.UTF-8' })).rejects.toThrow('已经有一个演示环境在运行');
  takeBack();
  expect(existsSync(file())).toBe(false);
  await requireNoOtherLab(env);
});

test('what a dead lab left is taken over: its process is gone, its socket is silent, or the file is junk', async () => {
  mkdirSync(join(dir, 'minka'));
  const gone = spawnSync(process.execPath, ['--eval', '']).pid;
  for (const text of [
    JSON.stringify({ socket: socket(), pid: gone }),
    JSON.stringify({ socket: join(dir, 'none.sock'), pid: process.pid }),
    '{"socket":7}',
    'junk',
  ]) {
    writeFileSync(file(), text);
    await requireNoOtherLab(env);
  }
  announceLab(env, place(), warn);
  expect(readFileSync(file(), 'utf8')).toContain(`"pid":${process.pid}`);
});

test('the file of a lab that came after stays', () => {
  const takeBack = announceLab(env, place(), warn);
  writeFileSync(file(), '{"another":1}');
  takeBack();
  expect(readFileSync(file(), 'utf8')).toBe('{"another":1}');
});

test('a state directory that cannot be written is a warning', () => {
  const blocked = join(dir, 'file');
  writeFileSync(blocked, '');
  announceLab({ ...env, XDG_STATE_HOME: blocked }, place(), warn)();
  expect(warnings).toEqual([expect.stringContaining('cannot be written (ENOTDIR): minka sim will not find this lab')]);
});
