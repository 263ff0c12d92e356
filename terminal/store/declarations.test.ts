import { beforeEach, describe, expect, test } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { DeclarationEnd } from './declarations.ts';
import { openStore } from './open.ts';
import type { Store } from './store.ts';

const [key, other] = ['a'.repeat(32), 'b'.repeat(32)];
const body = pii('{"name":"测试画师"}');
const [painter, clerk] = [pii('990101197804120030'), pii('990101197804120049')];

let store: Store;
beforeEach(() => {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  store = opened.ok ? opened.value : expect.unreachable();
});
const insert = (which = key, person = painter) =>
  store.transaction(() =>
    store.declarations.insert({
      ...{ key: which, month: '2011-12', base: fen(168_000), total: fen(56_204), person, body, nowMs: 1000 },
    }),
  );
const finish = (id: number, end: DeclarationEnd) => store.transaction(() => store.declarations.finish(id, end, 2000));

describe('the journal of declarations', () => {
  test('keeps the exact text and whose it is until the centre has answered, and not longer', () => {
    const { id } = insert();
    const open = store.declarations.openOf(painter) ?? expect.unreachable();
    expect(open).toMatchObject({ id, key, month: '2011-12', base: 168_000, total: 56_204, state: 'asked' });
    expect(unwrapPii(open.body ?? expect.unreachable())).toBe('{"name":"测试画师"}');
    expect(finish(id, { state: 'declared', number: 'SB201112000001' })).toBe(true);
    expect(store.declarations.get(id)).toMatchObject({ state: 'declared', body: null });
    expect([store.declarations.openOf(painter), store.declarations.open()]).toEqual([null, []]);
  });

  test('has one open row of a person, and a key once; ended ones are not in the way', () => {
    const { id } = insert();
    expect(() => insert(other)).toThrow(/UNIQUE/);
    insert(other, clerk);
    expect(store.declarations.open()).toHaveLength(2);
    finish(id, { state: 'notSent' });
    expect(() => insert(key)).toThrow(/UNIQUE/);
    expect(insert('c'.repeat(32))).toMatchObject({ state: 'asked' });
  });

  test('keeps the end that was stored first', () => {
    const { id } = insert();
    expect(finish(id, { state: 'refused', because: 'otherSum' })).toBe(true);
    expect(finish(id, { state: 'declared', number: 'SB1' })).toBe(false);
    expect(store.declarations.get(id)?.state).toBe('refused');
  });

  test('is written in transactions only', () => {
    expect(() => store.declarations.finish(1, { state: 'notSent' }, 1)).toThrow();
  });
});
