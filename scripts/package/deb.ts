import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles, type ShippedFile } from '../build/tree.ts';
import { build } from '../build.ts';
import { normalise, stage } from './stage.ts';

export interface DebReport {
  /** Absolute path of the package. */
  readonly deb: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Absolute path of the SBOM, a copy of the one inside. */
  readonly sbom: string;
  /** Absolute path of the one command that makes a bare machine a terminal (docs/commissioning.md). */
  readonly commission: string;
}

function md5sums(root: string, files: readonly ShippedFile[]): string {
  const line = ({ path }: ShippedFile): string =>
    `${createHash('md5')
      .update(readFileSync(join(root, path)))
      .digest('hex')}  ${path}\n`;
  return files.map(line).join('');
}

/** What lies in /etc is the administrator's: kept over updates as it was changed, and not brought back once deleted. */
function conffiles(files: readonly ShippedFile[]): string {
  const own = files.filter(({ path }) => path.startsWith('etc/'));
  return own.map(({ path }) => `/${path}\n`).join('');
}

/**
 * Builds the Debian package for amd64 into `out`, from a fresh build in a folder of its own. No root is needed: all
 * files are root's inside. The same sources and `epoch` (seconds) give the same bytes.
 */
export async function buildDeb(out: string, epoch: number): Promise<DebReport> {
  const work = mkdtempSync(join(tmpdir(), 'minka-package-'));
  try {
    const { version } = await build(join(work, 'dist'));
    const root = join(work, 'root');
    mkdirSync(root);
    const sbomText = stage(root, join(work, 'dist'), epoch);
    const files = listFiles(root);
    const kib = Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024);
    cpSync('packaging/debian', join(root, 'DEBIAN'), { recursive: true });
    const control = readFileSync('packaging/debian/control', 'utf8');
    writeFileSync(
      join(root, 'DEBIAN/control'),
      control.replace('@VERSION@', version).replace('@INSTALLED_SIZE@', String(kib)),
    );
    writeFileSync(join(root, 'DEBIAN/conffiles'), conffiles(files));
    writeFileSync(join(root, 'DEBIAN/md5sums'), md5sums(root, files));
    normalise(root, epoch);

    mkdirSync(out, { recursive: true });
    const deb = join(out, `minka_${version}_amd64.deb`);
    // One thread: the compressor's blocks must not depend on the builder's number of processors.
    const args = ['--root-owner-group', '-Zxz', '-z1', '--threads-max=1', '--build', root, deb];
    execFileSync('dpkg-deb', args, {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch), LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const sbom = join(out, `minka_${version}.cdx.json`);
    writeFileSync(sbom, sbomText);
    const commission = join(out, 'minka-commission');
    cpSync('packaging/minka-commission', commission);
    chmodSync(commission, 0o755);
    const content = readFileSync(deb);
    return { deb, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), sbom, commission };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
