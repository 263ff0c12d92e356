import type { Clock } from '../../../common/kernel/ports.ts';
import { ackByte, type Command, encodeFrame, nakByte, PadDecoder } from './frame.ts';

const ANSWER_MS = 300;
const ATTEMPTS = 3;

interface Sending {
  readonly bytes: Uint8Array;
  readonly done: (acknowledged: boolean) => void;
  attempts: number;
  cancelTimer: () => void;
}

/**
 * One end of the acknowledged line: a frame is sent again, up to three times, until ACK comes; a frame that arrives
 * twice is delivered once. Used by the driver and by the emulated pad, because the rules are the same on both sides.
 */
export class StopAndWait {
  readonly #clock: Clock;
  readonly #write: (bytes: Uint8Array) => void;
  readonly #deliver: (command: Command, data: Uint8Array) => void;
  readonly #decoder = new PadDecoder();
  readonly #queue: Sending[] = [];
  #sequence = 0;
  #lastSeen = -1;

  /** `deliver` owns `data` and wipes it when it is secret. */
  constructor(clock: Clock, write: (bytes: Uint8Array) => void, deliver: (command: Command, data: Uint8Array) => void) {
    this.#clock = clock;
    this.#write = write;
    this.#deliver = deliver;
  }

  /** Sends a frame; false where nobody acknowledged it. Wipes its copy of `data`, not `data`. */
  send(command: Command, data: Uint8Array = new Uint8Array()): Promise<boolean> {
    if (command !== 'identity') this.#sequence = (this.#sequence % 255) + 1;
    const bytes = encodeFrame(command === 'identity' ? 0 : this.#sequence, command, data);
    return new Promise((done) => {
      this.#queue.push({ bytes, done, attempts: 0, cancelTimer: () => undefined });
      if (this.#queue.length === 1) this.#attempt();
    });
  }

  receive(chunk: Uint8Array): void {
    for (const token of this.#decoder.push(chunk)) {
      switch (token.kind) {
        case 'ack':
          this.#finish(true);
          break;
        case 'nak':
          this.#attempt();
          break;
        case 'broken':
          this.#write(nakByte);
          break;
        case 'frame':
          this.#write(ackByte);
          if (token.sequence === 0 || token.sequence !== this.#lastSeen) this.#deliver(token.command, token.data);
          else token.data.fill(0);
          if (token.sequence !== 0) this.#lastSeen = token.sequence;
          break;
        case 'noise':
          break;
      }
    }
  }

  /** The line is new or gone: everything on its way failed. */
  reset(): void {
    this.#decoder.reset();
    this.#lastSeen = -1;
    for (const sending of this.#queue.splice(0)) {
      sending.cancelTimer();
      sending.bytes.fill(0);
      sending.done(false);
    }
  }

  #attempt(): void {
    const sending = this.#queue[0];
    if (!sending) return;
    sending.cancelTimer();
    if (sending.attempts++ >= ATTEMPTS) {
      this.#finish(false);
      return;
    }
    this.#write(sending.bytes);
    sending.cancelTimer = this.#clock.after(ANSWER_MS, () => this.#attempt());
  }

  #finish(acknowledged: boolean): void {
    const sending = this.#queue.shift();
    if (!sending) return;
    sending.cancelTimer();
    sending.bytes.fill(0);
    sending.done(acknowledged);
    this.#attempt();
  }
}
