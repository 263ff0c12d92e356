import { type HostConfiguration, hostLink } from '../../common/contracts/devices/host-link.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { type Client, connect } from '../../common/rpc/connect.ts';

export type HostClient = Client<typeof hostLink>;

/** A host that is connected and configured; `number` counts hosts from 1. */
export interface Host {
  readonly client: HostClient;
  readonly number: number;
}

export interface HostConnectionOptions {
  readonly clock: Clock;
  /** Opens a Channel to whichever host listens now; null where none does yet. */
  readonly dial: () => Promise<Channel | null>;
  /** The one that holds now; another one is another object. */
  readonly configuration: () => HostConfiguration;
  /** Asks the shell for a new host (`silent`: this one stopped answering); resolves when that is done or refused. */
  readonly replace: (reason: string, silent: boolean) => Promise<void>;
  /** A new link, before anything was asked: the place to listen to its events. */
  readonly onLink: (host: Host) => void;
  /** The host is configured and serves. */
  readonly onUp: (host: Host) => void;
  /** The host that was up is gone, or is being replaced. */
  readonly onGone: (host: Host) => void;
}

export interface HostConnection {
  start(): void;
  /** Gives the present host up although it answers: a call into a reader never came back. */
  giveUp(reason: string): void;
  current(): Host | null;
  stop(): void;
}

/** The host beats once a second; three missed beats and it is replaced (DESIGN §2). */
const BEAT_MS = 1000;
const MISSED_MS = 3500;
const CALL_MS = 4000;
const RETRY_MS = 300;
/** A pause of this process itself (suspended, starved) beyond this is taken off the host's silence, ms. */
const ASLEEP_MS = 1500;

/**
 * Keeps one link to a living device host: dials, configures, watches its heartbeat, asks the shell for a new one when
 * it hangs, and begins again. Never throws, never gives up.
 */
export function createHostConnection(options: HostConnectionOptions): HostConnection {
  const { clock } = options;
  let host: Host | null = null;
  let linked: Host | null = null;
  let number = 0;
  let stopped = false;
  let lastBeat = 0;
  let cancelWatch = (): void => {};

  const drop = (one: Host): void => {
    if (linked !== one) return;
    linked = null;
    cancelWatch();
    one.client.close();
    if (host === one) {
      host = null;
      options.onGone(one);
    }
  };

  const watch = (one: Host): void => {
    const due = clock.monotonic() + BEAT_MS;
    cancelWatch = clock.after(BEAT_MS, () => {
      if (linked !== one) return;
      // Beats that came meanwhile lie unread in the link.
      const late = clock.monotonic() - due;
      if (late > ASLEEP_MS) lastBeat += late;
      if (clock.monotonic() - lastBeat > MISSED_MS) giveUp('heartbeat missed', true);
      else watch(one);
    });
  };

  const giveUp = (reason: string, silent: boolean): void => {
    const one = linked;
    if (one === null || stopped) return;
    drop(one);
    void options.replace(reason, silent).then(again);
  };

  const again = (): void => {
    if (!stopped && linked === null) void dial();
  };

  const dial = async (): Promise<void> => {
    const channel = await options.dial();
    if (stopped || linked !== null) {
      channel?.close();
      return;
    }
    if (channel === null) {
      clock.after(RETRY_MS, again);
      return;
    }
    number += 1;
    const client = connect(channel, hostLink, { timeoutMs: CALL_MS, clock });
    const one: Host = { client, number };
    linked = one;
    lastBeat = clock.monotonic();
    client.on('heartbeat', () => {
      lastBeat = clock.monotonic();
    });
    client.onClose(() => {
      if (linked !== one) return;
      // It ended by itself; the shell starts the next one.
      drop(one);
      clock.after(RETRY_MS, again);
    });
    options.onLink(one);
    watch(one);
    // What changed while the host took the one before is told too, or it would watch the wrong reader for good.
    for (let told: HostConfiguration | null = null; told !== options.configuration(); ) {
      told = options.configuration();
      const configured = await client.call('configure', told);
      if (linked !== one) return;
      if (!configured.ok) {
        giveUp(`configure: ${configured.error.kind}`, true);
        return;
      }
    }
    host = one;
    lastBeat = clock.monotonic();
    options.onUp(one);
  };

  return {
    start: again,
    giveUp: (reason) => giveUp(reason, false),
    current: () => host,
    stop() {
      stopped = true;
      cancelWatch();
      linked?.client.close();
      linked = null;
      host = null;
    },
  };
}
