import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foreignParts, installationProblem } from './installation.ts';

let home: string;
let dist: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'minka-installation-'));
  dist = join(home, 'dist');
  mkdirSync(join(dist, 'terminal'), { recursive: true });
  writeFileSync(join(dist, 'terminal/main.js'), '');
  writeFileSync(join(dist, 'manifest.json'), JSON.stringify({ files: [{ path: 'terminal/main.js' }] }));
});
afterEach(() => rmSync(home, { recursive: true }));

it('finds nothing in what a build made and a package put there', () => {
  mkdirSync(join(home, 'node'));
  expect(foreignParts(dist)).toEqual([]);
  expect(installationProblem({ mode: 'production' }, dist)).toBeNull();
});

it.each(['simulator', 'central', 'test', 'scripts', 'drivers'])('refuses production beside %s/', (room) => {
  mkdirSync(join(home, room));
  expect(installationProblem({ mode: 'production' }, dist)).toContain(`../${room}`);
  expect(installationProblem({ mode: 'lab' }, dist)).toBeNull();
});

it('refuses production where a file was added to the build', () => {
  mkdirSync(join(dist, 'simulator'));
  writeFileSync(join(dist, 'simulator/main.js'), '');
  expect(foreignParts(dist)).toEqual(['simulator/main.js']);
});

it('refuses production from sources, and where the manifest cannot be read', () => {
  writeFileSync(join(dist, 'manifest.json'), '{');
  expect(installationProblem({ mode: 'production' }, dist)).toContain('these are sources');
  rmSync(join(dist, 'manifest.json'));
  expect(installationProblem({ mode: 'production' }, dist)).toContain('these are sources');
});

it('this checkout is no installation', () => {
  expect(installationProblem({ mode: 'production' }, process.cwd())).not.toBeNull();
});
