import { afterEach, describe, expect, test, vi } from 'vitest';
import { fastClock } from '../testing/fast-clock.ts';
import { type CardReader, openCardReader } from './driver.ts';
import { personaSchema } from './emulator/persona.ts';
import { VirtualCard } from './emulator/virtual-card.ts';
import { FakeService } from './testing/fake-service.ts';

const READER = 'Reader A 00 00';
const OLD = '135792';
const NEW = '729406';
const digits = (text: string): Uint8Array => new TextEncoder().encode(text);
const isChange = (apdu: Uint8Array): boolean => apdu[0] === 0x80 && apdu[1] === 0x5e;

let reader: CardReader | null = null;
afterEach(() => reader?.close());

/** A card whose answer to CHANGE is the test's; `act` gets the card and what takes it out. */
async function withCard(
  act?: (inside: VirtualCard, apdu: Uint8Array, leave: () => void) => Uint8Array | Promise<never>,
) {
  const service = new FakeService();
  service.addReader(READER);
  const inside = new VirtualCard(personaSchema.parse({ label: 'test', pin: { digits: OLD, tries: 3 } }));
  const leave = (): void => void setTimeout(() => service.remove(READER), 20);
  service.insert(READER, (apdu) => (act && isChange(apdu) ? act(inside, apdu, leave) : inside.answer(apdu)));
  const opened = openCardReader({ binding: service, clock: fastClock, filter: null });
  reader = opened;
  const generation = await vi.waitFor(() => {
    const status = opened.status();
    if (status.kind !== 'present') throw new Error(status.kind);
    return status.generation;
  });
  return { inside, service, opened, generation };
}

const word = (sw: number): Uint8Array => Uint8Array.of(sw >> 8, sw & 0xff);

describe('CHANGE PIN', () => {
  test('the card has the new one and not the old; one command was sent', async () => {
    const { inside, opened, generation } = await withCard();
    expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'changed' });
    expect([inside.hasPin(NEW), inside.hasPin(OLD), inside.changes]).toEqual([true, false, 1]);
    expect(await opened.verify(generation, digits(NEW))).toEqual({ kind: 'verified' });
  });

  test('a wrong old one costs a try as the card counts, and changes nothing', async () => {
    const { inside, opened, generation } = await withCard();
    const wrong = () => opened.change(generation, digits('000000'), digits(NEW));
    expect(await wrong()).toEqual({ kind: 'wrong', triesLeft: 2 });
    expect(await wrong()).toEqual({ kind: 'wrong', triesLeft: 1 });
    expect(await wrong()).toEqual({ kind: 'blocked' });
    expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'blocked' });
    expect([inside.hasPin(OLD), inside.changes]).toEqual([true, 4]);
  });

  test.each([
    ['done', true],
    ['not done', false],
  ])('pulled in the middle, answered with nothing, and %s: unknown either way', async (_, done) => {
    const { inside, service, opened, generation } = await withCard((card, apdu, leave) => {
      if (done) card.answer(apdu);
      leave();
      return new Uint8Array();
    });
    expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'unknown', stuck: false });
    expect(inside.hasPin(done ? NEW : OLD)).toBe(true);
    expect(service.partings).toEqual(['leave']);
  });

  test('the answer is lost and the card stays: unknown too, and nothing is sent again', async () => {
    const { inside, service, opened, generation } = await withCard((card, apdu) => {
      card.answer(apdu);
      return Uint8Array.of(0x90);
    });
    expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'unknown', stuck: false });
    expect(inside.changes).toBe(1);
    expect(service.partings).toEqual(['reset']);
    // The next verb begins with a fresh connection, and the card says which PIN it has.
    expect(await opened.verify(generation, digits(NEW))).toEqual({ kind: 'verified' });
  });

  test('the reader’s code for a removed card, in the middle: unknown', async () => {
    const { service, opened, generation } = await withCard((card, apdu) => {
      card.answer(apdu);
      service.transmitCode = 0x80100069;
      return new Uint8Array();
    });
    expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'unknown', stuck: false });
  });

  test('never answered: unknown, and the reader is stuck', async () => {
    const { opened, generation } = await withCard(() => new Promise<never>(() => undefined));
    expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'unknown', stuck: true });
    expect(opened.stuck()).toBe(true);
  });

  test.each([0x6700, 0x6982, 0x6985, 0x6a80, 0x6a86, 0x6c07, 0x6d00, 0x6e00, 0x6400, 0x6300])(
    'a card that answers %i has refused: the old one holds',
    async (sw) => {
      const { inside, opened, generation } = await withCard(() => word(sw));
      expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'refused' });
      expect(inside.changes).toBe(0);
    },
  );

  test.each([0x6200, 0x6581, 0x6f00, 0x6107, 0x9f00, 0x1234])('what %i says of the memory nobody knows', async (sw) => {
    const { opened, generation } = await withCard(() => word(sw));
    expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'unknown', stuck: false });
  });

  test('a refusal of a card that leaves with it is not believed', async () => {
    const { opened, generation } = await withCard((_, __, leave) => {
      leave();
      return word(0x6a80);
    });
    expect(await opened.change(generation, digits(OLD), digits(NEW))).toEqual({ kind: 'unknown', stuck: false });
  });

  test('gone before the command: the card’s error, because nothing was sent', async () => {
    const { service, opened, generation } = await withCard();
    service.remove(READER);
    const answer = await opened.change(generation, digits(OLD), digits(NEW));
    expect(answer).toMatchObject({ kind: 'card' });
  });
});
