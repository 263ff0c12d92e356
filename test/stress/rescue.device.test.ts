import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Opens a journal, commits, loses both files, copies them from its handles, and only then gives the handles up. */
const SCRIPT = `
  const { openStore } = await import(process.argv[1]);
  const { rmSync } = await import('node:fs');
  const file = process.argv[2];
  const { value: store } = openStore({ file }, () => new Uint8Array(32).fill(7));
  store.transaction(() => store.messages.nextId('H99010000001', 1, 1_800_000_000_000));
  for (const end of ['', '-wal']) rmSync(file + end);
  process.exitCode = store.copyOpenFiles(file + '.rescued') ? 0 : 1;
  process.kill(process.pid, 0);
  store.close();`;

it('both copies and their names are on the disk before the handles to the lost files are given up', () => {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'minka-rescue-')));
  const [room, trace] = [fileURLToPath(new URL('../../terminal/store/open.ts', import.meta.url)), join(dir, 'trace')];
  const node = [process.execPath, '--input-type=module', '-e', SCRIPT, room, join(dir, 'terminal.db')];
  execFileSync('strace', ['-f', '-y', '-e', 'trace=fsync,kill', '-o', trace, ...node]);
  const [before = '', after] = readFileSync(trace, 'utf8').split(/ kill\(/);
  expect(after).toBeDefined();
  const synced = [...before.matchAll(/fsync\(\d+<([^>]*)>\)/g)].map(([, path]) => path);
  expect(synced).toEqual(
    expect.arrayContaining([join(dir, 'terminal.db.rescued'), join(dir, 'terminal.db.rescued-wal'), dir]),
  );
  // The folder last: the names are durable with the bytes.
  expect(synced.at(-1)).toBe(dir);
  rmSync(dir, { recursive: true });
});
