import { join } from 'node:path';
import type { Clock } from '../common/kernel/ports.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';
import type { PartName } from '../common/supervisor/limits.ts';
import { LIMITS } from '../common/supervisor/limits.ts';
import type { Beat, PartPort } from '../common/supervisor/part.ts';
import { createSupervisor } from '../common/supervisor/supervisor.ts';
import { type ChildSpec, type StartFailure, startChild } from './child.ts';
import type { Log } from './log.ts';
import { createProcessPart, type ProcessPart } from './process-part.ts';

export interface SupervisedOptions {
  readonly scripts: { readonly host: string; readonly terminal: string };
  readonly profileFile: string;
  readonly runDir: string;
  readonly databaseKey: string;
  readonly env: NodeJS.ProcessEnv;
  /** The browser, where it is ours; made with the way to say that it is gone. */
  readonly screen: ((onDied: () => void) => PartPort & { stop(): Promise<void> }) | null;
  /** Nothing is restarted any more. */
  readonly onQuiet: (part: PartName) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Terminal, device host and browser under the supervisor. */
export interface Supervised {
  /** Starts host and terminal; answers when the terminal serves. */
  start(): Promise<Result<null, StartFailure>>;
  /** Starts the browser, once there is a page for it. */
  openScreen(): void;
  beat(beat: Beat): void;
  replaceHost(reason: string, silent: boolean): Promise<Result<null, StartFailure>>;
  quiet(): boolean;
  stop(): Promise<void>;
}

export const HOST_SOCKET = 'host.sock';
const READY_MS = 20_000;
/** The terminal may finish what must be finished; then it is killed. With the host's second this stays under 5 s. */
export const TERMINAL_GRACE_MS = 3000;
const HOST_GRACE_MS = 1000;
/** Less than the terminal waits for the answer. */
const REPLACE_MS = 25_000;

export function createSupervised(options: SupervisedOptions): Supervised {
  const { log, clock, env, runDir } = options;

  const part = (child: Pick<ChildSpec, 'name' | 'args' | 'firstLine'>): ProcessPart => {
    const spec = { ...child, script: options.scripts[child.name], env, readyMs: READY_MS };
    return createProcessPart({
      start: () => startChild(spec, log),
      onUp: () => supervisor.up(child.name),
      onDied: () => supervisor.died(child.name),
      log,
    });
  };
  const host = part({ name: 'host', args: ['--socket', join(runDir, HOST_SOCKET)], firstLine: {} });
  const terminal = part({
    name: 'terminal',
    args: ['--profile', options.profileFile, '--run', runDir],
    firstLine: { databaseKey: options.databaseKey },
  });
  const screen = options.screen?.(() => supervisor.died('screen')) ?? null;

  const supervisor = createSupervisor({
    clock,
    limits: LIMITS,
    parts: { terminal, host, screen },
    onDecision(decision) {
      log(LEVEL[decision.kind], `part-${decision.kind}`, { ...decision });
      if (decision.kind === 'quiet') options.onQuiet(decision.part);
    },
  });

  return {
    start() {
      // A host that does not come up is no reason to wait: the terminal says so on the screen.
      supervisor.begin('host');
      supervisor.begin('terminal');
      return terminal.up();
    },
    openScreen: () => supervisor.begin('screen'),
    beat: supervisor.beat,
    async replaceHost(reason, silent) {
      log('warn', 'host-replacement-asked', { reason, silent, pid: host.pid() });
      if (!supervisor.replace('host', silent ? 'hung' : 'asked')) {
        return err({ code: 'REFUSED', message: 'not now: a settlement is open, or nothing is restarted any more' });
      }
      return within(clock, REPLACE_MS, host);
    },
    quiet: () => supervisor.quiet() !== null,
    async stop() {
      supervisor.stop();
      // The terminal before the host: what it finishes may still need paper.
      const inOrder = async (): Promise<void> => {
        await terminal.stop(TERMINAL_GRACE_MS);
        await host.stop(HOST_GRACE_MS);
      };
      await Promise.all([screen?.stop(), inOrder()]);
    },
  };
}

const LEVEL = { restart: 'warn', up: 'info', quiet: 'error' } as const;

/** Waits for a part that serves, over deaths in between. */
async function within(clock: Clock, ms: number, part: ProcessPart): Promise<Result<null, StartFailure>> {
  const until = clock.monotonic() + ms;
  let last: Result<null, StartFailure> = err({ code: 'TIMEOUT', message: 'no new device host' });
  while (clock.monotonic() < until) {
    const late = Promise.withResolvers<Result<null, StartFailure>>();
    const cancel = clock.after(until - clock.monotonic(), () => late.resolve(last));
    last = await Promise.race([part.up(), late.promise]);
    cancel();
    if (last.ok || last.error.code === 'STOPPING') return last.ok ? ok(null) : last;
  }
  return last;
}
