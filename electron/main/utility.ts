import { type FromParent, fromChildSchema, type LinkName } from '../../common/contracts/parent-port.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { MessagePortLike } from '../../common/rpc/message-port-channel.ts';
import type { ElectronPart } from '../part.ts';
import type { Log } from './log.ts';

/** Why a process did not come up: its own words, or ours. */
export interface StartFailure {
  readonly code: string;
  readonly message: string;
}

export interface UtilitySpec {
  readonly name: 'terminal' | 'host';
  /** The built program, by absolute path. */
  readonly module: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Secrets go here, never into arguments or the environment. */
  readonly handOver: unknown;
}

export interface Utility {
  pid(): number | null;
  readonly ready: Promise<Result<null, StartFailure>>;
  /** Resolves when it is gone, whatever ended it. */
  readonly exited: Promise<void>;
  /** Gives it one end of a link. */
  link(name: LinkName, port: MessagePortLike): void;
  /** It asked for a link. */
  onDial(listener: (name: LinkName) => void): void;
  /** SIGKILL, by pid: `UtilityProcess.kill()` only asks. */
  kill(): void;
  /** Ends it in order, and after `graceMs` the hard way. Resolves when it is gone. */
  end(graceMs: number): Promise<void>;
}

/** Starts one of our programs as a utility process. It dies with the main process, however that dies. */
export function startUtility(
  spec: UtilitySpec,
  {
    fork,
    kill,
    log,
  }: {
    readonly fork: ElectronPart['utilityProcess']['fork'];
    readonly kill: (pid: number) => void;
    readonly log: Log;
  },
): Utility {
  const child = fork(spec.module, [...spec.args], {
    env: { ...spec.env },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit'],
    serviceName: `minka-${spec.name}`,
  });
  const ready = Promise.withResolvers<Result<null, StartFailure>>();
  const exited = Promise.withResolvers<void>();
  let dial: (name: LinkName) => void = () => undefined;
  let gone = false;
  const post = (message: FromParent, ports: MessagePortLike[] = []): void => {
    if (!gone) child.postMessage(message, ports);
  };
  const hardEnd = (): void => {
    const { pid } = child;
    if (gone) return;
    if (pid === undefined) child.kill();
    else kill(pid);
  };

  child.on('spawn', () => log('info', 'child-started', { child: spec.name, pid: child.pid ?? null }));
  child.on('message', (raw) => {
    const message = fromChildSchema.safeParse(raw);
    if (!message.success) log('warn', 'child-junk', { child: spec.name });
    else if (message.data.kind === 'dial') dial(message.data.name);
    else if (message.data.kind === 'ready') ready.resolve(ok(null));
    else ready.resolve(err({ code: message.data.code, message: message.data.message }));
  });
  child.on('exit', (code) => {
    gone = true;
    log('info', 'child-exited', { child: spec.name, code });
    ready.resolve(err({ code: 'DIED', message: `${spec.name} ended with ${code} before it was ready` }));
    exited.resolve();
  });
  post({ kind: 'handOver', value: spec.handOver });

  return {
    pid: () => child.pid ?? null,
    ready: ready.promise,
    exited: exited.promise,
    link: (name, port) => post({ kind: 'link', name }, [port]),
    onDial: (listener) => {
      dial = listener;
    },
    kill: hardEnd,
    async end(graceMs) {
      post({ kind: 'end' });
      const late = setTimeout(hardEnd, graceMs);
      await exited.promise;
      clearTimeout(late);
    },
  };
}
