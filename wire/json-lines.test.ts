import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { readJsonLines } from './json-lines.ts';

async function read(...chunks: (string | Buffer)[]): Promise<unknown[]> {
  const stream = new PassThrough();
  const got: unknown[] = [];
  readJsonLines(stream, (value) => got.push(value));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await new Promise((resolve) => stream.once('end', resolve));
  return got;
}

it('gives one value a line, however the stream is cut', async () => {
  expect(await read('{"a":1}\n', '{"b"', ':2}\n[3', ']\n\n')).toEqual([{ a: 1 }, { b: 2 }, [3]]);
  const bytes = Buffer.from('"民卡"\n');
  expect(await read(bytes.subarray(0, 2), bytes.subarray(2))).toEqual(['民卡']);
});

it('gives null for what is not JSON, and goes on', async () => {
  expect(await read('junk\n{"a":1}\n')).toEqual([null, { a: 1 }]);
});

it('passes over a line without end once, without keeping it', async () => {
  const long = 'x'.repeat(70_000);
  expect(await read(long, long, long, '\n"next"\n')).toEqual([null, 'next']);
  expect(await read(`"${long}"\n"next"\n`)).toEqual([null, 'next']);
});

it('does not take an unfinished last line for a message', async () => {
  expect(await read('{"a":1}')).toEqual([]);
});
