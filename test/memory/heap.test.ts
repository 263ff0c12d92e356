import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHeap } from './heap.ts';
import { holders } from './search.ts';

/** The heap of a Node process that has run `script`; whole strings unless V8 is left to cut them. */
function heapAfter(script: string, limit: readonly string[] = ['--heap-snapshot-string-limit=100000000']): string {
  const file = join(mkdtempSync(join(tmpdir(), 'minka-heap-')), 'of.heapsnapshot');
  // Later: what a WeakRef was made of lives until its job has ended.
  const write = `setTimeout(() => require('node:v8').writeHeapSnapshot(${JSON.stringify(file)}), 10)`;
  const run = spawnSync(process.execPath, [...limit, '-e', `${script};${write}`], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return readFileSync(file, 'utf8');
}

/** Put together at run time, another string each time: in the script's own text it stands in pieces. */
const NAME = "['测试', '甲乙'].join('')";
const WANTED = { name: '测试甲乙' };

test('finds a text as itself, deep in a long string, across the halves of one, as a name, and says who holds it', () => {
  const heap = readHeap(
    heapAfter(`
      const half = ${NAME};
      globalThis.inLong = 'x'.repeat(5000).concat(${NAME}, 'y'.repeat(5000)).toUpperCase();
      globalThis.inHalves = ('a'.repeat(40) + half.slice(0, 2)) + (half.slice(2) + 'b'.repeat(40));
      globalThis.asName = { [${NAME}]: {} };
      globalThis.byMap = new Map([[${NAME} + '!', true]]);
      globalThis.caught = new (class Visitor { #holder = ${NAME} })();
      globalThis.inClosure = ((kept) => () => kept)(${NAME});
    `),
  );
  const found = holders(heap, WANTED);
  for (const holder of ['inLong', 'inHalves', 'asName', 'byMap', '#holder', 'inClosure']) {
    expect(
      found.some((way) => way.includes(`.${holder}`)),
      holder,
    ).toBe(true);
  }
});

test('what is only held weakly, or by nobody, is not there', () => {
  const heap = readHeap(
    heapAfter(`
      const make = () => ({ name: ${NAME} });
      globalThis.weak = new WeakRef(make());
      make();
      setTimeout(() => {}, 0);
    `),
  );
  expect(holders(heap, WANTED)).toEqual([]);
});

test('a snapshot whose strings were cut is refused: in it, much would not be found', () => {
  expect(() => readHeap(heapAfter("globalThis.long = 'x'.repeat(5000)", []))).toThrow('cut');
});
