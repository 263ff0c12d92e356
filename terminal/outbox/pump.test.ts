import { describe, expect, it } from 'vitest';
import { SqliteError } from '../store/database.ts';
import { all, BASE, delivered, makePump as make } from './testing/pump.ts';

describe('what becomes of a row', () => {
  it('delivered: said to the caller and to the audit, in the transaction that says so', async () => {
    const p = make(all);
    p.add('A');
    await p.pump.flush(false);
    expect(p.states()).toEqual([['delivered', null, 1]]);
    expect(p.audited).toEqual([{ code: 'queue.delivered', row: 1, kind: 'fault', destination: 'operator' }]);
    expect(p.told).toEqual([{ row: 1, said: 'stored', within: true }]);
    expect(p.pump.nextAt()).toBeNull();
  });

  it('a delivered checkpoint of the audit chain is not audited: that would ask for the next one', async () => {
    const p = make(all);
    p.addKind('audit-checkpoint', 'A');
    await p.pump.flush(false);
    expect(p.audited).toEqual([]);
    expect(p.told).toEqual([{ row: 1, said: 'stored', within: true }]);
  });

  it('dead: kept with its reason, for a person', async () => {
    const p = make(() => ({ kind: 'answered', verdicts: [{ kind: 'dead', reason: 'rejected' }] }));
    p.add('A');
    await p.pump.flush(false);
    expect(p.states()).toEqual([['dead', 'rejected', 1]]);
    expect(p.audited).toEqual([{ code: 'queue.dead-letter', row: 1, kind: 'fault', destination: 'operator' }]);
    expect(p.told).toEqual([{ row: 1, reason: 'rejected', within: true }]);
  });

  it('later: it waits by itself, longer each time, and its group with it; the others do not', async () => {
    const p = make((rows) => ({
      kind: 'answered',
      verdicts: rows.map((one) => (one.group === 'A' ? { kind: 'later', reason: 'busy' } : delivered)),
    }));
    p.add('A', 'A', 'B');
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A', 'B']]);
    expect(p.states()).toEqual([
      ['waiting', 'busy', 1],
      ['waiting', null, 0],
      ['delivered', null, 1],
    ]);
    expect(p.audited).toContainEqual({ code: 'queue.failed', row: 1, kind: 'fault', destination: 'operator' });
    expect(p.wait()).toBe(BASE);
    await p.clock.advance(BASE - 1);
    await p.pump.flush(false);
    expect(p.calls).toHaveLength(1);
    await p.clock.advance(1);
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A', 'B'], ['A']]);
    expect(p.wait()).toBe(2 * BASE);
  });

  it('a row of which nothing is said is tried again', async () => {
    const p = make(() => ({ kind: 'answered', verdicts: [delivered] }));
    p.add('A', 'B');
    await p.pump.flush(false);
    expect(p.states()).toEqual([
      ['delivered', null, 1],
      ['waiting', 'no answer for this row', 1],
    ]);
  });

  it.each([
    ['delivered', delivered],
    ['dead', { kind: 'dead', reason: 'rejected' }],
    ['later', { kind: 'later', reason: 'busy' }],
  ] as const)('%s is nobody’s word where the row is in other hands meanwhile', async (_kind, verdict) => {
    const p = make(() => {
      p.store.transaction(() => p.store.outbox.takeBack('operator'));
      p.store.transaction(() => p.store.outbox.claim('operator', 'another', 9, p.clock.now()));
      return { kind: 'answered', verdicts: [verdict] };
    });
    p.add('A');
    await p.pump.flush(false);
    expect(p.states()).toEqual([['inFlight', null, 0]]);
    expect(p.audited).toEqual([]);
    expect(p.told).toEqual([]);
  });
});

describe('a flush', () => {
  it('writes nothing where nothing is due', async () => {
    const p = make(all);
    p.add('A');
    p.clock.shift(-1);
    let writes = 0;
    const { transaction } = p.store;
    Object.assign(p.store, {
      transaction: <T>(work: () => T): T => {
        writes += 1;
        return transaction(work);
      },
    });
    await p.pump.flush(false);
    expect(writes).toBe(0);
    p.clock.shift(1);
    await p.pump.flush(false);
    expect(p.calls).toEqual([['A']]);
  });

  it('that is asked for while one runs waits, and then takes what has come meanwhile', async () => {
    let answer = (): void => {};
    const p = make((rows, call) =>
      call === 1 ? new Promise((resolve) => (answer = () => resolve(all(rows, 1)))) : all(rows, call),
    );
    p.add('A');
    const first = p.pump.flush(false);
    const second = p.pump.flush(false);
    // While one runs, nothing is left over from one that broke off.
    expect(p.pump.nextAt()).toBeNull();
    p.add('B');
    await Promise.resolve();
    expect(p.calls).toEqual([['A']]);
    answer();
    await Promise.all([first, second]);
    expect(p.calls).toEqual([['A'], ['B']]);
    expect(p.states().map(([state]) => state)).toEqual(['delivered', 'delivered']);
  });

  it('that broke off is taken up by the next one, at once', async () => {
    const p = make(all);
    const { finish } = p.store.outbox;
    let full = true;
    Object.assign(p.store.outbox, {
      finish: (...args: Parameters<typeof finish>) => {
        if (full) throw new SqliteError('database or disk is full', 'SQLITE_FULL');
        return finish(...args);
      },
    });
    expect(p.pump.nextAt()).toBeNull();
    p.add('A');
    await expect(p.pump.flush(false)).rejects.toThrow('full');
    expect(p.states()).toEqual([['inFlight', null, 0]]);
    expect(p.wait()).toBe(0);
    full = false;
    await p.pump.flush(false);
    expect(p.states()).toEqual([['delivered', null, 1]]);
    expect(p.pump.nextAt()).toBeNull();
  });

  it('leaves alone what others have in their hands while none of its own broke off', async () => {
    const p = make(all);
    p.add('A');
    p.store.transaction(() => p.store.outbox.claim('operator', 'another', 9, p.clock.now()));
    await p.pump.flush(false);
    await p.pump.flush(false);
    expect(p.calls).toEqual([]);
    expect(p.states()).toEqual([['inFlight', null, 0]]);
  });
});
