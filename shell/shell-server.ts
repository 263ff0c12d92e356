import { shellLink } from '../common/contracts/shell-link.ts';
import type { Result } from '../common/kernel/result.ts';
import { type Served, serve } from '../common/rpc/serve.ts';
import type { PartName } from '../common/supervisor/limits.ts';
import type { Beat } from '../common/supervisor/part.ts';
import { listenUnix, type SocketError } from '../wire/unix-socket.ts';
import type { StartFailure } from './child.ts';
import type { Log } from './log.ts';

export interface ShellServer {
  /** The screen's token was used a second time. */
  tokenReused(): void;
  /** A part crashed too often; nothing is restarted any more. */
  quiet(part: PartName): void;
  stopping(withinMs: number): void;
  close(): Promise<void>;
}

export interface ShellServerOptions {
  readonly socket: string;
  readonly hostSocket: string;
  readonly replaceHost: (reason: string, silent: boolean) => Promise<Result<null, StartFailure>>;
  readonly onBeat: (beat: Beat) => void;
  readonly log: Log;
}

/** Serves `shellLink`: what the terminal may ask of the process that started it. */
export async function startShellServer(options: ShellServerOptions): Promise<Result<ShellServer, SocketError>> {
  const links = new Set<Served<typeof shellLink>>();
  let tokenReuse = 0;
  const listener = await listenUnix(options.socket, (channel) => {
    const served = serve(
      channel,
      shellLink,
      {
        async replaceHost({ reason, silent }) {
          const replaced = await options.replaceHost(reason, silent);
          if (!replaced.ok) throw new Error(`no new device host: ${replaced.error.code}`);
          return { socket: options.hostSocket };
        },
        beat(beat) {
          options.onBeat(beat);
          return {};
        },
        ready({ pid }) {
          options.log('info', 'terminal-ready', { pid });
          return {};
        },
        alarms() {
          const seen = tokenReuse;
          tokenReuse = 0;
          return { tokenReuse: seen };
        },
      },
      { report: (what, cause) => options.log('error', 'shell-link', { what, cause: String(cause) }) },
    );
    links.add(served);
    channel.onClose(() => links.delete(served));
  });
  if (!listener.ok) return listener;
  return {
    ok: true,
    value: {
      tokenReused() {
        tokenReuse += 1;
        for (const link of links) link.emit('alarm', { kind: 'screen-token-reused' });
      },
      quiet(part) {
        for (const link of links) link.emit('alarm', { kind: 'quiet', part });
      },
      stopping(withinMs) {
        for (const link of links) link.emit('stopping', { withinMs });
      },
      close: () => listener.value.close(),
    },
  };
}
