import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { commands, encodeFrame, PadDecoder } from './codec/frame.ts';
import { StopAndWait } from './codec/stop-and-wait.ts';
import type { PinEntry, PinPad } from './driver/pin-pad.ts';
import { type CardForPin, enterAndVerify } from './driver/verify-pin.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const fast: Clock = {
  now: () => 0,
  monotonic: () => performance.now() * 10,
  after(ms, fn) {
    const timer = setTimeout(fn, ms / 10);
    return () => clearTimeout(timer);
  },
};

describe('frames', () => {
  test('an entry of four digits, byte for byte', () => {
    expect([...encodeFrame(7, 'digits', ascii('1234'))]).toEqual([
      0x02,
      0x06,
      0x07,
      0x50,
      0x31,
      0x32,
      0x33,
      0x34,
      0x06 ^ 0x07 ^ 0x50 ^ 0x31 ^ 0x32 ^ 0x33 ^ 0x34,
      0x03,
    ]);
  });
  test('any command and data come back, in whatever chunks, and the chunks are wiped', () => {
    const command = fc.constantFrom(...(Object.keys(commands) as (keyof typeof commands)[]));
    fc.assert(
      fc.property(command, fc.nat(255), fc.uint8Array({ maxLength: 32 }), fc.nat(10), (name, sequence, data, cut) => {
        const frame = encodeFrame(sequence, name, data);
        const chunks = [frame.slice(0, cut), frame.slice(cut)];
        const decoder = new PadDecoder();
        const tokens = chunks.flatMap((chunk) => decoder.push(chunk));
        expect(tokens).toEqual([{ kind: 'frame', sequence, command: name, data }]);
        expect(chunks.every((chunk) => chunk.every((b) => b === 0))).toBe(true);
      }),
    );
  });
  test('noise and damage are told as such, and the next frame is found', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        const decoder = new PadDecoder();
        decoder.push(noise);
        // The longest thing that noise can begin ends within 37 bytes of anything else.
        decoder.push(new Uint8Array(40).fill(0x55));
        const tokens = decoder.push(encodeFrame(1, 'cancel', new Uint8Array()));
        expect(tokens.at(-1)).toMatchObject({ kind: 'frame', command: 'cancel' });
      }),
    );
    const broken = encodeFrame(1, 'cancel', new Uint8Array());
    broken[4] = (broken[4] ?? 0) ^ 1;
    expect(new PadDecoder().push(broken)).toEqual([{ kind: 'broken' }]);
  });
});

describe('stop and wait', () => {
  /** Two ends of a line; `lose` says which writes never arrive. */
  function pair(lose: (n: number) => boolean) {
    const got: string[] = [];
    let writes = 0;
    const carry = (to: () => StopAndWait) => (bytes: Uint8Array) => {
      const copy = Uint8Array.from(bytes);
      if (!lose(writes++)) queueMicrotask(() => to().receive(copy));
    };
    const a: StopAndWait = new StopAndWait(
      fast,
      carry(() => b),
      () => undefined,
    );
    const b: StopAndWait = new StopAndWait(
      fast,
      carry(() => a),
      (command) => got.push(command),
    );
    return { a, got };
  }
  test('what is lost is sent again, and arrives once', async () => {
    for (let lost = 0; lost < 4; lost++) {
      const { a, got } = pair((n) => n === lost);
      expect(await Promise.all([a.send('begin'), a.send('cancel')])).toEqual([true, true]);
      expect(got).toEqual(['begin', 'cancel']);
    }
  });
  test('nobody there: false after three attempts', async () => {
    let writes = 0;
    const { a } = pair(() => {
      writes++;
      return true;
    });
    expect(await a.send('identity')).toBe(false);
    expect(writes).toBe(3);
  });
  test('a line that is lost fails what was on its way', async () => {
    const { a } = pair(() => true);
    const sent = a.send('digits', ascii('1234'));
    a.reset();
    expect(await sent).toBe(false);
  });
});

describe('entry and verification', () => {
  const here: CardStatus = { kind: 'present', reader: 'R', generation: 3, atr: '' };

  function rig(verify: CardForPin['verify'] = () => Promise.resolve({ kind: 'verified' })) {
    let end: (entry: PinEntry) => void = () => undefined;
    let listener: (status: CardStatus) => void = () => undefined;
    const given: Uint8Array[] = [];
    const pad: PinPad = {
      status: () => ({ kind: 'ready' }),
      onStatus: () => () => undefined,
      enter: () => new Promise((resolve) => (end = resolve)),
      cancel: () => end({ kind: 'cancelled' }),
      close: () => Promise.resolve(),
    };
    const card: CardForPin = {
      status: () => here,
      onStatus(l) {
        listener = l;
        return () => undefined;
      },
      verify(generation, digits) {
        given.push(Uint8Array.from(digits));
        return verify(generation, digits);
      },
    };
    const run = enterAndVerify(pad, card, { generation: 3, timeoutMs: 1000, initialPins: ['123456'] });
    return {
      run,
      given,
      end: (e: PinEntry) => end(e),
      leave: () => listener({ kind: 'empty', reader: 'R' }),
      pad,
      card,
    };
  }

  test('the digits go to the card once and are wiped', async () => {
    const { run, given, end } = rig();
    const digits = ascii('135791');
    end({ kind: 'entered', digits });
    expect(await run).toEqual({ kind: 'verified' });
    expect(given).toEqual([ascii('135791')]);
    expect([...digits]).toEqual([0, 0, 0, 0, 0, 0]);
  });
  test('they are wiped also where the card fails', async () => {
    const { run, end } = rig(() => Promise.reject(new Error('x')));
    const digits = ascii('135791');
    end({ kind: 'entered', digits });
    await expect(run).rejects.toThrow();
    expect([...digits]).toEqual([0, 0, 0, 0, 0, 0]);
  });
  test('an initial PIN is told apart, but only when the card took it', async () => {
    const right = rig();
    right.end({ kind: 'entered', digits: ascii('123456') });
    expect(await right.run).toEqual({ kind: 'initial' });
    const wrong = rig(() => Promise.resolve({ kind: 'wrong', triesLeft: 4 }));
    wrong.end({ kind: 'entered', digits: ascii('123456') });
    expect(await wrong.run).toEqual({ kind: 'wrong', triesLeft: 4 });
  });
  test('a card that leaves during the entry ends it, and nothing is sent', async () => {
    const { run, leave, given } = rig();
    leave();
    expect(await run).toEqual({ kind: 'card', error: 'CARD_REMOVED' });
    expect(given).toEqual([]);
  });
  test.each(['cancelled', 'timeout', 'padGone', 'busy'] as const)('%s is told as it is', async (kind) => {
    const { run, end, given } = rig();
    end({ kind });
    expect(await run).toEqual({ kind });
    expect(given).toEqual([]);
  });
  test('no pad, or another card', async () => {
    const { pad, card } = rig();
    const options = { generation: 2, timeoutMs: 1000, initialPins: [] };
    expect(await enterAndVerify(null, card, options)).toEqual({ kind: 'padGone' });
    expect(await enterAndVerify(pad, card, options)).toEqual({ kind: 'card', error: 'CARD_STALE' });
  });
});
