import type { CardStatus } from '../../../common/contracts/devices/card.ts';
import { toHex } from '../codec/bytes.ts';
import type { ReaderState } from './binding.ts';
import { flags } from './codes.ts';

interface Occupant {
  readonly counter: number;
  readonly generation: number;
  readonly mute: boolean;
  readonly atr: string;
}

/** The readers that `filter` means: the one of exactly this name, else all whose name contains it; null means all. */
export function matchingReaders(readers: readonly string[], filter: string | null): string[] {
  if (filter === null) return [...readers];
  if (readers.includes(filter)) return [filter];
  return readers.filter((name) => name.toLowerCase().includes(filter.toLowerCase()));
}

/**
 * Turns reader states into the card status, and numbers the cards. Pure but for its memory of who stood where.
 * The counter in the high half of an event state grows with every card-in and card-out, so a step of two while
 * a card "stayed" is a swap that nobody saw, and a card that came without a step is none: pcscd also says "present"
 * where somebody's reset found a card between two looks of its watch, and would say so after that card has left.
 */
export class Occupancy {
  #generation = 0;
  #occupants = new Map<string, Occupant>();
  /** Readers that were empty, and their counter at that time. */
  #empty = new Map<string, number>();
  #wereTooMany = false;

  /** Nothing is known any more (the service went away): every card seen next is a new one. */
  forget(): void {
    this.#occupants.clear();
    this.#empty.clear();
    this.#wereTooMany = false;
  }

  /**
   * Takes in the states of all watched readers and answers what they come to. `silent` are readers whose driver
   * waits for a card's answer to reset: the service calls them empty, a person sees a card in them.
   */
  observe(states: readonly ReaderState[], silent: ReadonlySet<string> = new Set()): CardStatus {
    const next = new Map<string, Occupant>();
    const alive = states.filter((s) => (s.event & (flags.UNKNOWN | flags.UNAVAILABLE)) === 0);
    for (const { reader, event } of alive) if ((event & flags.EMPTY) !== 0) this.#empty.set(reader, event >>> 16);
    const occupied = alive.filter((s) => this.#hasCard(s) || silent.has(s.reader));
    for (const state of occupied) {
      const before = this.#occupants.get(state.reader);
      const counter = state.event >>> 16;
      const stayed = before && ((counter - before.counter) & 0xffff) < 2 && !this.#wereTooMany;
      next.set(state.reader, {
        counter,
        generation: stayed ? before.generation : ++this.#generation,
        mute: (state.event & flags.MUTE) !== 0 || silent.has(state.reader),
        atr: toHex(state.atr),
      });
    }
    this.#occupants = next;
    this.#wereTooMany = occupied.length > 1;
    const [first] = alive;
    if (!first) return { kind: 'noReader' };
    const [only, ...others] = next;
    if (!only) return { kind: 'empty', reader: first.reader };
    if (others.length > 0) return { kind: 'tooMany', readers: [...next.keys()] };
    const [reader, { mute, generation, atr }] = only;
    return mute ? { kind: 'mute', reader, generation } : { kind: 'present', reader, generation, atr };
  }

  /** A service that does not count (always 0) is believed as it is. */
  #hasCard({ reader, event }: ReaderState): boolean {
    const counter = event >>> 16;
    return (event & flags.PRESENT) !== 0 && (counter === 0 || this.#empty.get(reader) !== counter);
  }
}
