import { describe, expect, test, vi } from 'vitest';
import type { CardReadResult, CardStatus } from '../../common/contracts/devices/card.ts';
import { PIN_ENTRIES, type PinChangeResult } from '../../common/contracts/devices/pin-change.ts';
import { type CardForPinChange, enterAndChange } from './driver/change-pin.ts';
import type { PinEntry, PinPad } from './driver/pin-pad.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const here: CardStatus = { kind: 'present', reader: 'R', generation: 3, atr: '' };
const reading: CardReadResult = {
  ok: true,
  cardMs: 1,
  value: {
    specVersion: '2.00',
    cardNumber: 'C70418265',
    cardId: null,
    regionCode: null,
    issuedOn: null,
    expiresOn: null,
    socialSecurityNumber: '11010519491231002X',
    name: '测试',
    sex: null,
    nation: null,
    birthPlace: null,
    birthDate: '1949-12-31',
    atr: '',
    needsHsm: false,
    warnings: [],
  },
};

interface Rig {
  readonly run: Promise<PinChangeResult>;
  /** Every array of digits that the pad gave out. */
  readonly given: Uint8Array[];
  readonly told: string[];
  readonly sent: string[];
  type(pin: string): Promise<void>;
  endEntry(entry: PinEntry): Promise<void>;
  leave(): void;
  stop(): void;
}

/** A dialogue with its pad and card in the test's hands. */
function rig(answers: Partial<CardForPinChange> = {}): Rig {
  let end: ((entry: PinEntry) => void) | null = null;
  let listener: (status: CardStatus) => void = () => undefined;
  let stopped = false;
  const [given, told, sent]: [Uint8Array[], string[], string[]] = [[], [], []];
  const text = (digits: Uint8Array): string => new TextDecoder().decode(digits);
  const pad: PinPad = {
    status: () => ({ kind: 'ready' }),
    onStatus: () => () => undefined,
    enter: () => new Promise((resolve) => (end = resolve)),
    cancel() {
      end?.({ kind: 'cancelled' });
      end = null;
    },
    close: () => Promise.resolve(),
  };
  const card: CardForPinChange = {
    status: () => here,
    onStatus(l) {
      listener = l;
      return () => undefined;
    },
    read: () => Promise.resolve(reading),
    verify(_, digits) {
      sent.push(`verify ${text(digits)}`);
      return Promise.resolve({ kind: 'verified' });
    },
    change(_, old, next) {
      sent.push(`change ${text(old)} ${text(next)}`);
      return Promise.resolve({ kind: 'changed' });
    },
    ...answers,
  };
  const run = enterAndChange(pad, card, {
    generation: 3,
    timeoutMs: 1000,
    initialPins: ['888666'],
    tell: (step, hint) => told.push(hint === null ? step : `${step} ${hint}`),
    stopped: () => stopped,
  });
  const endEntry = async (entry: PinEntry): Promise<void> => {
    const ends = await vi.waitFor(() => {
      if (end === null) throw new Error('no entry runs');
      return end;
    });
    end = null;
    ends(entry);
    await Promise.resolve();
  };
  return {
    run,
    given,
    told,
    sent,
    endEntry,
    async type(pin) {
      const digits = ascii(pin);
      given.push(digits);
      await endEntry({ kind: 'entered', digits });
    },
    leave: () => listener({ kind: 'empty', reader: 'R' }),
    stop() {
      stopped = true;
      pad.cancel();
    },
  };
}

const wiped = ({ given }: Rig): boolean => given.every((digits) => digits.every((digit) => digit === 0));

describe('a change of the PIN', () => {
  test('old, new, new again; one VERIFY, one CHANGE; every digit is wiped', async () => {
    const it = rig();
    for (const pin of ['135792', '729406', '729406']) await it.type(pin);
    expect(await it.run).toEqual({ kind: 'changed' });
    expect(it.sent).toEqual(['verify 135792', 'change 135792 729406']);
    expect(it.told).toEqual(['old', 'checking', 'new', 'again', 'changing']);
    expect(it.given).toHaveLength(3);
    expect(wiped(it)).toBe(true);
  });

  test('what is told holds no digit', async () => {
    const it = rig();
    for (const pin of ['135792', '123456', '729406', '729406']) await it.type(pin);
    await it.run;
    expect(it.told.join(' ')).not.toMatch(/\d/);
  });

  test('a weak one, or two that differ, are asked for anew with the reason; the old one is not asked again', async () => {
    const it = rig();
    for (const pin of ['135792', '491231', '729406', '729407', '608351', '608351']) await it.type(pin);
    expect(await it.run).toEqual({ kind: 'changed' });
    const again = ['new', 'new birthday', 'again', 'new differs', 'again'];
    expect(it.told).toEqual(['old', 'checking', ...again, 'changing']);
    expect(it.sent).toEqual(['verify 135792', 'change 135792 608351']);
    expect(wiped(it)).toBe(true);
  });

  test('three pairs that cannot be taken end it, and nothing was sent but the VERIFY', async () => {
    const it = rig();
    await it.type('135792');
    for (let pair = 0; pair < 3; pair++) {
      await it.type('729406');
      await it.type('729407');
    }
    expect(await it.run).toEqual({ kind: 'gaveUp' });
    expect(it.given).toHaveLength(PIN_ENTRIES);
    expect(it.sent).toEqual(['verify 135792']);
    expect(wiped(it)).toBe(true);
  });

  test.each([{ kind: 'wrong', triesLeft: 2 }, { kind: 'blocked' }, { kind: 'card', error: 'CARD_REMOVED' }] as const)(
    'an old one that the card answers with %o ends it at once',
    async (answer) => {
      const it = rig({ verify: () => Promise.resolve(answer) });
      await it.type('135792');
      expect(await it.run).toEqual(answer);
      expect(it.told).toEqual(['old', 'checking']);
      expect(wiped(it)).toBe(true);
    },
  );

  test.each([0, 1, 2])('a card that leaves during entry %i ends it, and no CHANGE was sent', async (entry) => {
    const it = rig();
    for (const pin of ['135792', '729406'].slice(0, entry)) await it.type(pin);
    await vi.waitFor(() => expect(it.told.at(-1)).toBe(['old', 'new', 'again'][entry]));
    it.leave();
    expect(await it.run).toEqual({ kind: 'card', error: 'CARD_REMOVED' });
    expect(it.sent.filter((command) => command.startsWith('change'))).toEqual([]);
    expect(wiped(it)).toBe(true);
  });

  test('a terminal that wants no more between two entries is heard before the next begins', async () => {
    let answer: () => void = () => undefined;
    const it = rig({
      verify: () => new Promise((resolve) => (answer = () => resolve({ kind: 'verified' }))),
    });
    await it.type('135792');
    await vi.waitFor(() => expect(it.told.at(-1)).toBe('checking'));
    it.stop();
    answer();
    expect(await it.run).toEqual({ kind: 'cancelled' });
    expect(it.told).toEqual(['old', 'checking']);
    expect(wiped(it)).toBe(true);
  });

  test.each(['cancelled', 'timeout', 'padGone', 'busy'] as const)('%s at the pad is told as it is', async (kind) => {
    const it = rig();
    await it.type('135792');
    await it.endEntry({ kind });
    expect(await it.run).toEqual({ kind });
    expect(wiped(it)).toBe(true);
  });

  test('the digits are wiped also where the card’s driver throws', async () => {
    const it = rig({ change: () => Promise.reject(new Error('x')) });
    const ended = expect(it.run).rejects.toThrow('x');
    for (const pin of ['135792', '729406', '729406']) await it.type(pin);
    await ended;
    expect(wiped(it)).toBe(true);
  });

  test('no pad, another card, or one that cannot be read: nothing is asked', async () => {
    const it = rig({ read: () => Promise.resolve({ ok: false, error: 'CARD_GARBAGE' }) });
    expect(await it.run).toEqual({ kind: 'card', error: 'CARD_GARBAGE' });
    expect(it.told).toEqual([]);
    const options = { timeoutMs: 1, initialPins: [], tell: () => undefined, stopped: () => false };
    const card: CardForPinChange = {
      status: () => here,
      onStatus: () => () => undefined,
      read: () => Promise.resolve(reading),
      verify: () => Promise.resolve({ kind: 'verified' }),
      change: () => Promise.resolve({ kind: 'changed' }),
    };
    expect(await enterAndChange(null, card, { ...options, generation: 3 })).toEqual({ kind: 'padGone' });
    const pad: PinPad = {
      status: () => ({ kind: 'ready' }),
      onStatus: () => () => undefined,
      enter: () => Promise.reject(new Error('asked')),
      cancel: () => undefined,
      close: () => Promise.resolve(),
    };
    const stale = await enterAndChange(pad, card, { ...options, generation: 2 });
    expect(stale).toEqual({ kind: 'card', error: 'CARD_STALE' });
  });
});
