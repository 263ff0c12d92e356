/** What a PC/SC function answered: 0 or an SCARD_* code as an unsigned number. */
export type Code = number;

/** Handles of the resource manager; they stay opaque. */
export type Context = bigint & { readonly __context: unique symbol };
export type Handle = bigint & { readonly __handle: unique symbol };

/**
 * How a card is let go of: `reset`, so that no verified PIN outlives the session, while it is still in; `leave` where it
 * has left. A reset would then go to whatever comes next into the slot: pcscd writes "present" behind the back of its own
 * watch, which goes on knowing of no card, and so never says that this one leaves.
 */
export type Parting = 'reset' | 'leave';

/** One reader's state in and out of GetStatusChange. `event` carries flags in the low and a counter in the high half. */
export interface ReaderState {
  readonly reader: string;
  readonly current: number;
  readonly event: number;
  readonly atr: Uint8Array;
}

/**
 * PC/SC without a synchronous call: nothing here blocks the JS thread, nothing throws for what the service says.
 * A call that never returns (a mute card) leaves its promise open for ever; `inFlight` counts such calls.
 */
export interface PcscBinding {
  establish(): Promise<{ readonly code: Code; readonly context: Context }>;
  release(context: Context): Promise<Code>;
  /** Ends a pending GetStatusChange of this context; has no effect on a transmit. */
  cancel(context: Context): Promise<Code>;
  listReaders(context: Context): Promise<{ readonly code: Code; readonly readers: readonly string[] }>;
  /** Waits until a reader differs from its `current`, or `timeoutMs`. */
  statusChange(
    context: Context,
    timeoutMs: number,
    states: readonly { readonly reader: string; readonly current: number }[],
  ): Promise<{ readonly code: Code; readonly states: readonly ReaderState[] }>;
  /** EXCLUSIVE, T=0 or T=1. */
  connect(
    context: Context,
    reader: string,
  ): Promise<{ readonly code: Code; readonly handle: Handle; readonly protocol: number }>;
  disconnect(handle: Handle, parting: Parting): Promise<Code>;
  transmit(
    handle: Handle,
    protocol: number,
    apdu: Uint8Array,
  ): Promise<{ readonly code: Code; readonly reply: Uint8Array }>;
  /**
   * Asks the reader's driver (not the card) something harmless, over a connection of its own. Returns at once,
   * except where the driver is held up by a card that it powers and that does not answer.
   */
  touch(reader: string): Promise<Code>;
  inFlight(): number;
}
