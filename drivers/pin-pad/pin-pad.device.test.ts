import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PinPadStatus } from '../../common/contracts/devices/pin-pad.ts';
import { systemClock } from '../../wire/system.ts';
import { openMinkaLabPad } from './driver/minka-lab.ts';
import type { PinPad } from './driver/pin-pad.ts';
import { createPadEmulator, type PadEmulator } from './emulator/pad-emulator.ts';

let dir: string;
let emulator: PadEmulator;
let pad: PinPad;
const seen: PinPadStatus[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'minka-pad-'));
  emulator = await createPadEmulator(join(dir, 'pad'), systemClock());
  pad = openMinkaLabPad({ path: emulator.hostPath, baudRate: 9600 }, { clock: systemClock() });
  pad.onStatus((status) => seen.push(status));
});
afterAll(async () => {
  await pad.close();
  await emulator.close();
  await rm(dir, { recursive: true, force: true });
});
afterEach(async () => {
  await emulator.set({ power: true, cable: true, damage: 0 });
  pad.cancel();
});

/** Nothing runs on either side: the end of an earlier entry has reached the pad too. */
const ready = (): Promise<void> =>
  vi.waitFor(() => expect([pad.status(), emulator.isEntering()]).toEqual([{ kind: 'ready' }, false]), {
    timeout: 8000,
    interval: 20,
  });
const entering = (): Promise<void> => vi.waitFor(() => expect(emulator.isEntering()).toBe(true), { timeout: 3000 });

describe('the pad on a real pseudo-terminal', () => {
  test('counts each key and hands over the digits at enter', async () => {
    await ready();
    seen.length = 0;
    const entry = pad.enter(10_000);
    await entering();
    expect(await emulator.type('135791', 10)).toBe(true);
    const result = await entry;
    expect(result.kind === 'entered' && new TextDecoder().decode(result.digits)).toBe('135791');
    const counts = seen.map((s) => (s.kind === 'entering' ? s.digits : s.kind));
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6, 'ready']);
  });
  test('backspace and clear count down; enter before the fourth digit does nothing', async () => {
    await ready();
    const entry = pad.enter(10_000);
    await entering();
    for (const key of ['1', '2', 'backspace', 'enter', 'clear', '4', '3', '2', '1', 'enter']) emulator.press(key);
    const result = await entry;
    expect(result.kind === 'entered' && new TextDecoder().decode(result.digits)).toBe('4321');
  });
  test('cancel on the pad, cancel from us, time-out, busy', async () => {
    await ready();
    const first = pad.enter(10_000);
    await entering();
    expect(await pad.enter(10_000)).toEqual({ kind: 'busy' });
    emulator.press('cancel');
    expect(await first).toEqual({ kind: 'cancelled' });
    const second = pad.enter(10_000);
    await entering();
    pad.cancel();
    expect(await second).toEqual({ kind: 'cancelled' });
    await vi.waitFor(() => expect(emulator.isEntering()).toBe(false), { timeout: 3000 });
    expect(await pad.enter(300)).toEqual({ kind: 'timeout' });
  });
  test('a damaged frame is asked for again', async () => {
    await ready();
    const entry = pad.enter(10_000);
    await entering();
    await emulator.set({ damage: 2 });
    await emulator.type('24680', 5);
    const result = await entry;
    expect(result.kind === 'entered' && new TextDecoder().decode(result.digits)).toBe('24680');
  });
  test('the cable is pulled during an entry and put back', async () => {
    await ready();
    const entry = pad.enter(10_000);
    await entering();
    await emulator.set({ cable: false });
    expect(await entry).toEqual({ kind: 'padGone' });
    expect(pad.status()).toEqual({ kind: 'offline' });
    expect(await pad.enter(1000)).toEqual({ kind: 'padGone' });
    await emulator.set({ cable: true });
    await ready();
  });
  test('a pad without power is off-line within seconds, and comes back', async () => {
    await ready();
    const entry = pad.enter(20_000);
    await entering();
    await emulator.set({ power: false });
    expect(await entry).toEqual({ kind: 'padGone' });
    await emulator.set({ power: true });
    await ready();
  });
});
