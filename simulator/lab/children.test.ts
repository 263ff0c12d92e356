import { afterEach, expect, test } from 'vitest';
import { spawnBound } from './children.ts';

/** Says each line that it is sent, and ends when it is sent "end". */
const ECHO = `require('node:readline').createInterface(process.stdin).on('line', (line) => {
  if (JSON.parse(line).end) process.exit(3);
  console.log(line);
});`;
const started: ReturnType<typeof spawnBound>[] = [];
const start = (): ReturnType<typeof spawnBound> => {
  const child = spawnBound(process.execPath, ['--eval', ECHO]);
  started.push(child);
  return child;
};
afterEach(async () => {
  for (const child of started.splice(0)) await child.kill();
});

test('lines go to who waits, in order', async () => {
  const child = start();
  const both = Promise.all([child.nextLine(5000), child.nextLine(5000)]);
  child.send({ n: 1 });
  child.send({ n: 2 });
  expect(await both).toEqual([{ n: 1 }, { n: 2 }]);
});

test('who has given up swallows no line', async () => {
  const child = start();
  await expect(child.nextLine(30)).rejects.toThrow('said nothing for 30 ms');
  const next = child.nextLine(5000);
  child.send({ n: 1 });
  expect(await next).toEqual({ n: 1 });
});

test('the end is heard by who waits, and by who asks afterwards', async () => {
  const child = start();
  const waiting = Promise.allSettled([child.nextLine(5000), child.nextLine(5000)]);
  child.send({ end: true });
  for (const outcome of await waiting)
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('ended (3)') } });
  const later = new Promise((resolve) => setImmediate(() => resolve('later')));
  await expect(Promise.race([child.nextLine(5000), later])).rejects.toThrow('ended (3)');
});
