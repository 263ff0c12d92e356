import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PinChangeStep } from '../common/contracts/devices/pin-change.ts';
import { fromHex } from './card-reader/codec/bytes.ts';
import { requireVirtualReader, SLOTS } from './card-reader/testing/real-service.ts';
import { type HostScene, startHostScene } from './testing/host-scene.ts';
import { timesInMemory } from './testing/memory-of.ts';

// The PIN is changed by the device host as a process: a real reader service, a pad on a real pty, a card on TCP.

const OLD = '864209';
const NEW = '729406';

let scene: HostScene;
let steps: PinChangeStep[];

beforeAll(() => requireVirtualReader());
beforeEach(async () => {
  scene = await startHostScene(['888666']);
  steps = [];
  scene.client.on('pinChange', (step) => steps.push(step));
  expect(await scene.client.call('configure', scene.configuration(SLOTS[0]))).toMatchObject({ ok: true });
});
afterEach(() => scene.stop());

const insert = (change: Parameters<HostScene['insert']>[0] = {}) =>
  scene.insert({ pin: { digits: OLD, tries: 6 }, ...change });

/** Types each PIN when the dialogue asks for it; answers how the change ended. */
async function change(generation: number, ...pins: readonly string[]) {
  const ended = scene.client.call(
    'changePin',
    { dialogue: 3, generation, entryTimeoutMs: 10_000 },
    { timeoutMs: 60_000 },
  );
  let typed = 0;
  for (const pin of pins) {
    const entries = ++typed;
    await vi.waitFor(() => expect([scene.pad.entries(), scene.pad.isEntering()]).toEqual([entries, true]), {
      timeout: 20_000,
    });
    await scene.pad.type(pin, 0);
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
    expect([scene.card()?.card.hasPin(NEW), scene.card()?.card.changes, scene.card()?.card.verifies]).toEqual([
      true,
      1,
      1,
    ]);
    const all = scene.written.join('\n');
    expect(all).toContain('pinChange');
    for (const pin of [OLD, '491231', NEW]) expect(all).not.toContain(pin);
  });

  test('and nothing of either PIN is left in the memory of the process that handled them', async () => {
    const generation = await insert();
    expect(await change(generation, OLD, NEW, NEW)).toEqual({ kind: 'changed' });
    // Another frame each way, and time for what was being written; then nothing may hold them.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const { pid = 0 } = scene.host;
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
    expect([scene.card()?.card.hasPin(OLD), scene.card()?.card.changes]).toEqual([true, 0]);
  });
});

describe('a card that is pulled', () => {
  test.each([
    ['had changed its PIN', true],
    ['had not yet', false],
  ])('in the middle of the command and %s: unknown, either way', async (_, executed) => {
    const generation = await insert({ behaviour: { tear: { afterApdus: 0, at: '5E', executed } } });
    const inside = scene.card()?.card;
    expect(await change(generation, OLD, NEW, NEW)).toEqual({ kind: 'unknown', stuck: false });
    expect(inside?.hasPin(executed ? NEW : OLD)).toBe(true);
    expect(inside?.changes).toBe(executed ? 1 : 0);
    await vi.waitFor(() => expect(scene.cards.at(-1)?.kind).toBe('empty'), { timeout: 5000 });
  });

  test('while the new one is typed: the entry ends, the card keeps its PIN', async () => {
    const generation = await insert();
    const inside = scene.card()?.card;
    const ended = scene.client.call(
      'changePin',
      { dialogue: 4, generation, entryTimeoutMs: 20_000 },
      { timeoutMs: 60_000 },
    );
    await vi.waitFor(() => expect(scene.pad.isEntering()).toBe(true), { timeout: 8000 });
    await scene.pad.type(OLD, 0);
    await vi.waitFor(() => expect([scene.pad.entries(), scene.pad.isEntering()]).toEqual([2, true]), { timeout: 8000 });
    scene.pad.press('7');
    await scene.card()?.remove();
    expect(await ended).toMatchObject({ ok: true, value: { kind: 'card', error: 'CARD_REMOVED' } });
    expect([inside?.hasPin(OLD), inside?.changes]).toEqual([true, 0]);
    await vi.waitFor(() => expect(scene.pad.isEntering()).toBe(false), { timeout: 3000 });
  });
});

test('a command that is never answered: unknown, and the reader is stuck', async () => {
  // Reading and VERIFY of this card take fewer; the dialogue is at its entries when the card falls silent.
  const generation = await insert();
  const counted = await change(generation, OLD, NEW, NEW);
  expect(counted).toEqual({ kind: 'changed' });
  const before = (scene.card()?.apdus() ?? 0) - 1;
  await scene.card()?.remove();
  await vi.waitFor(() => expect(scene.cards.at(-1)?.kind).toBe('empty'), { timeout: 5000 });
  await new Promise((resolve) => setTimeout(resolve, 900));
  const silent = await insert({ behaviour: { mute: { fromApdu: before } } });
  const ended = scene.client.call(
    'changePin',
    { dialogue: 5, generation: silent, entryTimeoutMs: 10_000 },
    { timeoutMs: 60_000 },
  );
  for (const [index, pin] of [OLD, NEW, NEW].entries()) {
    await vi.waitFor(() => expect([scene.pad.entries(), scene.pad.isEntering()]).toEqual([4 + index, true]), {
      timeout: 8000,
    });
    await scene.pad.type(pin, 0);
  }
  expect(await ended).toMatchObject({ ok: true, value: { kind: 'unknown', stuck: true } });
}, 40_000);

test('cancelPin between two entries ends the dialogue, and nothing was changed', async () => {
  const generation = await insert({ behaviour: { apduMs: 300 } });
  const ended = scene.client.call(
    'changePin',
    { dialogue: 6, generation, entryTimeoutMs: 20_000 },
    { timeoutMs: 60_000 },
  );
  await vi.waitFor(() => expect(scene.pad.isEntering()).toBe(true), { timeout: 20_000 });
  await scene.pad.type(OLD, 0);
  await vi.waitFor(() => expect(steps.at(-1)?.step).toBe('checking'), { timeout: 8000 });
  await scene.client.call('cancelPin', {});
  expect(await ended).toMatchObject({ ok: true, value: { kind: 'cancelled' } });
  expect([scene.pad.entries(), scene.pad.isEntering(), scene.card()?.card.changes]).toEqual([1, false, 0]);
}, 40_000);
