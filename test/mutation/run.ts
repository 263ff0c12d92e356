import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Room } from './rooms.ts';

/** Mutants of a room by what became of them. `errors`: the room could not even be loaded with them; not counted. */
export interface Count {
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly noCoverage: number;
  readonly errors: number;
}

const configSchema = z.looseObject({ reporters: z.array(z.string()), thresholds: z.looseObject({}) });
const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** Percent of the counted mutants that a test has noticed; 100 where there are none. */
export function scoreOf({ killed, timeout, survived, noCoverage }: Count): number {
  const all = killed + timeout + survived + noCoverage;
  return all === 0 ? 100 : Math.floor((10_000 * (killed + timeout)) / all) / 100;
}

export const sumOf = (counts: readonly Count[]): Count => {
  const sum = (part: keyof Count): number => counts.reduce((total, count) => total + count[part], 0);
  return {
    killed: sum('killed'),
    timeout: sum('timeout'),
    survived: sum('survived'),
    noCoverage: sum('noCoverage'),
    errors: sum('errors'),
  };
};

function countOf(file: string): Count {
  const { files } = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const of = (...names: string[]): number => states.filter((status) => names.includes(status)).length;
  return {
    killed: of('Killed'),
    timeout: of('Timeout'),
    survived: of('Survived'),
    noCoverage: of('NoCoverage'),
    errors: of('RuntimeError', 'CompileError'),
  };
}

/**
 * Stryker over one room, with the tests of that room only. `onStart` gets the process: it leads a group of its own, which
 * ends with it. The report stays in `out/mutation/<name>.json`. Throws where Stryker itself comes to nothing.
 */
export async function runRoom(name: string, room: Room, onStart: (child: ChildProcess) => void): Promise<Count> {
  const config = configSchema.parse(JSON.parse(readFileSync('stryker.config.json', 'utf8')));
  const report = join('out', 'mutation', `${name}.json`);
  // The journals of thousands of mutants belong into memory, where there is such a place.
  const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'minka-mutation-'));
  const file = join(scratch, 'stryker.config.json');
  const own = {
    mutate: [...room.mutate, '!**/*.test.ts', '!**/testing/**'],
    jsonReporter: { fileName: report },
    tempDirName: join('out', 'mutation', 'tmp', name),
    thresholds: { ...config.thresholds, break: null },
  };
  writeFileSync(file, JSON.stringify({ ...config, ...own }));
  rmSync(report, { force: true });
  try {
    const child = spawn(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', file], {
      detached: true,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, MUTATION_ROOM: name, TMPDIR: scratch },
    });
    onStart(child);
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('exit', resolve),
    );
    if (code !== 0 || !existsSync(report)) throw new Error(`stryker ended with ${code} in the room ${name}`);
    return countOf(report);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}
