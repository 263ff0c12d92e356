import { appendFileSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** How a stub behaves; read from `<run>/stub.json` so that a test can change it between two starts. */
const behaviourSchema = z.object({
  host: z.enum(['normal', 'dieAtOnce', 'ignoreEnd']).default('normal'),
  terminal: z.enum(['normal', 'refuse', 'silentDeath', 'ignoreEnd']).default('normal'),
});
export type StubBehaviour = z.input<typeof behaviourSchema>;

/** What a stub did, one JSON line each in `<run>/stub.log`. */
export interface StubEvent {
  readonly stub: string;
  readonly pid: number;
  readonly did: string;
}

export function stubChild(name: 'host' | 'terminal', run: string) {
  const note = (did: string): void => {
    const event: StubEvent = { stub: name, pid: process.pid, did };
    appendFileSync(join(run, 'stub.log'), `${JSON.stringify(event)}\n`);
  };
  const behaviour = behaviourSchema.parse(readBehaviour(run))[name];
  const end = (why: string): void => {
    note(`end ${why}`);
    if (behaviour !== 'ignoreEnd') process.exit(0);
  };
  note(`start ${basename(process.argv[1] ?? '')} ${process.argv.slice(2).join(' ')}`);
  process.on('SIGTERM', () => end('SIGTERM'));
  const lines = createInterface({ input: process.stdin });
  lines.once('line', (line) => note(`line ${line}`));
  process.stdin.on('end', () => end('lifeline'));
  // A stub that ignores its end must also outlive its stdin, as a hung process would.
  if (behaviour === 'ignoreEnd') setInterval(() => undefined, 1000);
  return { note, behaviour, ready: () => process.stdout.write('{"ready":true,"extra":1}\n') };
}

function readBehaviour(run: string): unknown {
  try {
    return JSON.parse(readFileSync(join(run, 'stub.json'), 'utf8'));
  } catch {
    return {};
  }
}
