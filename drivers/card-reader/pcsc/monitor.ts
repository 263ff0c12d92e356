import type { CardStatus } from '../../../common/contracts/devices/card.ts';
import { type Clock, sleep } from '../../../common/kernel/ports.ts';
import type { Context, PcscBinding, ReaderState } from './binding.ts';
import { codes, flags } from './codes.ts';
import { within } from './deadline.ts';
import { matchingReaders, Occupancy } from './occupancy.ts';
import { SilenceProbe } from './silence.ts';

/** One wait for a change. Finite, so that new readers are found and a stop is never far away. */
const WAIT_MS = 1000;
/** A service that does not answer this long after a wait should have ended is as good as gone. */
const SERVICE_LIMIT_MS = 5000;
const RETRY_FIRST_MS = 100;
const RETRY_MOST_MS = 2000;
const NO_READER_POLL_MS = 500;

/**
 * Watches the PC/SC service with a context of its own and reports each change of the card status. Recovers by
 * itself from a service that is absent, restarted or dying: the context is dropped and built anew, 0.1 → 2 s apart.
 */
export class CardMonitor {
  readonly #binding: PcscBinding;
  readonly #clock: Clock;
  readonly #filter: string | null;
  readonly #report: (status: CardStatus) => void;
  readonly #occupancy = new Occupancy();
  readonly #silence: SilenceProbe;
  #states: readonly ReaderState[] = [];
  #context: Context | null = null;
  #stopped = false;
  #stuck = false;
  #last = '';

  constructor(binding: PcscBinding, clock: Clock, filter: string | null, report: (status: CardStatus) => void) {
    this.#binding = binding;
    this.#clock = clock;
    this.#filter = filter;
    this.#report = report;
    this.#silence = new SilenceProbe(binding, clock, () => this.#observe(this.#states));
  }

  /** A call to the service never came back: only the end of this process helps. */
  get stuck(): boolean {
    return this.#stuck;
  }

  /** Runs until `stop`. */
  async run(): Promise<void> {
    let retryMs = RETRY_FIRST_MS;
    while (!this.#stopped) {
      const opened = await this.#limited(this.#binding.establish());
      if (opened === 'late' || opened.code !== codes.OK) {
        this.#say({ kind: 'serviceDown' });
      } else {
        this.#context = opened.context;
        if (await this.#watch(opened.context)) retryMs = RETRY_FIRST_MS;
        this.#context = null;
        if (!this.#stuck) await this.#limited(this.#binding.release(opened.context));
        this.#states = [];
        this.#occupancy.forget();
        if (!this.#stopped) this.#say({ kind: 'serviceDown' });
      }
      if (this.#stuck) return;
      if (!this.#stopped) await sleep(this.#clock, retryMs);
      retryMs = Math.min(retryMs * 2, RETRY_MOST_MS);
    }
  }

  /** Ends the watch. A cancel that falls between two waits is lost, so it is repeated until the context is gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (let i = 0; i < 20 && this.#context !== null && !this.#stuck; i++) {
      await this.#limited(this.#binding.cancel(this.#context));
      await sleep(this.#clock, 20);
    }
  }

  /** True where the service answered at least once. Returns when the context is of no more use. */
  async #watch(context: Context): Promise<boolean> {
    let current = new Map<string, number>();
    for (let answered = false; ; answered = true) {
      if (this.#stopped) return answered;
      const list = await this.#limited(this.#binding.listReaders(context));
      if (list === 'late' || (list.code !== codes.OK && list.code !== codes.NO_READERS)) return answered;
      const readers = matchingReaders(list.readers, this.#filter);
      if (readers.length === 0) {
        this.#observe([]);
        await sleep(this.#clock, NO_READER_POLL_MS);
        continue;
      }
      const asked = readers.map((reader) => ({ reader, current: current.get(reader) ?? 0 }));
      const change = await this.#limited(this.#binding.statusChange(context, WAIT_MS, asked), WAIT_MS);
      if (change === 'late') return answered;
      if (change.code === codes.OK || change.code === codes.TIMEOUT) {
        current = new Map(change.states.map((s) => [s.reader, s.event]));
        this.#observe(change.states);
      } else if (change.code !== codes.CANCELLED && change.code !== codes.UNKNOWN_READER) {
        return answered;
      }
    }
  }

  #observe(states: readonly ReaderState[]): void {
    this.#states = states;
    this.#say(this.#occupancy.observe(states, this.#silence.silent));
    for (const { reader, event } of states) {
      if (!this.#stopped && (event & flags.EMPTY) !== 0) this.#silence.look(reader);
    }
  }

  async #limited<T>(call: Promise<T>, extraMs = 0): Promise<T | 'late'> {
    const outcome = await within(this.#clock, SERVICE_LIMIT_MS + extraMs, call);
    if (!outcome.late) return outcome.value;
    this.#stuck = true;
    return 'late';
  }

  #say(status: CardStatus): void {
    const text = JSON.stringify(status);
    if (text === this.#last) return;
    this.#last = text;
    this.#report(status);
  }
}
