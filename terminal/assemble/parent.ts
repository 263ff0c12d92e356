import { join } from 'node:path';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { type ParentPort, parentPort } from '../../wire/parent-port.ts';
import { connectUnix, listenUnix, type SocketError } from '../../wire/unix-socket.ts';
import { keyOfHandOver, type Lifeline, openLifeline } from './arguments.ts';

/** How the terminal reaches the process that started it, and what that one wires it to. */
export interface TerminalParent {
  readonly lifeline: Lifeline;
  ready(): void;
  failed(code: string, message: string): void;
  dialShell(runDir: string): Promise<Result<Channel, string>>;
  dialHost(runDir: string): Promise<Channel | null>;
  /** Serves screens from now on. */
  acceptScreens(
    runDir: string,
    onChannel: (channel: Channel) => void,
  ): Promise<Result<{ close(): Promise<void> }, SocketError>>;
}

const HOST_WAIT_MS = 1000;
const SHELL_WAIT_MS = 5000;

/** Message ports under Electron; sockets in the run directory and one line each way elsewhere. */
export function openParent(port: ParentPort | null = parentPort()): TerminalParent {
  return port === null ? bySockets() : byPorts(port);
}

function bySockets(): TerminalParent {
  const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
  return {
    lifeline: openLifeline(process.stdin),
    ready: () => say({ ready: true, pid: process.pid }),
    failed: (code, message) => say({ ready: false, error: { code, message } }),
    async dialShell(runDir) {
      const channel = await connectUnix(join(runDir, 'shell.sock'), { retryMs: 0 });
      return channel.ok ? channel : err(channel.error.kind);
    },
    async dialHost(runDir) {
      const channel = await connectUnix(join(runDir, 'host.sock'), { retryMs: HOST_WAIT_MS });
      return channel.ok ? channel.value : null;
    },
    acceptScreens: (runDir, onChannel) => listenUnix(join(runDir, 'screen.sock'), onChannel),
  };
}

function byPorts(port: ParentPort): TerminalParent {
  return {
    lifeline: { databaseKey: port.handOver.then(keyOfHandOver), onEnd: port.onEnd },
    ready: () => port.say({ kind: 'ready' }),
    failed: (code, message) => port.say({ kind: 'failed', code, message }),
    async dialShell() {
      const channel = await port.dial('shell', SHELL_WAIT_MS);
      return channel === null ? err('absent') : ok(channel);
    },
    dialHost: () => port.dial('host', HOST_WAIT_MS),
    acceptScreens(_runDir, onChannel) {
      port.onLink('screen', onChannel);
      return Promise.resolve(ok({ close: () => Promise.resolve() }));
    },
  };
}
