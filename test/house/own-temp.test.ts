import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import config from '../../vitest.config.ts';
import mutation from '../mutation/vitest.config.ts';

let dir: string;
beforeEach(async () => {
  // Inside the project, where a test finds its modules.
  const out = join(import.meta.dirname, '../../out');
  await mkdir(out, { recursive: true });
  dir = await mkdtemp(join(out, 'own-temp-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('what a test file leaves in the temporary folder goes with it, also where it fails', async () => {
  const setup = join(import.meta.dirname, 'own-temp.ts');
  await writeFile(
    join(dir, 'vitest.config.ts'),
    `export default { test: { setupFiles: [${JSON.stringify(setup)}] } };`,
  );
  await writeFile(
    join(dir, 'leaves.test.ts'),
    `import { mkdtempSync, writeFileSync } from 'node:fs';
     import { tmpdir } from 'node:os';
     import { join } from 'node:path';
     import { expect, it } from 'vitest';
     const made = mkdtempSync(join(tmpdir(), 'left-'));
     it('leaves a folder', () => {
       writeFileSync(join(made, 'file'), 'text');
       writeFileSync(${JSON.stringify(join(dir, 'ran'))}, made);
       expect(1).toBe(2);
     });`,
  );
  const temp = mkdtempSync(join(tmpdir(), 't-'));
  const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
  const run = () =>
    execFileSync(process.execPath, [vitest, 'run', '--root', dir], {
      env: { ...process.env, TMPDIR: temp },
      stdio: 'pipe',
    });
  expect(run).toThrow('leaves a folder');
  expect(existsSync(join(dir, 'ran'))).toBe(true);
  expect(readdirSync(temp).filter((name) => name !== 'node-compile-cache')).toEqual([]);
});

it('every project has it', () => {
  const all = [...(config.test?.projects ?? []), mutation];
  expect(all).toHaveLength(5);
  for (const one of all) {
    const { setupFiles } = typeof one === 'object' && 'test' in one ? (one.test ?? {}) : {};
    expect(setupFiles).toEqual(['test/house/own-temp.ts']);
  }
});
