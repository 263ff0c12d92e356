import { describe, expect, it } from 'vitest';
import { refused, silent } from '../testing/calls.ts';
import { books, gone, refundKit, standing } from '../testing/refund.ts';
import { createRefundRuling } from './ruling.ts';

/** A refund that waits for people, and what the centre shows of it. */
function make(answer: Parameters<typeof refundKit>[0] = {}, allowed = true) {
  const r = refundKit({ change: { state: 'stopped', tries: 6 }, ...answer });
  let woken = 0;
  const ruling = createRefundRuling(r.deps, {
    pursuit: r.pursuit,
    apply: r.apply,
    wake: () => {
      woken += 1;
    },
    now: () => '2026-03-02 10:00:00',
  });
  const moves: boolean[] = [];
  const rule = (resolution: 'refund' | 'stands' | 'void', id = 1) =>
    r.clock.until(
      ruling({ ...r.row(), id }, resolution, (move) => {
        if (allowed) moves.push(r.store.transaction(move));
        return allowed;
      }),
    );
  return { ...r, rule, moves, woken: () => woken };
}
const shows = (answer: ReturnType<typeof books> | typeof silent | ReturnType<typeof refused>) => ({
  answer: () => answer,
});

describe('two people decide of a refund that does not come to its end', () => {
  it.each([standing, gone, silent])('try again, whatever the centre shows: %#', async (answer) => {
    const m = make(shows(answer));
    expect(await m.rule('refund')).toBeNull();
    expect(m.refund()).toMatchObject({ state: 'ready', tries: 0 });
    expect(m.moves).toEqual([true]);
    expect(m.woken()).toBe(1);
  });

  it('give it up, where the settlement stands at the centre', async () => {
    const m = make(shows(standing));
    expect(await m.rule('stands')).toBeNull();
    expect(m.refund().state).toBe('kept');
  });

  it('take it as given back, where it is so at the centre', async () => {
    const m = make(shows(gone));
    expect(await m.rule('void')).toBeNull();
    expect(m.refund()).toMatchObject({ state: 'refunded', foundBy: '5203', refundSetlId: null });
    // Two looks and their sign-in have passed by then; not the moment of the ruling.
    expect(m.refund().refundedAt).toBe('2026-03-02 09:00:00');
  });

  it('take it as given back, where the centre has no such row: since they said so', async () => {
    const m = make(shows(books()));
    expect(await m.rule('void')).toBeNull();
    expect(m.refund().refundedAt).toBe('2026-03-02 10:00:00');
  });

  it.each([
    ['stands', gone],
    ['stands', refused()],
    ['void', standing],
  ] as const)('cannot say "%s" against the centre’s books: %#', async (resolution, answer) => {
    const m = make(shows(answer));
    expect(await m.rule(resolution)).toBe('WORKLIST_NOT_PROVEN');
    expect(m.refund().state).toBe('stopped');
    expect(m.moves).toEqual([]);
    expect(m.woken()).toBe(0);
  });

  it.each(['stands', 'void'] as const)('cannot say "%s" of a centre that does not answer', async (resolution) => {
    expect(await make(shows(silent)).rule(resolution)).toBe('WORKLIST_UNANSWERED');
  });

  it('cannot decide where there is nothing to decide', async () => {
    expect(await make(shows(standing)).rule('refund', 9)).toBe('WORKLIST_NOT_ALLOWED');
    const late = make(shows(standing), false);
    expect(await late.rule('refund')).toBe('WORKLIST_NOT_ALLOWED');
    expect(late.woken()).toBe(0);
  });

  it('move nothing that has moved meanwhile', async () => {
    const m = make({ ...shows(standing), change: { state: 'done' } });
    await m.rule('refund');
    expect(m.moves).toEqual([false]);
  });
});
