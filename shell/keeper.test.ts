import { expect, it } from 'vitest';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { manualClock } from '../common/rpc/testing/manual-clock.ts';
import type { Child, StartFailure } from './child.ts';
import { atOnceThenBackOff, backOff, createKeeper } from './keeper.ts';

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

function kept(delayMs = atOnceThenBackOff) {
  const clock = manualClock();
  const children: FakeChild[] = [];
  const start = (): Child => {
    const child = fakeChild(children.length + 1);
    children.push(child);
    return child;
  };
  const at = (index: number): FakeChild => {
    const child = children[index];
    if (child === undefined) throw new Error(`no child ${index}`);
    return child;
  };
  return { clock, children, at, keeper: createKeeper({ start, delayMs, clock, log: () => undefined }) };
}

const flush = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

it('backs off as said', () => {
  expect([1, 2, 3, 4, 9].map(atOnceThenBackOff)).toEqual([0, 1000, 2000, 4000, 30_000]);
  expect([1, 2, 3, 9].map(backOff)).toEqual([1000, 2000, 4000, 30_000]);
});

it('says whether the first one came up, and kills one that did not', async () => {
  const { keeper, at } = kept();
  const up = keeper.start();
  at(0).becomeReady(ok(null));
  expect(await up).toEqual(ok(null));
  expect(keeper.pid()).toBe(1);
  const other = kept();
  const down = other.keeper.start();
  other.at(0).becomeReady(err({ code: 'TIMEOUT', message: '' }));
  expect(await down).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } });
  expect(other.at(0).fate).toEqual(['killed']);
});

it('answers a death with a new start, slower while it keeps dying, at once again after a long life', async () => {
  const { keeper, children, at, clock } = kept(backOff);
  void keeper.start();
  for (const [index, wait] of [1000, 2000, 4000].entries()) {
    at(index).die();
    await flush();
    clock.advance(wait - 1);
    expect(children).toHaveLength(index + 1);
    clock.advance(1);
    expect(children).toHaveLength(index + 2);
  }
  clock.advance(10_000);
  at(3).die();
  await flush();
  clock.advance(1000);
  expect(children).toHaveLength(5);
});

it('replaces by SIGKILL, once for all who ask meanwhile, without counting it as a death', async () => {
  const { keeper, children, at } = kept();
  void keeper.start();
  const both = [keeper.replace('mute'), keeper.replace('mute')];
  await flush();
  expect(at(0).fate).toEqual(['killed']);
  expect(children).toHaveLength(2);
  at(1).becomeReady(ok(null));
  expect(await Promise.all(both)).toEqual([ok(null), ok(null)]);
  expect(keeper.pid()).toBe(2);
});

it('replaces one that is already dead and waits to be started again', async () => {
  const { keeper, children, at, clock } = kept(backOff);
  void keeper.start();
  at(0).die();
  await flush();
  const replaced = keeper.replace('silent');
  await flush();
  at(1).becomeReady(ok(null));
  expect(await replaced).toEqual(ok(null));
  clock.advance(60_000);
  expect(children).toHaveLength(2);
});

it('starts nothing after it was stopped', async () => {
  const { keeper, children, at, clock } = kept();
  void keeper.start();
  at(0).becomeReady(ok(null));
  await keeper.stop(100);
  expect(at(0).fate).toEqual(['ended']);
  clock.advance(60_000);
  expect(await keeper.replace('late')).toMatchObject({ error: { code: 'STOPPING' } });
  expect(children).toHaveLength(1);
});
