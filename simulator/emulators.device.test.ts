import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectSim, type SimClient } from './lab/sim-client.ts';

let dir: string;
let emulators: ChildProcessWithoutNullStreams;
let ready: { ready: boolean; pinPad: string; printer: string; control: string };
let sim: SimClient;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-sim-'));
  const port = process.env['MINKA_VPCD_PORT'] ?? '35963';
  emulators = spawn(process.execPath, ['simulator/emulators.ts', '--run', dir, '--vpcd-port', port], { stdio: 'pipe' });
  emulators.stderr.resume();
  ready = JSON.parse(String((await once(emulators.stdout, 'data'))[0])) as typeof ready;
  sim = await connectSim(ready.control);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the emulators as a process', () => {
  test('say where the ptys are; the control socket is this user’s alone', () => {
    expect(ready).toMatchObject({ ready: true });
    expect(ready.pinPad).toMatch(/^\/dev\/pts\/\d+$/);
    expect(ready.printer).toMatch(/^\/dev\/pts\/\d+$/);
    expect(statSync(ready.control).mode & 0o077).toBe(0);
  });
  test('a card by name, and out again', async () => {
    expect(await sim.command('card.insert', { persona: 'foreign' })).toMatchObject({ label: 'another chip card' });
    expect(await sim.command('card.status')).toMatchObject({ inserted: true });
    await sim.command('card.remove');
    expect(await sim.command('card.status')).toMatchObject({ inserted: false });
  });
  test('what cannot be done is said: no such persona, no entry, no such command', async () => {
    await expect(sim.command('card.insert', { persona: 'nobody' })).rejects.toThrow();
    await expect(sim.command('pin.key', { key: '1' })).rejects.toThrow('no PIN entry');
    await expect(sim.command('pin.type', { digits: '1234', waitMs: 50 })).rejects.toThrow('no PIN entry');
    await expect(sim.command('dance')).rejects.toThrow();
  });
  test('the printer can be made to suffer and looked at', async () => {
    await sim.command('printer.set', { settings: { paper: 'out' } });
    expect(await sim.command('printer.status')).toMatchObject({ settings: { paper: 'out' } });
    expect(await sim.command('printer.paper')).toMatchObject({ length: 0, cuts: 0 });
    await sim.command('printer.paper', { dir });
    expect(readFileSync(join(dir, 'receipt.bin'))).toHaveLength(0);
    await sim.command('printer.tear');
  });
  test('end with their parent, and the ptys with them', async () => {
    sim.close();
    const exit = once(emulators, 'exit');
    emulators.stdin.end();
    expect((await exit)[0]).toBe(0);
    expect(existsSync(ready.pinPad)).toBe(false);
    expect(existsSync(ready.control)).toBe(false);
  });
});
