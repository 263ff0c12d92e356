import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fired, Variant } from './variant.ts';

const firedSchema = z.array(z.object({ check: z.string(), what: z.string() }));
const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});
const powercutsSchema = z.object({ acknowledgedLost: z.number(), corrupt: z.number() });

/** Two variants with the same command need its run on the unpatched tree once. */
export interface Command {
  readonly args: readonly string[];
  /** The file of the tree into which it writes its report; null: it prints it. */
  readonly report: string | null;
  /** Reads a report; throws where it is none. */
  readonly read: (text: string) => readonly Fired[];
}

export function commandOf({ name, lane }: Pick<Variant, 'name' | 'lane'>): Command {
  switch (lane.kind) {
    case 'faults':
      return {
        args: ['test/planted/run-schedules.ts', name],
        report: null,
        read: (text) => firedSchema.parse(JSON.parse(text)),
      };
    case 'test': {
      const report = `planted-${lane.file.replaceAll('/', '-')}.json`;
      const options = ['--project', 'unit', '--reporter=json', `--outputFile=${report}`];
      return { args: ['node_modules/vitest/vitest.mjs', 'run', ...options, lane.file], report, read: readVitest };
    }
    case 'powercuts':
      return {
        args: ['scripts/powercuts.ts', '--n', String(lane.cuts), '--json'],
        report: null,
        read(text) {
          const figures = powercutsSchema.parse(JSON.parse(text));
          return Object.entries(figures).flatMap(([check, n]) => (n === 0 ? [] : [{ check, what: `${n}` }]));
        },
      };
  }
}

function readVitest(text: string): readonly Fired[] {
  const { testResults } = vitestSchema.parse(JSON.parse(text));
  if (testResults.length === 0) throw new Error('planted: no such test file');
  return testResults.flatMap(({ status, message, assertionResults }): readonly Fired[] => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    // A file that does not load names nothing.
    if (status === 'failed' && failed.length === 0) return [{ check: 'file', what: message ?? '' }];
    return failed.map(({ title, failureMessages }) => ({ check: title, what: failureMessages?.[0] ?? '' }));
  });
}

/** Runs a lane's command in a tree; what fired there. Throws where it ended without a report. */
export async function runLane(root: string, command: Command, signal: AbortSignal): Promise<readonly Fired[]> {
  const { args, report, read } = command;
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], signal });
  let [stdout, words] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-2000);
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  try {
    return read(report === null ? stdout : readFileSync(join(root, report), 'utf8'));
  } catch (cause) {
    throw new Error(`${args[0]} in ${root} gave no report: ${words}`, { cause });
  }
}
