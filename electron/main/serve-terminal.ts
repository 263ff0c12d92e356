import { shellLink } from '../../common/contracts/shell-link.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { type Served, serve } from '../../common/rpc/serve.ts';
import type { Beat } from '../../common/supervisor/part.ts';
import type { Log } from './log.ts';

/** Serves `shellLink` to the terminal: its heartbeat, and a new device host when it asks for one. */
export function serveTerminal(
  channel: Channel,
  options: {
    readonly beat: (beat: Beat) => void;
    readonly replaceHost: (reason: string, silent: boolean) => Promise<Result<null, { readonly code: string }>>;
    readonly log: Log;
  },
): Served<typeof shellLink> {
  return serve(
    channel,
    shellLink,
    {
      async replaceHost({ reason, silent }) {
        const replaced = await options.replaceHost(reason, silent);
        if (!replaced.ok) throw new Error(`no new device host: ${replaced.error.code}`);
        return { socket: 'port' };
      },
      beat(beat) {
        options.beat(beat);
        return {};
      },
      ready({ pid }) {
        options.log('info', 'terminal-ready', { pid });
        return {};
      },
      // There is no loopback screen here, so there is no token to be used twice.
      alarms: () => ({ tokenReuse: 0 }),
    },
    { report: (what, cause) => options.log('error', 'shell-link', { what, cause: String(cause) }) },
  );
}
