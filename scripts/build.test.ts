import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { foreignParts } from '../kiosk-config/installation.ts';
import { listFiles } from './build/tree.ts';
import { type BuildReport, build } from './build.ts';

let home: string;
let report: BuildReport;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'minka-build-'));
  report = await build(join(home, 'dist'));
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(report.out, path), 'utf8');
const scripts = () => report.files.filter(({ path }) => /\.(?:js|cjs|mjs|html)$/.test(path));

describe('dist/', () => {
  it('holds every program and the screens, with hashed names', () => {
    const paths = report.files.map(({ path }) => path);
    const programs = [
      'shell/main.js',
      'terminal/main.js',
      'terminal/audit/verify-main.js',
      'drivers/host.js',
      'drivers/rare-24.bin',
      'bin/minka.js',
    ];
    const electron = ['electron/main/index.js', 'electron/preload/index.cjs'];
    expect(paths).toEqual(expect.arrayContaining([...programs, ...electron, 'renderer/index.html', 'package.json']));
    const assets = paths.filter((path) => path.startsWith('renderer/assets/'));
    expect(assets.length).toBeGreaterThan(1);
    for (const asset of assets) expect(asset).toMatch(/-[\w-]{8}\.\w+$/);
  });

  it('holds no TypeScript, no emulator, no dock, no test and no other platform', () => {
    for (const { path } of report.files)
      expect(path).not.toMatch(
        /\.tsx?$|\.map$|simulat|emulat|mock|dock|testing|\.test\.|goldens|gallery|persona|darwin.*\.node|win32.*\.node/,
      );
  });

  it('the word simulator stands in no script', () => {
    expect(scripts().length).toBeGreaterThan(40);
    for (const { path } of scripts())
      expect({ path, found: /simulator/i.test(read(path)) }).toEqual({ path, found: false });
  });

  it('holds nothing of the emulators: neither their replies nor the persons of the lab', () => {
    for (const { path } of scripts())
      expect(read(path), path).not.toMatch(/escpos-sim|startEmulator|drawn by seed|vpcd-port/);
  });

  it('its manifest names every file with its hash, and an installation of it has no foreign part', () => {
    const manifest = z.object({ files: z.array(z.unknown()) }).parse(JSON.parse(read('manifest.json')));
    expect(manifest.files).toEqual(listFiles(report.out).filter(({ path }) => path !== 'manifest.json'));
    expect(foreignParts(report.out)).toEqual([]);
  });

  it('the command line runs from it', () => {
    const said = execFileSync(process.execPath, [join(report.out, 'bin/minka.js'), '--help'], { encoding: 'utf8' });
    expect(said).toContain('minka');
  });
});
