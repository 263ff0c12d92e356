import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What the one command of commissioning refuses before it touches the machine; what it does is a full test's. */
function commission(dir: string, ...args: readonly string[]) {
  const { status, stderr } = spawnSync('sh', [join(dir, 'minka-commission'), ...args], { encoding: 'utf8' });
  return { status, words: stderr };
}

function folder(...packages: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'minka-commission-'));
  copyFileSync('packaging/minka-commission', join(dir, 'minka-commission'));
  writeFileSync(join(dir, 'site.json'), '{}');
  for (const name of packages) writeFileSync(join(dir, name), '');
  return dir;
}

it.each([[[]], [['--code']], [['site.json', '--code', '']], [['a.json', 'b.json']], [['--force', 'a.json']]])(
  'tells its usage for %j',
  (args) => {
    expect(commission(folder(), ...args)).toMatchObject({ status: 2, words: expect.stringContaining('FILE [--code') });
  },
);

it.skipIf(process.getuid?.() !== 0)('refuses without a file, without a package, and with two', () => {
  const dir = folder();
  const site = join(dir, 'site.json');
  const refused = (words: string) => ({ status: 1, words: expect.stringContaining(words) });
  expect(commission(dir, join(dir, 'none.json'))).toMatchObject(refused('There is no such file'));
  expect(commission(dir, site)).toMatchObject(refused('There is no package'));
  expect(commission(dir, site, '--package', join(dir, 'none.deb'))).toMatchObject(refused('There is no package'));
  const two = folder('minka_1_amd64.deb', 'minka_2_amd64.deb');
  expect(commission(two, join(two, 'site.json'))).toMatchObject(refused('Several packages'));
});
