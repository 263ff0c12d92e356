import { join } from 'node:path';
import { shellLink } from '../../common/contracts/shell-link.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { connect } from '../../common/rpc/connect.ts';
import { connectUnix } from '../../wire/unix-socket.ts';
import type { Logger } from './log.ts';

/** The process that started us. Every verb is harmless where there is none (a terminal started by hand). */
export interface ShellClient {
  replaceHost(reason: string): Promise<void>;
  ready(): Promise<void>;
  close(): void;
}

export interface ShellListeners {
  readonly onStopping: () => void;
  readonly onTokenReused: () => void;
}

/** Longer than a host needs to be killed, started and to listen. */
const REPLACE_MS = 30_000;
const CALL_MS = 5000;

export async function connectShell(
  runDir: string,
  clock: Clock,
  log: Logger,
  listeners: ShellListeners,
): Promise<ShellClient> {
  const channel = await connectUnix(join(runDir, 'shell.sock'), { retryMs: 0 });
  if (!channel.ok) {
    log.warn({ why: channel.error.kind }, 'no shell: a hanging device host cannot be replaced');
    return { replaceHost: async () => undefined, ready: async () => undefined, close: () => undefined };
  }
  const client = connect(channel.value, shellLink, { timeoutMs: CALL_MS, clock });
  client.on('stopping', listeners.onStopping);
  client.on('alarm', listeners.onTokenReused);
  return {
    async replaceHost(reason) {
      const replaced = await client.call('replaceHost', { reason: reason.slice(0, 80) }, { timeoutMs: REPLACE_MS });
      log.warn({ reason, replaced: replaced.ok }, 'device host replaced');
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
