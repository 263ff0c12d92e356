import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownerOf, runAs } from './short-lived.ts';

const dataDir = () => mkdtempSync(join(tmpdir(), 'minka-data-'));

it('one’s own terminal is started as oneself', () => {
  expect(ownerOf({ dataDir: dataDir() })).toBeNull();
  expect(ownerOf({ dataDir: join(dataDir(), 'none') })).toBeNull();
  expect(runAs(null, ['/bin/true', 'x'])).toEqual(['/bin/true', 'x']);
});

it.skipIf(process.getuid?.() !== 0)('root starts a service’s terminal as the service, with its groups', () => {
  const dir = dataDir();
  chownSync(dir, 1, 1);
  expect(ownerOf({ dataDir: dir }, 1)).toBeNull();
  const owner = ownerOf({ dataDir: dir });
  expect(owner).toEqual({ uid: 1, gid: 1 });
  const [program, ...args] = runAs(owner, ['/usr/bin/id', '-un']);
  expect(spawnSync(program, args, { encoding: 'utf8' }).stdout).toBe('daemon\n');
});
