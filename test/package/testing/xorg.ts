import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's X server and the libraries that a machine without X may lack. */
const PACKAGES = [
  'xserver-xorg-core',
  'libxcvt0',
  'libpciaccess0',
  'libepoxy0',
  'libxfont2',
  'libunwind8',
  'libpixman-1-0',
];

/** Fetches Debian's X server into `dir` without installing it; answers how it is asked what it thinks of arguments. */
export function fetchXorg(
  dir: string,
): (args: readonly string[]) => { readonly status: number; readonly words: string } {
  mkdirSync(dir, { recursive: true });
  execFileSync('apt-get', ['-q', 'download', ...PACKAGES], { cwd: dir, stdio: 'ignore' });
  for (const name of readdirSync(dir).filter((each) => each.endsWith('.deb')))
    execFileSync('dpkg-deb', ['-x', join(dir, name), join(dir, 'root')]);
  const env = { ...process.env, LD_LIBRARY_PATH: join(dir, 'root/usr/lib/x86_64-linux-gnu') };
  return (args) => {
    // It reads its arguments in order, and with the last one says its version instead of starting.
    const ran = spawnSync(join(dir, 'root/usr/lib/xorg/Xorg'), [...args, '-version'], { encoding: 'utf8', env });
    return { status: ran.status ?? -1, words: `${ran.stdout}${ran.stderr}` };
  };
}
