import type { CardError } from '../../../common/contracts/devices/card.ts';
import { type Clock, sleep } from '../../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { CardPort } from '../social/port.ts';
import type { Code, Context, Handle, Parting, PcscBinding } from './binding.ts';
import { cardErrorOf, codes } from './codes.ts';
import { within } from './deadline.ts';

/** An APDU unanswered for this long makes the card mute; nothing cancels it but the end of the process. */
export const APDU_LIMIT_MS = 5000;
const CONNECT_LIMIT_MS = 5000;
/** How long another program that holds the card is waited for. */
const BUSY_PATIENCE_MS = 2000;
const BUSY_POLL_MS = 100;

/**
 * The one exclusive connection to one card. Calls are queued: one APDU is on its way at a time. After a call that
 * did not come back the connection is `poisoned`: it answers READER_STUCK at once and never touches the card again.
 */
export class CardConnection implements CardPort {
  readonly #binding: PcscBinding;
  readonly #clock: Clock;
  readonly #context: Context;
  readonly #handle: Handle;
  readonly #protocol: number;
  #queue: Promise<void> = Promise.resolve();
  #poisoned = false;
  #closed = false;
  #cardMs = 0;

  private constructor(
    binding: PcscBinding,
    clock: Clock,
    opened: { readonly context: Context; readonly handle: Handle; readonly protocol: number },
  ) {
    this.#binding = binding;
    this.#clock = clock;
    this.#context = opened.context;
    this.#handle = opened.handle;
    this.#protocol = opened.protocol;
  }

  /** Connects with a context of its own, because the library holds a context for the length of a call. */
  static async open(
    binding: PcscBinding,
    clock: Clock,
    reader: string,
    onPoisoned: () => void,
  ): Promise<Result<CardConnection, CardError>> {
    const established = await within(clock, CONNECT_LIMIT_MS, binding.establish());
    if (established.late) {
      onPoisoned();
      return err('READER_STUCK');
    }
    const { code, context } = established.value;
    if (code !== codes.OK) return err(cardErrorOf(code));
    const until = clock.monotonic() + BUSY_PATIENCE_MS;
    for (;;) {
      const connected = await within(clock, CONNECT_LIMIT_MS, binding.connect(context, reader));
      if (connected.late) {
        onPoisoned();
        return err('READER_STUCK');
      }
      const { code, handle, protocol } = connected.value;
      if (code === codes.OK) return ok(new CardConnection(binding, clock, { context, handle, protocol }));
      if (code === codes.SHARING_VIOLATION && clock.monotonic() < until) {
        await sleep(clock, BUSY_POLL_MS);
        continue;
      }
      void binding.release(context);
      return err(cardErrorOf(code));
    }
  }

  /** Milliseconds spent inside the card so far. */
  get cardMs(): number {
    return this.#cardMs;
  }

  get poisoned(): boolean {
    return this.#poisoned;
  }

  transmit(apdu: Uint8Array): Promise<Result<Uint8Array, CardError>> {
    const turn = this.#queue.then(() => this.#transmitNow(apdu));
    // That it has ended, and not `turn` itself: a promise holds what it came to, here a record of somebody's card.
    const ended = (): void => undefined;
    this.#queue = turn.then(ended, ended);
    return turn;
  }

  async #transmitNow(apdu: Uint8Array): Promise<Result<Uint8Array, CardError>> {
    if (this.#poisoned) return err('READER_STUCK');
    if (this.#closed) return err('CARD_REMOVED');
    const begun = this.#clock.monotonic();
    const call = this.#binding.transmit(this.#handle, this.#protocol, apdu);
    const outcome = await within(this.#clock, APDU_LIMIT_MS, call);
    this.#cardMs += this.#clock.monotonic() - begun;
    if (outcome.late) {
      this.#poisoned = true;
      return err('CARD_MUTE');
    }
    const { code, reply } = outcome.value;
    return code === codes.OK ? ok(reply) : err(cardErrorOf(code));
  }

  /** Lets go of the card. A poisoned connection is left to the end of the process. */
  async close(parting: Parting): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#queue;
    if (this.#poisoned) return;
    const calls: (() => Promise<Code>)[] = [
      () => this.#binding.disconnect(this.#handle, parting),
      () => this.#binding.release(this.#context),
    ];
    for (const call of calls) {
      const outcome = await within(this.#clock, CONNECT_LIMIT_MS, call());
      if (outcome.late) {
        this.#poisoned = true;
        return;
      }
    }
  }
}
