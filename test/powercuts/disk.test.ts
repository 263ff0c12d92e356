import { expect, it } from 'vitest';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { createDisk, type Fate } from './disk.ts';
import type { Operation } from './strace.ts';

const write = (offset: number, text: string, file = 'db'): Operation => ({
  kind: 'write',
  file,
  offset,
  data: Buffer.from(text),
});
const sync: Operation = { kind: 'sync', file: 'db' };

function after(fate: Fate, operations: readonly Operation[], seed = 1): string | null {
  const disk = createDisk();
  for (const operation of operations) disk.do(operation);
  return disk.cut(fate, seededRandom(seed)).get('db')?.toString('latin1') ?? null;
}

it('keeps what was synced and loses what was not', () => {
  expect(after('dropped', [write(0, 'abcd'), sync, write(1, 'XX')])).toBe('abcd');
  expect(after('all', [write(0, 'abcd'), sync, write(1, 'XX')])).toBe('aXXd');
  expect(after('dropped', [write(0, 'abcd')])).toBeNull();
});

it('may keep a later write without an earlier one', () => {
  const seen = new Set<string | null>();
  for (let seed = 0; seed < 60; seed++)
    seen.add(after('some', [write(0, 'ab'), sync, write(0, 'X'), write(1, 'Y')], seed));
  expect(seen).toEqual(new Set(['ab', 'Xb', 'aY', 'XY']));
});

it('tears at sectors of the file, wherever the write begins', () => {
  const page = write(24, 'n'.repeat(4096));
  const before = write(0, 'o'.repeat(4120));
  const tears = new Set<number>();
  for (let seed = 0; seed < 80; seed++) {
    const content = after('torn', [before, sync, page], seed) ?? '';
    expect(content).toHaveLength(4120);
    for (let at = 25; at < content.length; at++) if (content[at] !== content[at - 1]) tears.add(at);
  }
  expect(tears.size).toBeGreaterThan(4);
  for (const at of tears) expect(at % 512).toBe(0);
});

it('cuts a file short, fills a hole with zeros, forgets a file that was removed once its folder is synced', () => {
  const truncate: Operation = { kind: 'truncate', file: 'db', length: 2 };
  expect(after('dropped', [write(0, 'abcd'), truncate, sync])).toBe('ab');
  expect(after('dropped', [write(0, 'abcd'), truncate, write(4, 'e'), sync])).toBe('ab\0\0e');
  const removed: Operation[] = [write(0, 'abcd'), sync, { kind: 'unlink', file: 'db' }];
  expect(after('dropped', removed)).toBe('abcd');
  expect(after('dropped', [...removed, { kind: 'syncFolder' }])).toBeNull();
  expect(after('dropped', [...removed, write(0, 'new'), sync])).toBe('new');
});
