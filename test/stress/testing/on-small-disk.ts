import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program on a tmpfs of `mib` in a mount namespace of its own (no root needed); its one line, parsed. */
export async function onSmallDisk(
  program: string,
  mib: number,
  args: readonly string[],
  timeoutMs: number,
): Promise<unknown> {
  const dir = mkdtempSync(join(tmpdir(), 'minka-small-'));
  // Bound to our life only at the end: the kernel forgets it when a user namespace is entered.
  const script =
    'mount -t tmpfs -o size="$2"m,mode=700 tmpfs "$1"; dir=$1; shift 2; node=$1; prog=$2; shift 2; exec setpriv --pdeathsig KILL -- "$node" "$prog" "$dir" "$@"';
  const command = [
    '-Urm',
    'sh',
    '-ec',
    script,
    'sh',
    dir,
    String(mib),
    process.execPath,
    join(import.meta.dirname, program),
  ];
  try {
    const { stdout } = await run('unshare', [...command, ...args], { timeout: timeoutMs, maxBuffer: 1 << 22 });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
