import type { Clock } from '../../common/kernel/ports.ts';
import { err, type Result } from '../../common/kernel/result.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { messagePortChannel } from '../../common/rpc/message-port-channel.ts';
import { acceptTagged } from '../../common/rpc/tagged-links.ts';
import { LIMITS } from '../../common/supervisor/limits.ts';
import { createSupervisor } from '../../common/supervisor/supervisor.ts';
import { type Face, homeOf } from '../locks/origin.ts';
import type { ElectronPart } from '../part.ts';
import type { Log } from './log.ts';
import { relay } from './relay.ts';
import { createScreenPipe } from './screen-pipe.ts';
import { serveTerminal } from './serve-terminal.ts';
import { type StartFailure, startUtility, type UtilitySpec } from './utility.ts';
import { createUtilityPart } from './utility-part.ts';
import { createScreenWindow } from './window.ts';

export interface ElectronShellOptions {
  readonly electron: Pick<ElectronPart, 'BrowserWindow' | 'ipcMain' | 'utilityProcess' | 'MessageChannelMain'>;
  readonly programs: Readonly<Record<'terminal' | 'host', string>>;
  readonly preload: string;
  readonly profileFile: string;
  readonly runDir: string;
  readonly face: Face;
  readonly databaseKey: string;
  readonly env: Readonly<Record<string, string>>;
  readonly windowed: boolean;
  readonly kill: (pid: number) => void;
  /** A lab's window was closed by hand. */
  readonly onClosed: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface ElectronShell {
  /** Starts everything; answers when the terminal serves. `quiet`: nothing but the quiet page. */
  start(quiet: boolean): Promise<Result<null, StartFailure>>;
  toFront(): void;
  /** Ends everything in order, within 5 s. Idempotent. */
  stop(): Promise<void>;
}

/** The terminal may finish what must be finished; then it is killed. With the host's second this stays under 5 s. */
const TERMINAL_GRACE_MS = 3000;
const HOST_GRACE_MS = 1000;
/** Less than the terminal waits for the answer. */
const REPLACE_MS = 25_000;

/** Terminal, device host and window under the supervisor, and the links between them. */
export function createElectronShell(options: ElectronShellOptions): ElectronShell {
  const { electron, clock, log } = options;
  const terminals = new Set<ReturnType<typeof serveTerminal>>();
  let stopping: Promise<void> | null = null;

  const utility = (spec: Pick<UtilitySpec, 'name' | 'args' | 'handOver'>) => {
    const tools = { fork: electron.utilityProcess.fork, kill: options.kill, log };
    const whole = { ...spec, module: options.programs[spec.name], env: options.env };
    return createUtilityPart({
      start() {
        const child = startUtility(whole, tools);
        child.onDial((name) => {
          if (spec.name === 'terminal' && name === 'shell') openShellLink(child);
          else if (spec.name === 'terminal' && name === 'host') openHostLink(child);
          else log('warn', 'child-dials', { child: spec.name, name });
        });
        return child;
      },
      onUp: () => supervisor.up(spec.name),
      onDied: () => supervisor.died(spec.name),
      log,
    });
  };
  const host = utility({ name: 'host', args: [], handOver: {} });
  const terminal = utility({
    name: 'terminal',
    args: ['--profile', options.profileFile, '--run', options.runDir],
    handOver: { databaseKey: options.databaseKey },
  });

  const pipe = createScreenPipe(electron.ipcMain, homeOf(options.face), (why) => log('warn', 'ipc-refused', { why }));
  const screens = acceptTagged(pipe, (channel) => openScreenLink(channel));
  const window = createScreenWindow({
    BrowserWindow: electron.BrowserWindow,
    preload: options.preload,
    face: options.face,
    windowed: options.windowed,
    kill: options.kill,
    onContents(contents) {
      screens.hangUp();
      pipe.attach(contents);
    },
    onDied: () => supervisor.died('screen'),
    onHung: () => supervisor.replace('screen', 'hung'),
    onClosed: options.onClosed,
    log,
  });

  const supervisor = createSupervisor({
    clock,
    limits: LIMITS,
    parts: { terminal, host, screen: window },
    onDecision(decision) {
      log(decision.kind === 'quiet' ? 'error' : 'warn', `part-${decision.kind}`, { ...decision });
      if (decision.kind !== 'quiet') return;
      for (const each of terminals) each.emit('alarm', { kind: 'quiet', part: decision.part });
    },
  });

  type Child = ReturnType<typeof startUtility>;

  function openShellLink(child: Child): void {
    const { port1, port2 } = new electron.MessageChannelMain();
    const channel = messagePortChannel(port1);
    const served = serveTerminal(channel, { beat: supervisor.beat, replaceHost, log });
    terminals.add(served);
    channel.onClose(() => terminals.delete(served));
    child.link('shell', port2);
  }

  function openHostLink(child: Child): void {
    const other = host.serving();
    // No host yet: the terminal asks again.
    if (other === null) return;
    const { port1, port2 } = new electron.MessageChannelMain();
    child.link('host', port1);
    other.link('terminal', port2);
  }

  function openScreenLink(screen: Channel): void {
    const child = terminal.serving();
    if (child === null) {
      screen.close();
      return;
    }
    const { port1, port2 } = new electron.MessageChannelMain();
    relay(screen, messagePortChannel(port1));
    child.link('screen', port2);
  }

  async function replaceHost(reason: string, silent: boolean): Promise<Result<null, StartFailure>> {
    log('warn', 'host-replacement-asked', { reason, silent });
    if (!supervisor.replace('host', silent ? 'hung' : 'asked')) {
      return err({ code: 'REFUSED', message: 'not now: a settlement is open, or nothing is restarted any more' });
    }
    const late = Promise.withResolvers<Result<null, StartFailure>>();
    const cancel = clock.after(REPLACE_MS, () => late.resolve(err({ code: 'TIMEOUT', message: 'no new host' })));
    const replaced = await Promise.race([host.up(), late.promise]);
    cancel();
    return replaced;
  }

  return {
    async start(quiet) {
      if (quiet) {
        window.start(true);
        return err({ code: 'QUIET', message: 'the main process crashed too often' });
      }
      // A host that does not come up is no reason to wait: the terminal says so on the screen.
      supervisor.begin('host');
      supervisor.begin('terminal');
      // The window needs longer than the terminal: it connects until somebody answers.
      supervisor.begin('screen');
      return terminal.up();
    },
    toFront: window.toFront,
    stop() {
      stopping ??= (async () => {
        supervisor.stop();
        for (const each of terminals) each.emit('stopping', { withinMs: TERMINAL_GRACE_MS });
        window.stop();
        // The terminal before the host: what it finishes may still need paper.
        await terminal.stop(TERMINAL_GRACE_MS);
        await host.stop(HOST_GRACE_MS);
      })();
      return stopping;
    },
  };
}
