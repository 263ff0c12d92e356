import type { Clock } from '../../../common/kernel/ports.ts';
import type { PcscBinding } from './binding.ts';

/** Between two looks at a reader that says it is empty. */
const EVERY_MS = 1000;
/** A driver that is held up for longer than a card's answer to reset may take is held up by a mute card. */
const LIMIT_MS = 1200;

/**
 * Finds the card that never answers its reset. Some reader drivers wait for it without end, and all that time the
 * service goes on saying "empty". A call to the driver then hangs too; it returns when the card leaves.
 */
export class SilenceProbe {
  readonly #binding: PcscBinding;
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #asked = new Map<string, number>();
  readonly #running = new Set<string>();
  readonly #silent = new Set<string>();

  constructor(binding: PcscBinding, clock: Clock, changed: () => void) {
    this.#binding = binding;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Readers that hold a card without an answer to reset. */
  get silent(): ReadonlySet<string> {
    return this.#silent;
  }

  /** Looks at a reader that says it is empty, unless it was just looked at. Never waits. */
  look(reader: string): void {
    const now = this.#clock.monotonic();
    if (this.#running.has(reader) || now - (this.#asked.get(reader) ?? -EVERY_MS) < EVERY_MS) return;
    this.#asked.set(reader, now);
    this.#running.add(reader);
    const cancel = this.#clock.after(LIMIT_MS, () => {
      this.#silent.add(reader);
      this.#changed();
    });
    const done = (): void => {
      cancel();
      this.#running.delete(reader);
      if (this.#silent.delete(reader)) this.#changed();
    };
    this.#binding.touch(reader).then(done, done);
  }
}
