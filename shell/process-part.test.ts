import { expect, it } from 'vitest';
import { err, ok, type Result } from '../common/kernel/result.ts';
import type { Child, StartFailure } from './child.ts';
import { createProcessPart } from './process-part.ts';

interface FakeChild extends Child {
  readonly becomeReady: (result: Result<null, StartFailure>) => void;
  readonly die: () => void;
  readonly fate: string[];
}

function fakeChild(pid: number): FakeChild {
  const ready = Promise.withResolvers<Result<null, StartFailure>>();
  const exited = Promise.withResolvers<void>();
  const fate: string[] = [];
  const die = (): void => {
    ready.resolve(err({ code: 'DIED', message: '' }));
    exited.resolve();
  };
  return {
    pid,
    ready: ready.promise,
    exited: exited.promise,
    becomeReady: ready.resolve,
    die,
    fate,
    kill() {
      fate.push('killed');
      die();
    },
    async end() {
      fate.push('ended');
      die();
    },
  };
}

function bench() {
  const children: FakeChild[] = [];
  const told: string[] = [];
  const part = createProcessPart({
    start() {
      const child = fakeChild(children.length + 1);
      children.push(child);
      return child;
    },
    onUp: () => told.push('up'),
    onDied: () => told.push('died'),
    log: () => undefined,
  });
  const at = (index: number): FakeChild => {
    const child = children[index];
    if (child === undefined) throw new Error(`no child ${index}`);
    return child;
  };
  return { part, at, children, told };
}

const flush = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

it('tells that it serves and that it died', async () => {
  const { part, at, told } = bench();
  part.start(false);
  const up = part.up();
  at(0).becomeReady(ok(null));
  expect(await up).toEqual(ok(null));
  expect(await part.up()).toEqual(ok(null));
  expect(part.pid()).toBe(1);
  at(0).die();
  await flush();
  expect(told).toEqual(['up', 'died']);
  expect(part.pid()).toBeNull();
});

it('kills one that did not come up, and says why', async () => {
  const { part, at, told } = bench();
  part.start(false);
  const up = part.up();
  at(0).becomeReady(err({ code: 'TIMEOUT', message: '' }));
  expect(await up).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } });
  await flush();
  expect(at(0).fate).toEqual(['killed']);
  expect(told).toEqual(['died']);
});

it('a killed one does not count as serving: who waits gets the next one', async () => {
  const { part, at } = bench();
  part.start(false);
  at(0).becomeReady(ok(null));
  await flush();
  part.kill();
  const up = part.up();
  part.start(false);
  at(1).becomeReady(ok(null));
  expect(await up).toEqual(ok(null));
  expect(part.pid()).toBe(2);
});

it('starts nothing after it was stopped, and tells nothing', async () => {
  const { part, at, told, children } = bench();
  part.start(false);
  const up = part.up();
  await part.stop(100);
  expect(at(0).fate).toEqual(['ended']);
  part.start(false);
  await flush();
  expect(children).toHaveLength(1);
  expect(told).toEqual([]);
  expect(await up).toMatchObject({ error: { code: 'STOPPING' } });
  expect(await part.up()).toMatchObject({ error: { code: 'STOPPING' } });
});
