import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { diskFinding } from '../../../bin/selftest/files.ts';
import { fill } from '../../stress/testing/small-disk.ts';

/** Looks at the disk that it is given: with room, full, and with room again. One JSON line. */
const [dir = ''] = process.argv.slice(2);
const look = (): string => {
  const finding = diskFinding(join(dir, 'data'));
  return finding.kind === 'bad' ? finding.failure.code : finding.kind;
};
const empty = look();
fill(dir, 4096);
const full = look();
rmSync(join(dir, 'filler'));
process.stdout.write(`${JSON.stringify({ empty, full, mended: look() })}\n`);
