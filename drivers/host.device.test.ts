import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PinPadStatus } from '../common/contracts/devices/pin-pad.ts';
import { HOLDER } from './card-reader/testing/holder.ts';
import { requireVirtualReader, SLOTS } from './card-reader/testing/real-service.ts';
import { type HostScene, startHostScene } from './testing/host-scene.ts';

// The device host as a process: over its socket, with a real reader service and a pad on a real pty.

let scene: HostScene;
let pads: PinPadStatus[];
let stuckBeats: number;

beforeAll(() => requireVirtualReader());
beforeEach(async () => {
  scene = await startHostScene(['123456']);
  [pads, stuckBeats] = [[], 0];
  scene.client.on('pinPad', (status) => pads.push(status));
  scene.client.on('heartbeat', ({ stuck }) => {
    if (stuck) stuckBeats++;
  });
  const configured = await scene.client.call('configure', scene.configuration(SLOTS[0]));
  expect(configured).toMatchObject({ ok: true, value: { pid: scene.host.pid } });
});
afterEach(() => scene.stop());

async function ended(): Promise<{ ms: number; signal: NodeJS.Signals | null; code: number | null }> {
  const begun = performance.now();
  const [code, signal] = (await once(scene.host, 'exit')) as [number | null, NodeJS.Signals | null];
  return { ms: performance.now() - begun, signal, code };
}

async function enterPin(generation: number, pin: string) {
  await vi.waitFor(() => expect(pads.at(-1)).toEqual({ kind: 'ready' }), { timeout: 5000 });
  const result = scene.client.call('verifyPin', { generation, entryTimeoutMs: 10_000 });
  await vi.waitFor(() => expect(scene.pad.isEntering()).toBe(true), { timeout: 5000 });
  await scene.pad.type(pin, 0);
  const answer = await result;
  return answer.ok ? answer.value : answer.error;
}

describe('the device host', () => {
  test('reads a card twice and checks its PIN on the pad; events carry counts, never digits', async () => {
    const generation = await scene.insert({ pin: { digits: '864209', tries: 6 } });
    for (let i = 0; i < 2; i++) {
      const read = await scene.client.call('readCard', { generation });
      expect(read).toMatchObject({ ok: true, value: { ok: true, value: { name: HOLDER.name } } });
    }
    expect(await enterPin(generation, '111111')).toEqual({ kind: 'wrong', triesLeft: 5 });
    expect(await enterPin(generation, '864209')).toEqual({ kind: 'verified' });
    expect(JSON.stringify(pads)).not.toContain('864209');
    expect(scene.card()?.card.verifies).toBe(2);
  });
  test('an initial PIN that the card takes is told apart', async () => {
    expect(await enterPin(await scene.insert({ pin: { digits: '123456' } }), '123456')).toEqual({ kind: 'initial' });
  });
  test('the card is pulled during the entry: the entry ends, no VERIFY was sent', async () => {
    const generation = await scene.insert();
    await vi.waitFor(() => expect(pads.at(-1)).toEqual({ kind: 'ready' }), { timeout: 5000 });
    const result = scene.client.call('verifyPin', { generation, entryTimeoutMs: 20_000 });
    await vi.waitFor(() => expect(scene.pad.isEntering()).toBe(true), { timeout: 5000 });
    scene.pad.press('1');
    const pulled = scene.card();
    await scene.card()?.remove();
    expect(await result).toMatchObject({ ok: true, value: { kind: 'card', error: 'CARD_REMOVED' } });
    expect(pulled?.card.verifies).toBe(0);
    await vi.waitFor(() => expect(scene.pad.isEntering()).toBe(false), { timeout: 3000 });
  });
  test('cancelPin ends the entry', async () => {
    const generation = await scene.insert();
    await vi.waitFor(() => expect(pads.at(-1)).toEqual({ kind: 'ready' }), { timeout: 5000 });
    const result = scene.client.call('verifyPin', { generation, entryTimeoutMs: 20_000 });
    await vi.waitFor(() => expect(scene.pad.isEntering()).toBe(true), { timeout: 5000 });
    await scene.client.call('cancelPin', {});
    expect(await result).toMatchObject({ ok: true, value: { kind: 'cancelled' } });
  });
  test('another reader by a second configure: numbers go on growing, the pad stays open', async () => {
    const generation = await scene.insert();
    const padEvents = pads.length;
    await scene.client.call('configure', scene.configuration(SLOTS[1]));
    await vi.waitFor(() => expect(scene.cards.at(-1)).toMatchObject({ kind: 'empty', reader: SLOTS[1] }), {
      timeout: 5000,
    });
    await scene.client.call('configure', scene.configuration(SLOTS[0]));
    const again = await vi.waitFor(
      () => {
        const last = scene.cards.at(-1);
        if (last?.kind !== 'present') throw new Error('not yet');
        return last;
      },
      { timeout: 5000 },
    );
    expect(again.generation).toBeGreaterThan(generation);
    expect(await scene.client.call('readCard', { generation })).toMatchObject({
      value: { ok: false, error: 'CARD_STALE' },
    });
    expect(pads.slice(padEvents).filter((s) => s.kind === 'offline')).toEqual([]);
  });
  test('headphones: unknown without a jack; with one the state, and each plug as it happens', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'minka-jack-'));
    const headphonesFile = join(dir, 'jack');
    writeFileSync(headphonesFile, '0');
    const plugs: boolean[] = [];
    scene.client.on('headphones', ({ plugged }) => plugs.push(plugged));
    const now = async () => {
      const status = await scene.client.call('status', {});
      return status.ok ? status.value.headphones : expect.fail(status.error.kind);
    };
    expect(await now()).toBe(null);
    const voices = { 'zh-CN': 'cmn', en: 'en' };
    const speech = { engine: 'espeak-ng', command: '/bin/true', voices, rate: 140, headphonesFile } as const;
    await scene.client.call('configure', { ...scene.configuration(SLOTS[0]), speech });
    expect([await now(), plugs]).toEqual([false, []]);
    writeFileSync(headphonesFile, '1');
    await vi.waitFor(() => expect(plugs).toEqual([true]), { timeout: 3000 });
    expect(await now()).toBe(true);
    rmSync(dir, { recursive: true });
    await vi.waitFor(() => expect(plugs).toEqual([true, false]), { timeout: 3000 });
  });
  test('the end of its stdin ends it in order, with a card connected', async () => {
    const generation = await scene.insert();
    await scene.client.call('readCard', { generation });
    scene.host.stdin.end();
    const end = await ended();
    expect(end).toMatchObject({ code: 0, signal: null });
    expect(end.ms).toBeLessThan(5000);
  });
  test('an APDU that is never answered: mute after 5 s, heartbeats go on and say stuck, and it still ends in time', async () => {
    const generation = await scene.insert({ behaviour: { mute: { fromApdu: 3 } } });
    const begun = performance.now();
    const answer = await scene.client.call('readCard', { generation });
    expect(answer).toMatchObject({ ok: true, value: { ok: false, error: 'CARD_MUTE' } });
    expect(performance.now() - begun).toBeGreaterThan(4900);
    // Once, and not again for each APDU.
    expect(performance.now() - begun).toBeLessThan(2 * 5000);
    await vi.waitFor(() => expect(stuckBeats).toBeGreaterThan(0), { timeout: 4000 });
    expect(await scene.client.call('readCard', { generation })).toMatchObject({ value: { error: 'READER_STUCK' } });
    scene.host.stdin.end();
    const end = await ended();
    // A native call is in flight: the guard ends the process the hard way instead of hanging for ever.
    expect(end.signal).toBe('SIGKILL');
    expect(end.ms).toBeLessThan(6000);
  });
  test('libuv has a thread for every call that may wait', () => {
    const threads = readdirSync(`/proc/${scene.host.pid}/task`).length;
    expect(threads).toBeGreaterThanOrEqual(7 + 16);
  });
});
