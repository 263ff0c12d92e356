import type { Context, Handle, Parting, PcscBinding, ReaderState } from '../pcsc/binding.ts';
import { codes, flags } from '../pcsc/codes.ts';

interface Slot {
  event: number;
  counter: number;
  atr: Uint8Array;
  answer: (apdu: Uint8Array) => Uint8Array | null | Promise<never>;
}

/** Wakes whoever waits for a change. */
type Wake = () => void;

/**
 * A PC/SC service in memory, for what cannot be made to happen on the real one at will: swaps between two waits,
 * codes of a dying service, calls that never return. The real service is exercised by the device tests.
 */
export class FakeService implements PcscBinding {
  readonly slots = new Map<string, Slot>();
  running = true;
  /** Answers of connect before it succeeds. */
  connectCodes: number[] = [];
  /** Hangs every touch of an empty reader, as a driver does that waits for an answer to reset. */
  driverHangs = false;
  transmitCode = 0;
  readonly partings: Parting[] = [];
  #waiting = new Set<Wake>();
  #contexts = 0n;

  addReader(name: string): void {
    this.slots.set(name, { event: flags.EMPTY, counter: 0, atr: new Uint8Array(), answer: () => null });
    this.wake();
  }
  insert(name: string, answer: Slot['answer'], extraFlags = 0): void {
    const slot = this.slots.get(name);
    if (!slot) throw new Error(`no reader ${name}`);
    slot.event = flags.PRESENT | extraFlags;
    slot.counter++;
    slot.atr = Uint8Array.of(0x3b, 0x00);
    slot.answer = answer;
    this.wake();
  }
  remove(name: string): void {
    const slot = this.slots.get(name);
    if (!slot) return;
    slot.event = flags.EMPTY;
    slot.counter++;
    this.wake();
  }
  stop(): void {
    this.running = false;
    this.wake();
  }
  wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  establish() {
    const code = this.running ? codes.OK : codes.NO_SERVICE;
    return Promise.resolve({ code, context: ++this.#contexts as Context });
  }
  release() {
    return Promise.resolve(this.running ? codes.OK : codes.NO_SERVICE);
  }
  cancel() {
    this.wake();
    return Promise.resolve(codes.OK);
  }
  listReaders() {
    if (!this.running) return Promise.resolve({ code: codes.COMM_ERROR, readers: [] });
    const readers = [...this.slots.keys()];
    return Promise.resolve({ code: readers.length > 0 ? codes.OK : codes.NO_READERS, readers });
  }
  async statusChange(_: Context, timeoutMs: number, asked: readonly { reader: string; current: number }[]) {
    const now = (): ReaderState[] =>
      asked.map(({ reader, current }) => {
        const slot = this.slots.get(reader);
        const event = slot ? ((slot.counter << 16) | slot.event) >>> 0 : flags.UNKNOWN;
        return { reader, current, event, atr: slot?.atr ?? new Uint8Array() };
      });
    if (now().every((s) => s.event === s.current)) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, Math.min(timeoutMs, 50));
        this.#waiting.add(wake);
      });
    }
    // 8010006A: measured from a dying service, named nowhere.
    return { code: this.running ? codes.OK : 0x8010006a, states: now() };
  }
  connect(_: Context, reader: string) {
    const code = this.connectCodes.shift() ?? (this.slots.get(reader)?.event === flags.EMPTY ? codes.NO_SMARTCARD : 0);
    this.#reader = reader;
    return Promise.resolve({ code, handle: 1n as Handle, protocol: 1 });
  }
  #reader = '';
  disconnect(_: Handle, parting: Parting) {
    this.partings.push(parting);
    return Promise.resolve(codes.OK);
  }
  async transmit(_: Handle, __: number, apdu: Uint8Array) {
    const reply = (await this.slots.get(this.#reader)?.answer(apdu)) ?? new Uint8Array();
    return { code: this.transmitCode, reply };
  }
  touch(reader: string) {
    if (this.driverHangs && this.slots.get(reader)?.event === flags.EMPTY) return new Promise<never>(() => undefined);
    return Promise.resolve(codes.OK);
  }
  inFlight() {
    return 0;
  }
}
