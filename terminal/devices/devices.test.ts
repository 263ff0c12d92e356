import { expect, test } from 'vitest';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PinChangeStep } from '../../common/contracts/devices/pin-change.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { fakeHost } from '../testing/fake-host.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { cardReading } from '../testing/people.ts';
import { createDevices } from './devices.ts';

const PRESENT: CardStatus = { kind: 'present', reader: 'Reader 0', generation: 1, atr: '3B' };
const SLIP: SlipDocument = { kind: 'test', copy: 0, blocks: [{ kind: 'space' }] };
const CONFIGURATION = { cardReader: { reader: null }, pinPad: null, printer: null };

/** Microtasks of the in-memory link: enough for a call, its answer and what follows. */
async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve();
}

function bench(hosts: Channel[], refuse = (_: string) => false, pinChange = (_: PinChangeStep): unknown => undefined) {
  const clock = manualClock();
  const seen: CardStatus[] = [];
  const log: string[] = [];
  const plugs: boolean[] = [];
  const devices = createDevices({
    clock,
    dial: async () => hosts.shift() ?? null,
    replaceHost: async (reason) => {
      log.push(`replace ${reason}`);
    },
    configuration: CONFIGURATION,
    refuseReader: refuse,
    events: {
      card: (status) => seen.push(status),
      pinPad: () => undefined,
      printer: () => undefined,
      pinChange: (each) => void pinChange(each),
      printProgress: () => undefined,
      headphones: (plugged) => plugs.push(plugged),
      hostGone: () => log.push('gone'),
      readerRefused: (reader) => log.push(`refused ${reader}`),
    },
  });
  devices.start();
  /** Time passes second by second, with the link's microtasks in between. */
  const pass = async (ms: number, beat: () => void = () => undefined): Promise<void> => {
    for (let left = ms; left > 0; left -= 500) {
      clock.advance(Math.min(500, left));
      beat();
      await settle();
    }
  };
  return { clock, devices, seen, log, plugs, pass };
}

test('configures on connect and hands on what the reader shows', async () => {
  const { host, channel } = fakeHost(PRESENT, { read: { ok: true, value: cardReading(), cardMs: 12 } });
  const { devices, seen } = bench([channel]);
  await settle();
  expect(host.configured()).toEqual(CONFIGURATION);
  expect(seen).toMatchObject([{ kind: 'present', reader: 'Reader 0' }]);
  const [status] = seen;
  const generation = status?.kind === 'present' ? status.generation : -1;
  expect(await devices.readCard(generation)).toMatchObject({ ok: true, cardMs: 12 });
});

test('another reader that is named while the host is still being configured is watched all the same', async () => {
  const told: unknown[] = [];
  const taken = Promise.withResolvers<void>();
  const { channel } = fakeHost(PRESENT, {
    async configure(config) {
      told.push(config.cardReader);
      await taken.promise;
      return { pid: 1 };
    },
  });
  const { devices } = bench([channel]);
  await settle();
  await devices.watchReader('Reader 1');
  taken.resolve();
  await settle();
  expect(told).toEqual([{ reader: null }, { reader: 'Reader 1' }]);
});

test('three missed heartbeats: the host is replaced, the next one’s card is another card session', async () => {
  const first = fakeHost(PRESENT);
  const second = fakeHost(PRESENT);
  const hosts = [first.channel];
  const { devices, seen, log, pass } = bench(hosts);
  await settle();
  await pass(10_000, () => first.host.served.emit('heartbeat', { at: 0 }));
  expect(log).toEqual([]);
  hosts.push(second.channel);
  await pass(6000);
  expect(log.slice(0, 2)).toEqual(['gone', 'replace heartbeat missed']);
  const generations = seen.flatMap((status) => (status.kind === 'present' ? [status.generation] : []));
  expect(generations).toHaveLength(2);
  expect(new Set(generations).size).toBe(2);
  expect(await devices.readCard(generations[0] ?? 0)).toEqual({ ok: false, error: 'CARD_STALE' });
});

test('a terminal that stood still itself does not lay it to the host; one that is silent afterwards is replaced', async () => {
  const { host, channel } = fakeHost(PRESENT);
  const { clock, log, pass } = bench([channel]);
  await settle();
  await pass(2000, () => host.served.emit('heartbeat', { at: 0 }));
  clock.stall(8000);
  await pass(5000, () => host.served.emit('heartbeat', { at: 0 }));
  expect(log).toEqual([]);
  await pass(5000);
  expect(log.slice(0, 2)).toEqual(['gone', 'replace heartbeat missed']);
});

test('a host that died by itself is dialled again, not replaced', async () => {
  const first = fakeHost(PRESENT);
  const hosts = [first.channel];
  const { seen, log, pass } = bench(hosts);
  await settle();
  hosts.push(fakeHost({ kind: 'empty', reader: 'Reader 0' }).channel);
  first.host.die();
  await settle();
  await pass(1000);
  expect(log).toEqual(['gone']);
  expect(seen.at(-1)).toEqual({ kind: 'empty', reader: 'Reader 0' });
});

test('an APDU that is never answered: the card is mute, told first, then the host goes', async () => {
  const { channel, host } = fakeHost(PRESENT, { read: 'HANG' });
  const { devices, seen, log, pass } = bench([channel]);
  await settle();
  const [status] = seen;
  const reading = devices.readCard(status?.kind === 'present' ? status.generation : -1);
  void reading.then(() => log.push('told'));
  await pass(9000, () => host.served.emit('heartbeat', { at: 0 }));
  expect(await reading).toEqual({ ok: false, error: 'CARD_MUTE' });
  expect(log.slice(0, 2)).toEqual(['told', 'gone']);
  expect(log[2]).toMatch(/^replace/);
});

test('a host that says itself that its reader is stuck is replaced', async () => {
  const { channel } = fakeHost(PRESENT, { read: { ok: false, error: 'READER_STUCK' } });
  const { devices, seen, log, pass } = bench([channel]);
  await settle();
  const [status] = seen;
  expect(await devices.readCard(status?.kind === 'present' ? status.generation : -1)).toMatchObject({ ok: false });
  await pass(1000);
  expect(log).toContain('replace READER_STUCK');
});

test('a host that goes during a print leaves it unknown, with what was acknowledged', async () => {
  const { host, channel } = fakeHost(PRESENT);
  const { devices } = bench([channel]);
  await settle();
  const printing = devices.print('job', SLIP, 1000);
  await settle();
  host.served.emit('printProgress', { jobId: 'job', acknowledged: 3, blocks: 7, waiting: null });
  await settle();
  host.die();
  expect(await printing).toEqual({ kind: 'unknown', trouble: 'hostGone', acknowledged: 3, blocks: 7 });
});

test.each([
  ['old', { kind: 'card', error: 'READER_GONE' }],
  ['new', { kind: 'card', error: 'READER_GONE' }],
  ['again', { kind: 'unknown', stuck: false }],
  ['changing', { kind: 'unknown', stuck: false }],
] as const)('a host that goes at "%s" of a PIN change: %o', async (step, result) => {
  const { host, channel } = fakeHost(PRESENT);
  const told: unknown[] = [];
  const { devices, seen } = bench(
    [channel],
    () => false,
    (each) => told.push(each),
  );
  await settle();
  const [status] = seen;
  const changing = devices.changePin(7, status?.kind === 'present' ? status.generation : -1, 5000);
  await settle();
  const event = { dialogue: 7, step, hint: null };
  host.served.emit('pinChange', event);
  // A step of a dialogue that nobody asked for here changes nothing.
  host.served.emit('pinChange', { dialogue: 6, step: 'changing', hint: null });
  await settle();
  host.die();
  expect(await changing).toEqual(result);
  expect(told[0]).toEqual(event);
});

test('a PIN change gets time for every entry, answers as the host does, and a stuck reader costs the host its life', async () => {
  const { channel, host } = fakeHost(PRESENT, {
    changePin: () => Promise.resolve({ kind: 'unknown', stuck: true } as const),
  });
  const { devices, seen, log, pass } = bench([channel]);
  await settle();
  const [status] = seen;
  const generation = status?.kind === 'present' ? status.generation : -1;
  expect(await devices.changePin(1, generation, 5000)).toEqual({ kind: 'unknown', stuck: true });
  await pass(1000);
  expect(log).toContain('replace CHANGE PIN');
  host.die();
  const slow = fakeHost(PRESENT);
  const second = bench([slow.channel]);
  await settle();
  const [again] = second.seen;
  let ended = false;
  void second.devices.changePin(2, again?.kind === 'present' ? again.generation : -1, 10_000).then(() => {
    ended = true;
  });
  await second.pass(70_000, () => slow.host.served.emit('heartbeat', { at: 0 }));
  expect(ended).toBe(false);
  await second.pass(20_000, () => slow.host.served.emit('heartbeat', { at: 0 }));
  expect(ended).toBe(true);
});

test('without a host nothing was printed and no card is there', async () => {
  const { devices } = bench([]);
  await settle();
  expect(await devices.print('job', SLIP, 0)).toEqual({ kind: 'notPrinted', trouble: 'hostGone' });
  expect(await devices.readCard(1_000_001)).toEqual({ ok: false, error: 'READER_GONE' });
  expect(await devices.verifyPin(1_000_001, 5000)).toEqual({ kind: 'card', error: 'READER_GONE' });
});

test('a reader that the mode does not allow is as none', async () => {
  const { channel } = fakeHost({ ...PRESENT, reader: 'Virtual PCD 00 00' });
  const { devices, log } = bench([channel], (reader) => reader.startsWith('Virtual'));
  await settle();
  expect(devices.status().card).toEqual({ kind: 'noReader' });
  expect(log).toEqual(['refused Virtual PCD 00 00']);
});

test('an event that came with the answer to "status" outdates it', async () => {
  let emit = (): void => undefined;
  const { host, channel } = fakeHost(PRESENT, {
    status: async () => {
      // The answer is written first, but the client handles answers later than events of the same chunk.
      queueMicrotask(() => queueMicrotask(() => emit()));
      const [pinPad, printer] = [{ kind: 'ready' }, { kind: 'paperOut' }] as const;
      return { card: { kind: 'serviceDown' }, pinPad, printer, headphones: false };
    },
  });
  emit = () => host.served.emit('card', PRESENT);
  const { devices } = bench([channel]);
  await settle();
  expect(devices.status().card).toMatchObject({ kind: 'present' });
});

test('headphones are told as each host finds them, and when they are plugged in or pulled out', async () => {
  const first = fakeHost(PRESENT);
  const second = fakeHost(PRESENT, {
    status: () => ({ card: PRESENT, pinPad: { kind: 'none' }, printer: { kind: 'offline' }, headphones: true }),
  });
  const hosts = [first.channel];
  const { plugs, pass } = bench(hosts);
  await settle();
  first.host.served.emit('headphones', { plugged: true });
  first.host.served.emit('headphones', { plugged: false });
  await settle();
  expect(plugs).toEqual([false, true, false]);
  hosts.push(second.channel);
  first.host.die();
  await settle();
  await pass(1000);
  expect(plugs).toEqual([false, true, false, true]);
});
