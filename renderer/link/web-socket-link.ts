import { screenLink } from '../../common/contracts/session/screen-link.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { type Client, connect } from '../../common/rpc/connect.ts';
import type { LinkState, ScreenLinkStore } from './screen-client.ts';

/** First and longest wait before the next attempt to connect, ms; it doubles in between. */
const RETRY_FIRST_MS = 250;
const RETRY_LONGEST_MS = 4000;
/** An answer that takes longer than this is none: the terminal answers from memory. */
const CALL_MS = 3000;

export interface LinkOptions {
  readonly open: () => Channel;
  readonly clock: Clock;
  readonly userAgent: string;
}

/**
 * Keeps the one link to the terminal: connects, opens, takes snapshots, and begins again when it ends. While it is
 * down the last snapshot is dropped, so that nothing of a person stays on a screen nobody answers for.
 */
export function screenLinkStore({ open, clock, userAgent }: LinkOptions): ScreenLinkStore {
  let state: LinkState = { kind: 'connecting' };
  let client: Client<typeof screenLink> | null = null;
  let wait = RETRY_FIRST_MS;
  const listeners = new Set<() => void>();

  const become = (next: LinkState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const take = (snapshot: Snapshot): void => {
    // Two snapshots may cross (the answer to `open` and the first event): the newer one holds.
    if (state.kind === 'open' && snapshot.version < state.snapshot.version) return;
    become({ kind: 'open', snapshot, at: clock.monotonic() });
  };

  const begin = (): void => {
    const mine = connect(open(), screenLink, { timeoutMs: CALL_MS, clock });
    client = mine;
    mine.on('snapshot', take);
    mine.onClose(() => {
      if (client !== mine) return;
      client = null;
      become({ kind: 'connecting' });
      clock.after(wait, begin);
      wait = Math.min(wait * 2, RETRY_LONGEST_MS);
    });
    void mine.call('open', { userAgent: userAgent.slice(0, 400) }).then((answer) => {
      if (!answer.ok) return mine.close();
      wait = RETRY_FIRST_MS;
      take(answer.value);
    });
  };
  begin();

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async intent(version, intent) {
      const answer = await client?.call('intent', { version, intent });
      return answer?.ok === true && answer.value.accepted;
    },
    async feeLines(page) {
      const answer = await client?.call('feeLines', { page });
      return answer?.ok === true ? answer.value : null;
    },
    async reveal(what) {
      const answer = await client?.call('reveal', { what });
      if (answer?.ok !== true || answer.value.value === null) return null;
      return { value: answer.value.value, validMs: answer.value.validMs };
    },
    touched() {
      void client?.call('touched', {});
    },
    speak(utterances) {
      void client?.call('speak', { utterances: [...utterances] });
    },
    rendered(frames, version, painted) {
      void client?.call('rendered', { frames, version, painted });
    },
  };
}
