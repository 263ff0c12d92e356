import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readTrace } from './strace.ts';

const dir = mkdtempSync(join(tmpdir(), 'minka-strace-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const hex = (text: string): string =>
  [...Buffer.from(text)].map((b) => `\\x${b.toString(16).padStart(2, '0')}`).join('');
const read = (...lines: readonly string[]) => {
  writeFileSync(join(dir, 'log'), `${lines.join('\n')}\n`);
  return readTrace(join(dir, 'log'), '/d/terminal.db', '/d/acks');
};

it('reads writes, syncs and acknowledgements, and nothing else', async () => {
  expect(
    await read(
      `pwrite64(24<${hex('/d/terminal.db-wal')}>, "${hex('ab')}", 2, 56) = 2`,
      `fsync(24<${hex('/d/terminal.db-wal')}>) = 0`,
      `write(22<${hex('/d/acks')}>, "${hex('{}\n')}", 3) = 3`,
      `write(1<${hex('/dev/null')}>, "${hex('x')}", 1) = 1`,
      `fsync(9<${hex('/d')}>) = 0`,
      `unlink("${hex('/d/terminal.db-journal')}") = 0`,
      `pwrite64(24<${hex('/d/terminal.db')}>, "${hex('ab')}", 2, 0) = -1 EIO (Input/output error)`,
    ),
  ).toEqual([
    { kind: 'write', file: '/d/terminal.db-wal', offset: 56, data: Buffer.from('ab') },
    { kind: 'sync', file: '/d/terminal.db-wal' },
    { kind: 'line', text: '{}\n' },
    { kind: 'syncFolder' },
    { kind: 'unlink', file: '/d/terminal.db-journal' },
  ]);
});

it('refuses what it would model wrongly: another way to write the database, data cut short, a rename', async () => {
  await expect(read(`write(24<${hex('/d/terminal.db')}>, "${hex('a')}", 1) = 1`)).rejects.toThrow('not modelled');
  await expect(read(`pwrite64(4<${hex('/d/terminal.db')}>, "${hex('a')}"..., 9, 0) = 9`)).rejects.toThrow('cut short');
  await expect(read(`rename("${hex('/d/terminal.db')}", "${hex('/d/b')}") = 0`)).rejects.toThrow('not modelled');
});
