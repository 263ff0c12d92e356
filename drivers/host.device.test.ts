import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CardStatus } from '../common/contracts/devices/card.ts';
import { hostLink } from '../common/contracts/devices/host-link.ts';
import type { PinPadStatus } from '../common/contracts/devices/pin-pad.ts';
import { type Client, connect } from '../common/rpc/connect.ts';
import { systemClock } from '../wire/system.ts';
import { connectUnix } from '../wire/unix-socket.ts';
import { type PersonaInput, personaSchema } from './card-reader/emulator/persona.ts';
import { type InsertedCard, insertCard } from './card-reader/emulator/vpicc.ts';
import { requireVirtualReader, SLOTS, VPCD_PORT } from './card-reader/testing/real-service.ts';
import { createPadEmulator, type PadEmulator } from './pin-pad/emulator/pad-emulator.ts';

// The device host as a process: over its socket, with a real reader service and a pad on a real pty.

const holder = {
  specVersion: '2.00',
  cardId: '990118D15600000500012345A1B2C3D4',
  cardNumber: 'D00000001',
  issuedOn: '20180601',
  expiresOn: '20380601',
  socialSecurityNumber: '11010519491231002X',
  name: '测试丁',
  sex: '2' as const,
  nation: '01',
  birthPlace: '990118',
  birthDate: '19491231',
};

let dir: string;
let pad: PadEmulator;
let host: ChildProcessWithoutNullStreams;
let client: Client<typeof hostLink>;
let card: InsertedCard | null = null;
let cards: CardStatus[];
let pads: PinPadStatus[];
let stuckBeats: number;

beforeAll(() => requireVirtualReader());
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-host-'));
  pad = await createPadEmulator(join(dir, 'pad'), systemClock());
  host = spawn(process.execPath, ['drivers/host.ts', '--socket', join(dir, 'host.sock')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  host.stderr.resume();
  await once(host.stdout, 'data');
  const channel = await connectUnix(join(dir, 'host.sock'), { retryMs: 5000 });
  if (!channel.ok) throw new Error(channel.error.message);
  [cards, pads, stuckBeats] = [[], [], 0];
  client = connect(channel.value, hostLink, { timeoutMs: 20_000, clock: systemClock() });
  client.on('card', (status) => cards.push(status));
  client.on('pinPad', (status) => pads.push(status));
  client.on('heartbeat', ({ stuck }) => {
    if (stuck) stuckBeats++;
  });
  const configured = await client.call('configure', configuration(SLOTS[0]));
  expect(configured).toMatchObject({ ok: true, value: { pid: host.pid } });
});
afterEach(async () => {
  await card?.remove();
  card = null;
  if (host.exitCode === null && host.signalCode === null) {
    const gone = once(host, 'exit');
    host.kill('SIGKILL');
    await gone;
  }
  await pad.close();
  rmSync(dir, { recursive: true, force: true });
  await new Promise((resolve) => setTimeout(resolve, 900));
});

function configuration(reader: string | null) {
  return {
    cardReader: { reader },
    pinPad: { path: pad.hostPath, baudRate: 9600, model: 'minka-lab', initialPins: ['123456'] },
    printer: null,
  };
}

async function insert(change: Omit<PersonaInput, 'label'> = {}): Promise<number> {
  card = await insertCard(personaSchema.parse({ holder, ...change, label: 'test' }), VPCD_PORT);
  const status = await vi.waitFor(
    () => {
      const last = cards.at(-1);
      if (last?.kind !== 'present') throw new Error(`card is ${last?.kind}`);
      return last;
    },
    { timeout: 8000 },
  );
  return status.generation;
}

async function ended(): Promise<{ ms: number; signal: NodeJS.Signals | null; code: number | null }> {
  const begun = performance.now();
  const [code, signal] = (await once(host, 'exit')) as [number | null, NodeJS.Signals | null];
  return { ms: performance.now() - begun, signal, code };
}

async function enterPin(generation: number, pin: string) {
  await vi.waitFor(() => expect(pads.at(-1)).toEqual({ kind: 'ready' }), { timeout: 5000 });
  const result = client.call('verifyPin', { generation, entryTimeoutMs: 10_000 });
  await vi.waitFor(() => expect(pad.isEntering()).toBe(true), { timeout: 5000 });
  await pad.type(pin, 0);
  const answer = await result;
  return answer.ok ? answer.value : answer.error;
}

describe('the device host', () => {
  test('reads a card twice and checks its PIN on the pad; events carry counts, never digits', async () => {
    const generation = await insert({ pin: { digits: '864209', tries: 6 } });
    for (let i = 0; i < 2; i++) {
      const read = await client.call('readCard', { generation });
      expect(read).toMatchObject({ ok: true, value: { ok: true, value: { name: '测试丁' } } });
    }
    expect(await enterPin(generation, '111111')).toEqual({ kind: 'wrong', triesLeft: 5 });
    expect(await enterPin(generation, '864209')).toEqual({ kind: 'verified' });
    expect(JSON.stringify(pads)).not.toContain('864209');
    expect(card?.card.verifies).toBe(2);
  });
  test('an initial PIN that the card takes is told apart', async () => {
    expect(await enterPin(await insert({ pin: { digits: '123456' } }), '123456')).toEqual({ kind: 'initial' });
  });
  test('the card is pulled during the entry: the entry ends, no VERIFY was sent', async () => {
    const generation = await insert();
    await vi.waitFor(() => expect(pads.at(-1)).toEqual({ kind: 'ready' }), { timeout: 5000 });
    const result = client.call('verifyPin', { generation, entryTimeoutMs: 20_000 });
    await vi.waitFor(() => expect(pad.isEntering()).toBe(true), { timeout: 5000 });
    pad.press('1');
    const pulled = card;
    await card?.remove();
    expect(await result).toMatchObject({ ok: true, value: { kind: 'card', error: 'CARD_REMOVED' } });
    expect(pulled?.card.verifies).toBe(0);
    await vi.waitFor(() => expect(pad.isEntering()).toBe(false), { timeout: 3000 });
  });
  test('cancelPin ends the entry', async () => {
    const generation = await insert();
    await vi.waitFor(() => expect(pads.at(-1)).toEqual({ kind: 'ready' }), { timeout: 5000 });
    const result = client.call('verifyPin', { generation, entryTimeoutMs: 20_000 });
    await vi.waitFor(() => expect(pad.isEntering()).toBe(true), { timeout: 5000 });
    await client.call('cancelPin', {});
    expect(await result).toMatchObject({ ok: true, value: { kind: 'cancelled' } });
  });
  test('another reader by a second configure: numbers go on growing, the pad stays open', async () => {
    const generation = await insert();
    const padEvents = pads.length;
    await client.call('configure', configuration(SLOTS[1]));
    await vi.waitFor(() => expect(cards.at(-1)).toMatchObject({ kind: 'empty', reader: SLOTS[1] }), { timeout: 5000 });
    await client.call('configure', configuration(SLOTS[0]));
    const again = await vi.waitFor(
      () => {
        const last = cards.at(-1);
        if (last?.kind !== 'present') throw new Error('not yet');
        return last;
      },
      { timeout: 5000 },
    );
    expect(again.generation).toBeGreaterThan(generation);
    expect(await client.call('readCard', { generation })).toMatchObject({ value: { ok: false, error: 'CARD_STALE' } });
    expect(pads.slice(padEvents).filter((s) => s.kind === 'offline')).toEqual([]);
  });
  test('the end of its stdin ends it in order, with a card connected', async () => {
    const generation = await insert();
    await client.call('readCard', { generation });
    host.stdin.end();
    const end = await ended();
    expect(end).toMatchObject({ code: 0, signal: null });
    expect(end.ms).toBeLessThan(5000);
  });
  test('an APDU that is never answered: mute after 5 s, heartbeats go on and say stuck, and it still ends in time', async () => {
    const generation = await insert({ behaviour: { mute: { fromApdu: 3 } } });
    const begun = performance.now();
    const answer = await client.call('readCard', { generation });
    expect(answer).toMatchObject({ ok: true, value: { ok: false, error: 'CARD_MUTE' } });
    expect(performance.now() - begun).toBeGreaterThan(4900);
    // Once, and not again for each APDU.
    expect(performance.now() - begun).toBeLessThan(2 * 5000);
    await vi.waitFor(() => expect(stuckBeats).toBeGreaterThan(0), { timeout: 4000 });
    expect(await client.call('readCard', { generation })).toMatchObject({ value: { error: 'READER_STUCK' } });
    host.stdin.end();
    const end = await ended();
    // A native call is in flight: the guard ends the process the hard way instead of hanging for ever.
    expect(end.signal).toBe('SIGKILL');
    expect(end.ms).toBeLessThan(6000);
  });
  test('libuv has a thread for every call that may wait', () => {
    const threads = readdirSync(`/proc/${host.pid}/task`).length;
    expect(threads).toBeGreaterThanOrEqual(7 + 16);
  });
});
