import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface Said {
  readonly status: number | null;
  readonly words: string;
}
interface Tried {
  readonly first: Readonly<Record<string, unknown>> | null;
  readonly exit: number | null;
}

/** What `installed.ts` reports. */
export interface Installed {
  readonly simulated: Said;
  readonly installed: Said;
  /** user, group, mode and path of what the installation made. */
  readonly owners: string;
  readonly units: string;
  readonly asShipped: Tried;
  readonly production: Readonly<Record<'pty' | 'reader' | 'centre' | 'noKey', Tried>>;
  readonly good: Tried;
  readonly beside: Tried;
  readonly visit: {
    readonly first: Readonly<Record<string, unknown>> | null;
    readonly ledger: unknown;
    readonly failure: string | null;
    readonly exit: number | null;
    readonly processes: string;
    readonly listening: string;
    readonly words: string;
  };
  readonly removed: Said;
  readonly stateKept: string;
  /** What is still below /opt/minka and the places of the units. */
  readonly left: string;
}

/**
 * Installs `deb` (a path within the checkout) in a scratch copy of this machine and uses it; see `installed.ts`. The
 * screen's picture goes to `picture`. Needs root; rejects with the words of whatever failed.
 */
export async function inScratchRoot(deb: string, picture: string): Promise<Installed> {
  const scratch = mkdtempSync(join(tmpdir(), 'minka-scratch-'));
  const own = ['--mount', '--net', '--ipc', '--pid', '--fork', '--kill-child'];
  const program = [process.execPath, 'test/package/testing/installed.ts', deb, picture];
  const args = [...own, 'test/package/testing/scratch-root.sh', scratch, process.cwd(), ...program];
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env;
  try {
    const { stdout } = await promisify(execFile)('unshare', args, {
      env,
      maxBuffer: 32 * 1024 * 1024,
      timeout: 300_000,
    });
    return JSON.parse(stdout) as Installed;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
