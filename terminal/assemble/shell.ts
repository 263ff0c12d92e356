import { shellLink } from '../../common/contracts/shell-link.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { connect } from '../../common/rpc/connect.ts';
import type { TerminalBeat } from './heartbeat.ts';
import type { Logger } from './log.ts';

/** The process that started us. Every verb is harmless where there is none (a terminal started by hand). */
export interface ShellClient {
  /** `silent`: it stopped answering; else it answers but must be new. */
  replaceHost(reason: string, silent: boolean): Promise<void>;
  beat(beat: TerminalBeat): void;
  ready(): Promise<void>;
  close(): void;
}

export interface ShellListeners {
  readonly onStopping: () => void;
  readonly onTokenReused: () => void;
  /** A part crashed too often and nothing is restarted any more. */
  readonly onQuiet: (part: string) => void;
}

/** Longer than a host needs to be killed, started and to listen. */
const REPLACE_MS = 30_000;
const CALL_MS = 5000;

export async function connectShell(
  dial: () => Promise<Result<Channel, string>>,
  clock: Clock,
  log: Logger,
  listeners: ShellListeners,
): Promise<ShellClient> {
  const channel = await dial();
  if (!channel.ok) {
    log.warn({ why: channel.error }, 'no shell: a hanging device host cannot be replaced');
    const nothing = (): void => undefined;
    return { replaceHost: async () => undefined, beat: nothing, ready: async () => undefined, close: nothing };
  }
  const client = connect(channel.value, shellLink, { timeoutMs: CALL_MS, clock });
  client.on('stopping', listeners.onStopping);
  client.on('alarm', (alarm) => {
    if (alarm.kind === 'quiet') listeners.onQuiet(alarm.part);
    else listeners.onTokenReused();
  });
  return {
    async replaceHost(reason, silent) {
      const asked = { reason: reason.slice(0, 80), silent };
      const replaced = await client.call('replaceHost', asked, { timeoutMs: REPLACE_MS });
      log.warn({ reason, silent, replaced: replaced.ok }, 'device host replaced');
    },
    beat(beat) {
      void client.call('beat', beat);
    },
    async ready() {
      await client.call('ready', { pid: process.pid });
      const alarms = await client.call('alarms', {});
      // What happened before we listened.
      if (alarms.ok && alarms.value.tokenReuse > 0) listeners.onTokenReused();
    },
    close: () => client.close(),
  };
}
