import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CardStatus } from '../common/contracts/devices/card.ts';
import { hostLink } from '../common/contracts/devices/host-link.ts';
import type { PinChangeStep } from '../common/contracts/devices/pin-change.ts';
import { type Client, connect } from '../common/rpc/connect.ts';
import { systemClock } from '../wire/system.ts';
import { connectUnix } from '../wire/unix-socket.ts';
import { fromHex } from './card-reader/codec/bytes.ts';
import { type PersonaInput, personaSchema } from './card-reader/emulator/persona.ts';
import { type InsertedCard, insertCard } from './card-reader/emulator/vpicc.ts';
import { requireVirtualReader, SLOTS, VPCD_PORT } from './card-reader/testing/real-service.ts';
import { createPadEmulator, type PadEmulator } from './pin-pad/emulator/pad-emulator.ts';
import { timesInMemory } from './testing/memory-of.ts';

// The PIN is changed by the device host as a process: a real reader service, a pad on a real pty, a card on TCP.

const holder = {
  specVersion: '2.00',
  cardId: '990119D15600000500012345A1B2C3D4',
  cardNumber: 'D00000002',
  issuedOn: '20180601',
  expiresOn: '20380601',
  socialSecurityNumber: '11010519491231002X',
  name: '测试戊',
  sex: '2' as const,
  nation: '01',
  birthPlace: '990119',
  birthDate: '19491231',
};
const OLD = '864209';
const NEW = '729406';

let dir: string;
let pad: PadEmulator;
let host: ChildProcessWithoutNullStreams;
let client: Client<typeof hostLink>;
let card: InsertedCard | null = null;
let cards: CardStatus[];
let steps: PinChangeStep[];
/** All that the host wrote: its log, and every event on its link. */
let written: string[];

beforeAll(() => requireVirtualReader());
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-pin-'));
  pad = await createPadEmulator(join(dir, 'pad'), systemClock());
  host = spawn(process.execPath, ['drivers/host.ts', '--socket', join(dir, 'host.sock')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  [cards, steps, written] = [[], [], []];
  host.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  await once(host.stdout, 'data');
  const channel = await connectUnix(join(dir, 'host.sock'), { retryMs: 5000 });
  if (!channel.ok) throw new Error(channel.error.message);
  const { value: link } = channel;
  const tapped = {
    post: (text: string) => link.post(text),
    onText: (listener: (text: string) => void) =>
      link.onText((text) => {
        written.push(text);
        listener(text);
      }),
    onClose: (listener: () => void) => link.onClose(listener),
    close: () => link.close(),
  };
  client = connect(tapped, hostLink, { timeoutMs: 20_000, clock: systemClock() });
  client.on('card', (status) => cards.push(status));
  client.on('pinChange', (step) => steps.push(step));
  const devices = {
    cardReader: { reader: SLOTS[0] },
    pinPad: { path: pad.hostPath, baudRate: 9600, model: 'minka-lab', initialPins: ['888666'] },
    printer: null,
  };
  expect(await client.call('configure', devices)).toMatchObject({ ok: true });
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

async function insert(change: Omit<PersonaInput, 'label'> = {}): Promise<number> {
  const persona = personaSchema.parse({ holder, pin: { digits: OLD, tries: 6 }, ...change, label: 'test' });
  card = await insertCard(persona, VPCD_PORT);
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

/** Types each PIN when the dialogue asks for it; answers how the change ended. */
async function change(generation: number, ...pins: readonly string[]) {
  const ended = client.call('changePin', { dialogue: 3, generation, entryTimeoutMs: 10_000 }, { timeoutMs: 60_000 });
  let typed = 0;
  for (const pin of pins) {
    const entries = ++typed;
    await vi.waitFor(() => expect([pad.entries(), pad.isEntering()]).toEqual([entries, true]), { timeout: 20_000 });
    await pad.type(pin, 0);
  }
  const answer = await ended;
  return answer.ok ? answer.value : answer.error;
}
const told = (): string[] => steps.map(({ step, hint }) => (hint === null ? step : `${step} ${hint}`));

describe('a PIN is changed', () => {
  test('on the card itself; no digit of any entry is in a log, an event or an answer', async () => {
    const generation = await insert();
    expect(await change(generation, OLD, '491231', NEW, NEW)).toEqual({ kind: 'changed' });
    expect(told()).toEqual(['old', 'checking', 'new', 'new birthday', 'again', 'changing']);
    expect(steps.every(({ dialogue }) => dialogue === 3)).toBe(true);
    expect([card?.card.hasPin(NEW), card?.card.changes, card?.card.verifies]).toEqual([true, 1, 1]);
    const all = written.join('\n');
    expect(all).toContain('pinChange');
    for (const pin of [OLD, '491231', NEW]) expect(all).not.toContain(pin);
  });

  test('and nothing of either PIN is left in the memory of the process that handled them', async () => {
    const generation = await insert();
    expect(await change(generation, OLD, NEW, NEW)).toEqual({ kind: 'changed' });
    // Another frame each way, and time for what was being written; then nothing may hold them.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const { pid = 0 } = host;
    const text = (digits: string) => timesInMemory(pid, new TextEncoder().encode(digits));
    const packed = (hex: string) => timesInMemory(pid, fromHex(hex));
    // What must be there: otherwise nothing was read.
    expect(text('minka-lab')).toBeGreaterThan(0);
    expect({ old: text(OLD), next: text(NEW) }).toEqual({ old: 0, next: 0 });
    const commands = { verify: packed(`0020000003${OLD}`), change: packed(`805E010007${OLD}FF${NEW}`) };
    expect(commands).toEqual({ verify: 0, change: 0 });
  });

  test('a wrong old one: the tries as the card counts them, and no change', async () => {
    const generation = await insert();
    expect(await change(generation, '111112')).toEqual({ kind: 'wrong', triesLeft: 5 });
    expect([card?.card.hasPin(OLD), card?.card.changes]).toEqual([true, 0]);
  });
});

describe('a card that is pulled', () => {
  test.each([
    ['had changed its PIN', true],
    ['had not yet', false],
  ])('in the middle of the command and %s: unknown, either way', async (_, executed) => {
    const generation = await insert({ behaviour: { tear: { afterApdus: 0, at: '5E', executed } } });
    const inside = card?.card;
    expect(await change(generation, OLD, NEW, NEW)).toEqual({ kind: 'unknown', stuck: false });
    expect(inside?.hasPin(executed ? NEW : OLD)).toBe(true);
    expect(inside?.changes).toBe(executed ? 1 : 0);
    await vi.waitFor(() => expect(cards.at(-1)?.kind).toBe('empty'), { timeout: 5000 });
  });

  test('while the new one is typed: the entry ends, the card keeps its PIN', async () => {
    const generation = await insert();
    const inside = card?.card;
    const ended = client.call('changePin', { dialogue: 4, generation, entryTimeoutMs: 20_000 }, { timeoutMs: 60_000 });
    await vi.waitFor(() => expect(pad.isEntering()).toBe(true), { timeout: 8000 });
    await pad.type(OLD, 0);
    await vi.waitFor(() => expect([pad.entries(), pad.isEntering()]).toEqual([2, true]), { timeout: 8000 });
    pad.press('7');
    await card?.remove();
    expect(await ended).toMatchObject({ ok: true, value: { kind: 'card', error: 'CARD_REMOVED' } });
    expect([inside?.hasPin(OLD), inside?.changes]).toEqual([true, 0]);
    await vi.waitFor(() => expect(pad.isEntering()).toBe(false), { timeout: 3000 });
  });
});

test('a command that is never answered: unknown, and the reader is stuck', async () => {
  // Reading and VERIFY of this card take fewer; the dialogue is at its entries when the card falls silent.
  const generation = await insert();
  const counted = await change(generation, OLD, NEW, NEW);
  expect(counted).toEqual({ kind: 'changed' });
  const before = (card?.apdus() ?? 0) - 1;
  await card?.remove();
  await vi.waitFor(() => expect(cards.at(-1)?.kind).toBe('empty'), { timeout: 5000 });
  await new Promise((resolve) => setTimeout(resolve, 900));
  const silent = await insert({ behaviour: { mute: { fromApdu: before } } });
  const ended = client.call(
    'changePin',
    { dialogue: 5, generation: silent, entryTimeoutMs: 10_000 },
    { timeoutMs: 60_000 },
  );
  for (const [index, pin] of [OLD, NEW, NEW].entries()) {
    await vi.waitFor(() => expect([pad.entries(), pad.isEntering()]).toEqual([4 + index, true]), { timeout: 8000 });
    await pad.type(pin, 0);
  }
  expect(await ended).toMatchObject({ ok: true, value: { kind: 'unknown', stuck: true } });
}, 40_000);

test('cancelPin between two entries ends the dialogue, and nothing was changed', async () => {
  const generation = await insert({ behaviour: { apduMs: 300 } });
  const ended = client.call('changePin', { dialogue: 6, generation, entryTimeoutMs: 20_000 }, { timeoutMs: 60_000 });
  await vi.waitFor(() => expect(pad.isEntering()).toBe(true), { timeout: 20_000 });
  await pad.type(OLD, 0);
  await vi.waitFor(() => expect(steps.at(-1)?.step).toBe('checking'), { timeout: 8000 });
  await client.call('cancelPin', {});
  expect(await ended).toMatchObject({ ok: true, value: { kind: 'cancelled' } });
  expect([pad.entries(), pad.isEntering(), card?.card.changes]).toEqual([1, false, 0]);
}, 40_000);
