import { describe, expect, it } from 'vitest';
import type { Delivery } from './sink.ts';
import { all, BASE, CAP, down, makePump as make } from './testing/pump.ts';

describe('a destination that cannot be reached', () => {
  it('is left alone, twice as long each time up to the cap, and nobody’s turn is lost', async () => {
    const p = make(() => down());
    p.add('A', 'B');
    for (const wait of [BASE, 2 * BASE, CAP, CAP]) {
      p.audited.length = 0;
      await p.pump.flush(false);
      expect(p.wait()).toBe(wait);
      expect(p.audited).toEqual([{ code: 'queue.failed', destination: 'operator', rows: 2, reason: 'down' }]);
      await p.clock.advance(wait);
    }
    expect(p.calls).toHaveLength(4);
    expect(p.states()).toEqual([
      ['waiting', 'down', 4],
      ['waiting', 'down', 4],
    ]);
  });

  it('who comes meanwhile waits too, up to the very moment', async () => {
    const p = make((rows, call) => (call === 1 ? down() : all(rows, call)));
    p.add('A');
    await p.pump.flush(false);
    p.add('B');
    expect(p.wait()).toBe(BASE);
    await p.clock.advance(BASE - 1);
    await p.pump.flush(false);
    expect(p.calls).toHaveLength(1);
    await p.clock.advance(1);
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A'], ['B', 'A']]);
  });

  it('is asked at once by who insists, or after the pause was forgotten', async () => {
    const p = make(() => down());
    p.add('A');
    await p.pump.flush(false);
    p.add('B');
    await p.pump.flush(true);
    expect(p.calls).toEqual([['A'], ['B']]);
    p.add('C');
    p.pump.resume();
    expect(p.wait()).toBe(0);
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A'], ['B'], ['C']]);
  });

  it('that answers again is new: the next pause is the shortest', async () => {
    const p = make((rows, call) => (call === 3 ? all(rows, call) : down()));
    p.add('A');
    for (const wait of [BASE, 2 * BASE]) {
      await p.pump.flush(false);
      await p.clock.advance(wait);
    }
    await p.pump.flush(false);
    p.add('B');
    await p.pump.flush(false);
    expect(p.wait()).toBe(BASE);
  });

  it('is left alone for as long as it wishes, and the pause on top', async () => {
    const p = make(() => down(10_000));
    p.add('A');
    await p.pump.flush(false);
    expect(p.wait()).toBe(10_000 + BASE);
  });

  it('is asked for nothing more by the same flush', async () => {
    const p = make((rows, call) => (call === 2 ? down() : all(rows, call)), 1);
    p.add('A', 'B', 'C');
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A'], ['B']]);
  });
});

const stumbles: Delivery = { kind: 'unavailable', reason: 'HTTP 500', retryAfterMs: null, suspect: true };

describe('a destination that stumbles over a request', () => {
  it('has the rows one by one afterwards, so that one bad row holds nobody up', async () => {
    const p = make((rows, call) => (rows.some((one) => one.group === 'bad') ? stumbles : all(rows, call)));
    p.add('A', 'bad', 'C');
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A', 'bad', 'C']]);
    await p.clock.advance(BASE);
    await p.pump.flush(false);
    expect(p.calls.slice(1)).toEqual([['A'], ['bad'], ['C']]);
    expect(p.states()).toEqual([
      ['delivered', null, 2],
      ['waiting', 'HTTP 500', 2],
      ['delivered', null, 2],
    ]);
    expect(p.audited).toContainEqual({ code: 'queue.failed', row: 2, kind: 'fault', destination: 'operator' });
  });

  it('has whole batches again when the suspects have been heard', async () => {
    const p = make((rows, call) => (call === 1 ? stumbles : all(rows, call)));
    p.add('A', 'B');
    await p.pump.flush(false);
    p.add('C', 'D');
    await p.clock.advance(BASE);
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A', 'B'], ['C'], ['D'], ['A', 'B']]);
  });

  it('three times in a row with one row each is down, not the rows', async () => {
    const p = make(() => stumbles, 1);
    p.add('A', 'B', 'C', 'D');
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A'], ['B'], ['C']]);
    expect(p.audited.at(-1)).toEqual({ code: 'queue.failed', destination: 'operator', rows: 1, reason: 'HTTP 500' });
    expect(p.wait()).toBe(BASE);
    await p.pump.flush(true);
    // The count begins anew.
    expect(p.calls.slice(3)).toEqual([['D']]);
    await p.clock.advance(BASE);
    p.calls.length = 0;
    await p.pump.flush(false);
    expect(p.calls).toHaveLength(2);
  });

  it('a good answer between them ends the count', async () => {
    const p = make((rows, call) => (call % 3 === 0 ? all(rows, call) : stumbles), 1);
    p.add('A', 'B', 'C', 'D', 'E', 'F');
    await p.pump.flush(false);
    expect(p.calls).toHaveLength(6);
  });

  it('with one row alone, is suspected of nothing that comes after it', async () => {
    const p = make((rows, call) => (call === 1 ? stumbles : all(rows, call)));
    p.add('A');
    await p.pump.flush(false);
    p.add('B', 'C');
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A'], ['B', 'C']]);
  });

  it('where it is simply away, the rows are above suspicion', async () => {
    const p = make((rows, call) => (call === 1 ? down() : all(rows, call)));
    p.add('A', 'B');
    await p.pump.flush(false);
    await p.clock.advance(BASE);
    await p.pump.flush(false);
    expect(p.calls).toEqual([
      ['A', 'B'],
      ['A', 'B'],
    ]);
  });
});

describe('a request that is refused as such', () => {
  const refused: Delivery = { kind: 'refused', reason: 'HTTP 422' };

  it('is tried row by row; the one to blame is set aside, the rest goes on', async () => {
    const p = make((rows, call) => (rows.some((one) => one.group === 'bad') ? refused : all(rows, call)), 3);
    p.add('A', 'bad', 'C', 'D');
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A', 'bad', 'C'], ['A'], ['bad'], ['C'], ['D']]);
    expect(p.states().map(([state, why]) => [state, why])).toEqual([
      ['delivered', null],
      ['dead', 'HTTP 422'],
      ['delivered', null],
      ['delivered', null],
    ]);
    expect(p.told).toContainEqual({ row: 2, reason: 'HTTP 422', within: true });
  });

  it('a single row is set aside at once, and the next one has its turn', async () => {
    const p = make((rows, call) => (call === 1 ? refused : all(rows, call)), 1);
    p.add('A', 'B');
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A'], ['B']]);
    expect(p.states().map(([state]) => state)).toEqual(['dead', 'delivered']);
  });

  it('where the destination goes away meanwhile, what is left is given back and waits for it', async () => {
    const p = make((rows, call) => (call === 1 ? refused : call === 3 ? down() : all(rows, call)), 4);
    p.add('A', 'B', 'C', 'D', 'E');
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A', 'B', 'C', 'D'], ['A'], ['B']]);
    expect(p.states().map(([state, why]) => [state, why])).toEqual([
      ['delivered', null],
      ['waiting', 'down'],
      ['waiting', 'the destination went away'],
      ['waiting', 'the destination went away'],
      ['waiting', null],
    ]);
    expect(p.audited.slice(1)).toEqual([
      { code: 'queue.failed', destination: 'operator', rows: 1, reason: 'down' },
      { code: 'queue.failed', destination: 'operator', rows: 2, reason: 'the destination went away' },
    ]);
    expect(p.row(3)?.nextAt).toBe(p.clock.now() + BASE);
  });

  it('nothing is given back where it goes away with the last one', async () => {
    const p = make((_rows, call) => (call === 1 ? refused : call === 3 ? down() : { kind: 'refused', reason: 'no' }));
    p.add('A', 'B');
    await p.pump.flush(false);
    expect(p.audited.map((one) => Reflect.get(one, 'reason'))).toEqual([undefined, 'down']);
  });
});
