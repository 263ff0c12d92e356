import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cliSelftestSchema } from '../../../common/contracts/cli/selftest.ts';
import { empty, fill } from '../../stress/testing/small-disk.ts';

/**
 * The whole self-test of a terminal whose journal lies on the disk that this is given: with room, full, and with room again.
 * usage: disk-selftest.ts DIR PROFILE. One JSON line: what was bad each time, with its remedy.
 */
const [dir = '', profileFile = ''] = process.argv.slice(2);
const profile = JSON.parse(readFileSync(profileFile, 'utf8')) as { paths: Record<string, string> };
const paths = { ...profile.paths, data: join(dir, 'data') };
const here = join(dir, 'profile.json');
writeFileSync(here, JSON.stringify({ ...profile, paths }), { mode: 0o600 });

function bad(): unknown {
  const args = [resolve('bin/minka.mjs'), 'selftest', '--profile', here, '--json'];
  let text: string;
  try {
    text = execFileSync(process.execPath, args, { encoding: 'utf8' });
  } catch (error) {
    text = (error as { stdout: string }).stdout;
  }
  const { checks } = cliSelftestSchema.parse(JSON.parse(text));
  return checks.flatMap(({ id, ok, code, remedy }) => (ok ? [] : [[id, code, remedy]]));
}

const before = bad();
fill(dir, 4096);
const full = bad();
empty(dir);
const mended = bad();
const journalKept = existsSync(join(dir, 'data/terminal.db'));
process.stdout.write(`${JSON.stringify({ before, full, mended, journalKept })}\n`);
