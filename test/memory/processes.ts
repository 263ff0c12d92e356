import { readFileSync } from 'node:fs';
import { timesInMemory } from '../../drivers/testing/memory-of.ts';

/** The child of `parent` whose command line names `script` (Linux). */
export function childOf(parent: number, script: string): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').map(Number);
  const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script));
  if (found === undefined) throw new Error(`process ${parent} has no child ${script}`);
  return found;
}

/**
 * Runs `work` while these processes stand still. Who is being looked at says nothing for seconds; who watches it must not
 * take that for a fault, and one that stood still itself does not.
 */
export async function standingStill<T>(pids: readonly number[], work: () => Promise<T>): Promise<T> {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  }
}

/** How often a text stands in the writable memory of a process, as V8, SQLite and a socket may write it. */
export function timesRaw(pid: number, text: string): number {
  const written = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return written.reduce((sum, bytes) => sum + timesInMemory(pid, bytes), 0);
}
