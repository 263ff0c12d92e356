import { spawn } from 'node:child_process';
import { plantedCopy } from '../../test/faults/planted.ts';
import { endWhenInterrupted } from '../interrupt.ts';

/** How long a campaign that was told to end may take, ms; then it is killed. */
const GRACE_MS = 2500;

/** The same campaign in a copy of the tree with this bug in it; exit 1 and `byInvariant` name what the judge found. */
export async function planted(
  name: string,
  options: Readonly<Record<string, string | undefined>>,
  json: boolean,
): Promise<number> {
  const copy = plantedCopy(process.cwd(), name);
  process.on('exit', () => copy.remove());
  const rest = Object.entries(options).flatMap(([key, value]) => (value === undefined ? [] : [`--${key}`, value]));
  const child = spawn(process.execPath, ['scripts/faults.ts', ...rest, ...(json ? ['--json'] : [])], {
    cwd: copy.root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  endWhenInterrupted(
    () => null,
    () => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      return ended;
    },
  );
  const code = await ended;
  if (code === 1) {
    process.stderr.write(
      `All of this is with ${name} in a copy of the tree; the seeds by themselves replay without it.\n`,
    );
  }
  return code;
}
