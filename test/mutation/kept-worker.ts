import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolOptions, PoolRunnerInitializer, PoolWorker } from 'vitest/node';

/** After so many runs the thread is a new one: what each run leaves behind is little, but it is not nothing. */
const RUNS_PER_THREAD = 100;
/** A run that took so long may have left something that still runs. */
const LONG_RUN_MS = 6000;

type Callback = Parameters<PoolWorker['on']>[1];

/** The thread that is kept, what it has done, and what it still does. */
interface Kept {
  readonly thread: Worker;
  runs: number;
  spoilt: boolean;
}

/**
 * One thread for all mutants of a Stryker process: zod, SQLite and the rooms are loaded once, and a mutant costs only
 * its tests. Vitest's own pools start a thread and load everything anew for each run, which took 0.6 s a mutant.
 * A mutant of what runs while a module is loaded ("static") needs it loaded anew: it gets a thread of its own.
 */
export function keptWorker(): PoolRunnerInitializer {
  let kept: Kept | null = null;

  const end = async ({ thread }: Kept): Promise<void> => {
    if (kept?.thread === thread) kept = null;
    await thread.terminate();
  };

  const createPoolWorker = ({ distPath, env, execArgv, project }: PoolOptions): PoolWorker => {
    const isStatic = Reflect.get(project.getProvidedContext(), 'mutantActivation') === 'static';
    const callbacks = new Map<Callback, string>();
    let mine: Kept | null = null;
    let running = false;
    let stopping = false;
    let begun = 0;

    const get = (): Kept => {
      if (mine === null) throw new Error('kept worker: not started');
      return mine;
    };
    const tell = (event: string, message: unknown): void => {
      for (const [callback, name] of callbacks) if (name === event) callback(message);
    };
    const stopped = (): void => tell('message', { __vitest_worker_response__: true, type: 'stopped' });
    const onMessage = (message: { readonly type?: string }): void => {
      tell('message', message);
      if (message.type !== 'testfileFinished') return;
      running = false;
      if (performance.now() - begun > LONG_RUN_MS) get().spoilt = true;
      if (stopping) stopped();
    };
    const onError = (cause: unknown): void => {
      get().spoilt = true;
      tell('error', cause);
    };

    return {
      name: 'kept',
      on: (event, callback) => void callbacks.set(callback, event),
      off: (_event, callback) => void callbacks.delete(callback),
      send(message) {
        if ('type' in message && message.type === 'stop') {
          stopping = true;
          // As the worker itself would: not before what runs has ended.
          if (!running) queueMicrotask(stopped);
          return;
        }
        if ('type' in message && message.type === 'run') {
          running = true;
          begun = performance.now();
        }
        get().thread.postMessage(message);
      },
      deserialize: (data) => data,
      async start() {
        if (kept !== null && (isStatic || kept.spoilt || kept.runs >= RUNS_PER_THREAD)) await end(kept);
        kept ??= {
          thread: new Worker(resolve(distPath, 'workers/threads.js'), { env, execArgv, stdout: true, stderr: true }),
          runs: 0,
          spoilt: false,
        };
        mine = kept;
        mine.runs += 1;
        mine.thread.on('message', onMessage);
        mine.thread.on('error', onError);
      },
      async stop() {
        if (mine === null) return;
        mine.thread.off('message', onMessage);
        mine.thread.off('error', onError);
        if (isStatic || mine.spoilt) await end(mine);
      },
    };
  };

  return { name: 'kept', createPoolWorker };
}
