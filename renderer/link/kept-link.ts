import type { Clock } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { type Client, connect } from '../../common/rpc/connect.ts';
import type { Link } from '../../common/rpc/link.ts';

/** First and longest wait before the next attempt to connect, ms; it doubles in between. */
const RETRY_FIRST_MS = 250;
const RETRY_LONGEST_MS = 4000;
/** An answer that takes longer than this is none: the terminal answers from memory. */
const CALL_MS = 3000;

/** `at` is when this screen received the snapshot, on its own monotonic clock, ms. */
export type LinkStateOf<S> =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open'; readonly snapshot: S; readonly at: number };

export interface KeptLink<L extends Link, S> {
  /** For useSyncExternalStore. */
  state(): LinkStateOf<S>;
  subscribe(listener: () => void): () => void;
  /** The link that is up now; null while there is none. */
  client(): Client<L> | null;
}

export interface KeptLinkOptions<L extends Link, S> {
  readonly link: L;
  readonly open: () => Channel;
  readonly clock: Clock;
  /** Listens to the link's snapshots from now on. */
  readonly listen: (client: Client<L>, take: (snapshot: S) => void) => void;
  /** The first call; null: it was not answered well. */
  readonly greet: (client: Client<L>) => Promise<S | null>;
}

/**
 * Keeps the one link to the terminal: connects, opens, takes snapshots, and begins again when it ends. While it is
 * down the last snapshot is dropped, so that nothing of a person stays on a screen nobody answers for.
 */
export function keepLink<const L extends Link, S extends { readonly version: number }>(
  options: KeptLinkOptions<L, S>,
): KeptLink<L, S> {
  const { clock } = options;
  let state: LinkStateOf<S> = { kind: 'connecting' };
  let client: Client<L> | null = null;
  let wait = RETRY_FIRST_MS;
  const listeners = new Set<() => void>();

  const become = (next: LinkStateOf<S>): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const take = (snapshot: S): void => {
    // Two snapshots may cross (the answer to the first call and the first event): the newer one holds.
    if (state.kind === 'open' && snapshot.version < state.snapshot.version) return;
    become({ kind: 'open', snapshot, at: clock.monotonic() });
  };

  const begin = (): void => {
    const mine = connect(options.open(), options.link, { timeoutMs: CALL_MS, clock });
    client = mine;
    options.listen(mine, take);
    mine.onClose(() => {
      if (client !== mine) return;
      client = null;
      become({ kind: 'connecting' });
      clock.after(wait, begin);
      wait = Math.min(wait * 2, RETRY_LONGEST_MS);
    });
    void options.greet(mine).then((snapshot) => {
      if (snapshot === null) return mine.close();
      wait = RETRY_FIRST_MS;
      take(snapshot);
    });
  };
  begin();

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    client: () => client,
  };
}
