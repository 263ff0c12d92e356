import { afterEach, describe, expect, it } from 'vitest';
import { INSTITUTION, OPERATOR } from '../../central/testing/kit.ts';
import { fen } from '../../common/kernel/money.ts';
import { type Bench, DAY, makeBench } from './testing/bench.ts';
import { killedAndGoneOnWith } from './testing/kills.ts';

const benches: Bench[] = [];
const open = (): Bench => {
  const bench = makeBench();
  benches.push(bench);
  return bench;
};
afterEach(() => {
  for (const bench of benches.splice(0)) bench.end();
});

describe('a kill in the middle', () => {
  /** Around the file: written, sent, answered, compared, fetched, judged. The long matrix has every commit. */
  const cases = [
    [10, 'after'],
    [11, 'before'],
    [12, 'before'],
    [13, 'after'],
    [14, 'before'],
    [16, 'after'],
    [18, 'before'],
  ] as const;
  it.each(cases)('around commit %i (%s): gone on with, one file, one work-list row', async (nth, when) => {
    expect(await killedAndGoneOnWith(nth, when)).toBe(true);
  });
});

describe('a centre that does not answer', () => {
  it('leaves the day open; the next try goes on with it', async () => {
    const bench = open();
    await bench.settle('OP1');
    bench.sides.kit.set({ statement: [{ kind: 'missing', nth: 0, fen: fen(1) }] });
    let lost = '3201';
    bench.sides.forecast = (to, what) => (to === 'centre' && what === lost ? 'lostAfter' : 'fine');
    for (const infno of ['3201', '9101', '3202', '9102']) {
      lost = infno;
      const done = await bench.clock.until(bench.reconcile().run(DAY, null));
      expect(done, infno).toMatchObject({ ok: false, error: { code: 'CENTRE_UNREACHABLE' } });
      expect(bench.audited.at(-1)).toBe('reconcile.failed');
    }
    lost = '';
    expect((await bench.compare()).state).toBe('open');
    expect(bench.terminal().store.reconcile.running()).toEqual([]);
    // The same bytes again, never another file.
    expect(new Set(bench.sent('9101')).size).toBe(1);
    expect(new Set(bench.sent('3202')).size).toBe(1);
  });

  it('refuses the file: it is made anew; a stale sign-in is renewed at once', async () => {
    const bench = open();
    await bench.settle('OP1');
    bench.sides.kit.set({ statement: [{ kind: 'missing', nth: 0, fen: fen(1) }] });
    const { kit } = bench.sides;
    let uploads = 0;
    bench.sides.forecast = (to, what) => {
      // Before the upload, and once only, the centre forgets who signed in.
      if (to === 'centre' && what === '9101' && ++uploads === 1) {
        kit.ledger.endSignIn(kit.ledger.signInOf(INSTITUTION, OPERATOR, DAY)?.signNo ?? '');
      }
      return 'fine';
    };
    expect((await bench.compare()).state).toBe('open');
    expect(new Set(bench.sent('9101')).size).toBe(2);
  });
});
