import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CardReading, CardStatus } from '../../common/contracts/devices/card.ts';
import { collect } from '../../wire/testing/collect.ts';
import { fastClock } from '../testing/fast-clock.ts';
import { type CardReader, openCardReader } from './driver.ts';
import { personaSchema } from './emulator/persona.ts';
import { VirtualCard } from './emulator/virtual-card.ts';
import { cardErrorOf, codes, flags } from './pcsc/codes.ts';
import { FakeService } from './testing/fake-service.ts';
import { HOLDER } from './testing/holder.ts';

/** Until what must come has come, on a busy machine too. */
const PATIENCE = { timeout: 5000 };
const READER = 'Reader A 00 00';
const OTHER = 'Reader B 01 00';
const card = (): VirtualCard => new VirtualCard(personaSchema.parse({ label: 'test', holder: HOLDER }));
const never = (): Promise<never> => new Promise(() => undefined);

let reader: CardReader | null = null;
afterEach(() => reader?.close());

function open(service: FakeService, filter: string | null = null) {
  const seen: CardStatus[] = [];
  const opened = openCardReader({ binding: service, clock: fastClock, filter });
  reader = opened;
  opened.onStatus((status) => seen.push(status));
  const until = (kind: CardStatus['kind']): Promise<CardStatus> =>
    vi.waitFor(() => {
      const status = opened.status();
      if (status.kind !== kind) throw new Error(`${status.kind}, not ${kind}`);
      return status;
    }, PATIENCE);
  const present = async (): Promise<number> => {
    const status = await until('present');
    return status.kind === 'present' ? status.generation : -1;
  };
  return { reader: opened, seen, until, present };
}

function serviceWithCard(): FakeService {
  const service = new FakeService();
  service.addReader(READER);
  const inside = card();
  service.insert(READER, (apdu) => inside.answer(apdu));
  return service;
}

describe('what stands in the reader', () => {
  test('every status of the union can be had', async () => {
    const service = new FakeService();
    service.running = false;
    const { until } = open(service);
    await until('serviceDown');
    service.running = true;
    await until('noReader');
    service.addReader(READER);
    await until('empty');
    service.insert(READER, () => null);
    await until('present');
    service.remove(READER);
    service.insert(READER, () => null, flags.MUTE);
    await until('mute');
    service.addReader(OTHER);
    service.insert(OTHER, () => null);
    await until('tooMany');
  });
  test('a swap that nobody saw is a new card', async () => {
    const service = serviceWithCard();
    const { present, reader: opened } = open(service);
    const first = await present();
    const slot = service.slots.get(READER);
    if (slot) slot.counter += 2;
    service.wake();
    await vi.waitFor(() => expect(opened.status()).toMatchObject({ generation: first + 1 }), PATIENCE);
    expect(await opened.read(first)).toEqual({ ok: false, error: 'CARD_STALE' });
  });
  test('the card that is left of two is a new card', async () => {
    const service = serviceWithCard();
    const { present, until } = open(service);
    const first = await present();
    service.addReader(OTHER);
    service.insert(OTHER, () => null);
    await until('tooMany');
    service.remove(OTHER);
    expect(await present()).toBeGreaterThan(first);
  });
  test('a named reader is watched alone; part of a name will do', async () => {
    const service = serviceWithCard();
    service.addReader(OTHER);
    expect((await open(service, OTHER).until('empty')) as object).toMatchObject({ reader: OTHER });
    await reader?.close();
    expect(await open(service, 'reader a').until('present')).toMatchObject({ reader: READER });
    await reader?.close();
    await open(service, 'Reader C').until('noReader');
  });
  test('a card that never answers its reset is mute although the service says empty, and gone when it goes', async () => {
    const service = new FakeService();
    service.addReader(READER);
    service.driverHangs = true;
    const { until } = open(service);
    await until('empty');
    const status = await until('mute');
    expect(status.kind === 'mute' && status.generation).toBe(1);
  });
  test('a service that dies and comes back is found again, with a new number for the same card', async () => {
    const service = serviceWithCard();
    const { present, until, reader: opened } = open(service);
    const first = await present();
    service.stop();
    await until('serviceDown');
    expect(await opened.read(first)).toEqual({ ok: false, error: 'READER_SERVICE_DOWN' });
    service.running = true;
    const second = await present();
    expect(second).toBeGreaterThan(first);
    expect(await opened.read(second)).toMatchObject({ ok: true });
  });
});

describe('reading', () => {
  test('reads, and reads again over the same connection', async () => {
    const service = serviceWithCard();
    const { present, reader: opened } = open(service);
    const generation = await present();
    const both = await Promise.all([opened.read(generation), opened.read(generation)]);
    for (const result of both) expect(result).toMatchObject({ ok: true, value: { name: HOLDER.name, atr: '3B00' } });
    expect(service.partings).toEqual([]);
    service.remove(READER);
    await vi.waitFor(() => expect(service.partings).toEqual(['leave']), PATIENCE);
  });
  test('what was read is held by nobody when the card is out', async () => {
    const service = serviceWithCard();
    const { present, until, reader: opened } = open(service);
    const generation = await present();
    const read = async (): Promise<WeakRef<CardReading>> => {
      const result = await opened.read(generation);
      return result.ok ? new WeakRef(result.value) : expect.unreachable(result.error);
    };
    const reading = await read();
    expect(reading.deref()?.name).toBe(HOLDER.name);
    service.remove(READER);
    await until('empty');
    await collect();
    expect(reading.deref()).toBeUndefined();
  });
  test('another program that holds the card is waited for; one that does not let go makes it busy', async () => {
    const service = serviceWithCard();
    const { present, reader: opened } = open(service);
    const generation = await present();
    service.connectCodes = [codes.SHARING_VIOLATION, codes.SHARING_VIOLATION];
    expect(await opened.read(generation)).toMatchObject({ ok: true });
    await reader?.close();
    const again = open(service);
    const next = await again.present();
    service.connectCodes = Array.from({ length: 100 }, () => codes.SHARING_VIOLATION);
    expect(await again.reader.read(next)).toEqual({ ok: false, error: 'CARD_BUSY' });
  });
  test('an APDU that is never answered: mute after five seconds, then stuck, and never again touched', async () => {
    const service = new FakeService();
    service.addReader(READER);
    let asked = 0;
    service.insert(READER, () => {
      asked++;
      return never();
    });
    const { present, reader: opened } = open(service);
    const generation = await present();
    expect(await opened.read(generation)).toEqual({ ok: false, error: 'CARD_MUTE' });
    expect(opened.stuck()).toBe(true);
    expect(await opened.read(generation)).toEqual({ ok: false, error: 'READER_STUCK' });
    expect(asked).toBe(1);
  });
  test('an empty reply with the card gone is a removal, with the card still there it is garbage', async () => {
    const service = new FakeService();
    service.addReader(READER);
    service.insert(READER, () => {
      setTimeout(() => service.remove(READER), 20);
      return new Uint8Array();
    });
    const { present, until, reader: opened } = open(service);
    expect(await opened.read(await present())).toEqual({ ok: false, error: 'CARD_REMOVED' });
    service.insert(READER, () => new Uint8Array());
    expect(await opened.read(await present())).toEqual({ ok: false, error: 'CARD_GARBAGE' });
    // Whichever it is does not show yet: a card that may have left is not reset. One that answers nonsense is.
    expect(service.partings).toEqual(['leave', 'leave']);
    service.remove(READER);
    await until('empty');
    service.insert(READER, () => Uint8Array.of(0x12, 0x34));
    expect(await opened.read(await present())).toEqual({ ok: false, error: 'CARD_GARBAGE' });
    expect(service.partings).toEqual(['leave', 'leave', 'reset']);
  });
  test('nothing there, no card of that number: each its own error', async () => {
    const service = new FakeService();
    service.addReader(READER);
    const { until, reader: opened } = open(service);
    await until('empty');
    expect(await opened.read(0)).toEqual({ ok: false, error: 'CARD_ABSENT' });
    service.insert(READER, () => null, flags.MUTE);
    const status = await until('mute');
    const generation = status.kind === 'mute' ? status.generation : -1;
    expect(await opened.read(generation)).toEqual({ ok: false, error: 'CARD_MUTE' });
    expect(await opened.read(generation - 1)).toEqual({ ok: false, error: 'CARD_STALE' });
  });
  test('codes that no table knows are the service, to be built anew', () => {
    expect(cardErrorOf(0x8010006a)).toBe('READER_SERVICE_DOWN');
    expect(cardErrorOf(0x12345678)).toBe('READER_SERVICE_DOWN');
    expect(cardErrorOf(codes.REMOVED_CARD)).toBe('CARD_REMOVED');
  });
});

describe('the PIN', () => {
  const digits = (text: string): Uint8Array => new TextEncoder().encode(text);
  test('counts down as the card says, blocks, and is sent once each time', async () => {
    const service = new FakeService();
    service.addReader(READER);
    const inside = new VirtualCard(
      personaSchema.parse({ label: 'test', holder: HOLDER, pin: { digits: '135791', tries: 3 } }),
    );
    service.insert(READER, (apdu) => inside.answer(apdu));
    const { present, reader: opened } = open(service);
    const generation = await present();
    expect(await opened.verify(generation, digits('000000'))).toEqual({ kind: 'wrong', triesLeft: 2 });
    expect(await opened.verify(generation, digits('135791'))).toEqual({ kind: 'verified' });
    for (const left of [2, 1]) {
      expect(await opened.verify(generation, digits('000000'))).toEqual({ kind: 'wrong', triesLeft: left });
    }
    expect(await opened.verify(generation, digits('000000'))).toEqual({ kind: 'blocked' });
    expect(await opened.verify(generation, digits('135791'))).toEqual({ kind: 'blocked' });
    expect(inside.verifies).toBe(6);
  });
  test.each([0x6c03, 0x6103, 0x6700, 0x6d00])('%i to VERIFY does not send it again', async (sw) => {
    const service = new FakeService();
    service.addReader(READER);
    const inside = card();
    let verifies = 0;
    service.insert(READER, (apdu) => {
      if (apdu[1] !== 0x20) return inside.answer(apdu);
      verifies++;
      return Uint8Array.of(sw >> 8, sw & 0xff);
    });
    const { present, reader: opened } = open(service);
    expect(await opened.verify(await present(), digits('135791'))).toEqual({ kind: 'card', error: 'CARD_GARBAGE' });
    expect(verifies).toBe(1);
  });
});
