import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { err, ok, type Result } from '../common/kernel/result.ts';

export interface ProcessLock {
  release(): Promise<void>;
}

/**
 * Takes the lock `name` of a folder, for as long as this process lives. It is a name of Linux's abstract socket space:
 * the kernel gives it to one process and takes it back when that one dies, however it dies, so no stale lock file has
 * to be judged. `held`: another process has it.
 */
export function acquireLock(dir: string, name: string): Promise<Result<ProcessLock, 'held'>> {
  const user = process.getuid?.() ?? 0;
  const place = createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 32);
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve) => {
    server.once('error', () => resolve(err('held')));
    server.listen({ path: `\0minka-${user}-${place}-${name}` }, () => {
      server.unref();
      resolve(ok({ release: () => new Promise((done) => server.close(() => done())) }));
    });
  });
}
