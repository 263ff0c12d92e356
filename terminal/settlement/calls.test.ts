import { afterEach, describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { foundAfterSession } from './testing/late.ts';
import { endAll, start } from './testing/start.ts';

afterEach(endAll);

const kinds = (t: ReturnType<typeof start>, which: 'open' | 'all' = 'open') =>
  t.terminal.store.worklist.list(which, 20).map((row) => row.kind);

describe('when a person is called', () => {
  it('a settlement found after its session stays, the HIS is told, and the list shows it', async () => {
    const t = await foundAfterSession();
    await t.quiet();
    expect(t.terminal.store.settlements.get(1)).toMatchObject({ state: 'settled', foundBy: '5203' });
    expect(t.hisRow()?.settlement).not.toBeNull();
    expect(kinds(t)).toEqual(['settlement-after-session']);
    const [row] = t.terminal.store.worklist.list('open', 1);
    expect(row).toMatchObject({ amountFen: t.total, encounterId: 'OP20260302001', settlementId: 1 });
    expect(row?.detail).toMatchObject({ state: 'settled', setlId: t.sides.kit.ledger.settlements()[0]?.setlId });
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(false);
  });

  it('nobody is called about one whose person is there to read it', async () => {
    for (const weather of ['fine', 'lostAfter'] as const) {
      const t = start();
      t.storm(weather);
      expect((await t.settle()).kind).toBe('settled');
      await t.quiet();
      expect(kinds(t, 'all')).toEqual([]);
    }
  });

  it('figures that cannot be right are fenced like a lost answer, and shown', async () => {
    const t = start();
    t.storm('lostAfter');
    const { newestSettlement } = t.sides.kit.ledger;
    t.sides.kit.ledger.newestSettlement = (psnNo, mdtrtId) => {
      const row = newestSettlement(psnNo, mdtrtId);
      return row && { ...row, total: fen(row.total + 1) };
    };
    expect((await t.settle()).kind).toBe('reversed');
    await t.quiet();
    const [row] = t.terminal.store.worklist.list('open', 9);
    expect(kinds(t)).toEqual(['settlement-unsound']);
    expect(row).toMatchObject({ amountFen: t.total + 1, detail: { why: 'CENTRE_MONEY_MISMATCH' } });
    expect(t.sides.kit.ledger.settlements()[0]?.state).toBe('reversed');
  });

  it('a queue row that the HIS will never take, once, with what is at stake', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    // Somebody else has settled it at the window meanwhile.
    const settling = t.terminal.settlements.settle(prepared, 45_000, () => {});
    const row = t.hisRow();
    if (row === null) throw new Error('no encounter');
    t.sides.hisStore.settle({
      encounterId: row.encounterId,
      holder: 'window',
      messageId: 'H99010000001202603020900009999',
      mdtrtId: 'M9',
      setlId: 'S9',
      settledAt: '2026-03-02 09:00:00',
      total: '1065.48',
      funds: '0.00',
      hospital: '0.00',
      account: '0.00',
      cashDue: '1065.48',
    });
    expect((await t.clock.until(settling)).kind).toBe('settled');
    await t.quiet();
    expect(kinds(t)).toEqual(['row-dead']);
    expect(t.terminal.store.worklist.list('open', 1)[0]).toMatchObject({
      settlementId: 1,
      amountFen: t.total,
      detail: { destination: 'his', call: 'settled', reason: 'HIS: conflict' },
    });
    expect(t.records()).toContain('worklist');
    // Settled at the centre, and the HIS does not know it: nothing may be settled on top.
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(true);
  });

  it('a row that the operator will never take is not reported to the operator', async () => {
    const t = start();
    t.sides.operator.post = (text) =>
      Promise.resolve({
        ok: true,
        value: {
          reply: {
            answers: (JSON.parse(text) as { records: { key: string }[] }).records.map(({ key }) => ({
              key,
              result: 'rejected' as const,
              reason: 'not today',
            })),
          },
          timing: { wallMs: 1, serverMs: 1 },
        },
      });
    expect((await t.settle()).kind).toBe('settled');
    await t.quiet();
    const rows = t.terminal.store.worklist.list('all', 99);
    // The settlement and what the HIS answered; not a third row about the first two, and so on for ever.
    expect(rows.map((row) => row.kind)).toEqual(['row-dead', 'row-dead']);
    expect(t.terminal.outbox.list(99).filter((row) => row.kind === 'worklist')).toEqual([]);
  });
});

describe('a slip of which nobody knows whether it was printed', () => {
  it('is on the list until a copy is printed', async () => {
    const t = start();
    expect((await t.settle()).kind).toBe('settled');
    const print = (outcome: 'unknown' | 'printed') => {
      const { jobId } = t.terminal.prints.create({ settlementId: 1, kind: 'settlement', checkCode: null });
      const told = { trouble: 'hostGone', acknowledged: 1, blocks: 3 } as const;
      t.terminal.prints.finish(
        jobId,
        outcome === 'unknown' ? { kind: outcome, ...told } : { kind: outcome, printerMs: 1 },
      );
    };
    print('unknown');
    print('unknown');
    expect(kinds(t)).toEqual(['print-unknown']);
    print('printed');
    expect(t.terminal.store.worklist.list('all', 9)).toMatchObject([{ kind: 'print-unknown', resolution: 'ended' }]);
    await t.quiet();
    expect(t.terminal.outbox.status().counts).toMatchObject({ waiting: 0, dead: 0 });
  });
});

describe('the reversal as a stored advice', () => {
  /** A 2601 that nobody answers; when each attempt arrived, ms. */
  function unanswered() {
    const t = start(7);
    const at: number[] = [];
    let answers = false;
    t.sides.forecast = (to, what) => {
      if (to !== 'centre') return 'fine';
      if (what === '2207') return 'lostBefore';
      if (what === '2601') at.push(t.clock.monotonic());
      return what === '2601' && !answers ? 'notSent' : 'fine';
    };
    const answer = (): void => {
      answers = true;
    };
    return { t, at, answer };
  }

  it('is durable before it is sent, is sent byte for byte, calls a person after six times and goes on', async () => {
    const { t, at, answer } = unanswered();
    expect((await t.settle(45_000)).kind).toBe('unknown');
    await t.quiet();
    const row = t.terminal.store.settlements.get(1);
    const fence = t.terminal.store.messages.get(row?.fenceMessageRow ?? 0);
    expect(fence?.infno).toBe('2601');
    expect(kinds(t)).toEqual(['reversal-stuck']);
    expect(t.terminal.store.worklist.list('open', 1)[0]?.detail).toMatchObject({ fenceFailures: 6, state: 'fencing' });
    expect(at.length).toBeGreaterThan(20);
    answer();
    await t.quiet();
    expect(t.terminal.store.settlements.get(1)?.state).toBe('reversed');
    expect(t.terminal.store.worklist.list('all', 9)).toMatchObject([{ kind: 'reversal-stuck', resolution: 'ended' }]);
    expect(new TextDecoder().decode(fence?.request)).toBe(t.sent('2601')[0]?.text);
  });

  it('waits longer and longer, up to its cap, and a restart does not begin again at one second', async () => {
    const early: number[] = [];
    const late: number[] = [];
    for (let seed = 1; seed <= 12; seed++) {
      const t = start(100 + seed);
      const at: number[] = [];
      t.sides.forecast = (to, what) => {
        if (to === 'centre' && what === '2601') at.push(t.clock.monotonic());
        return to === 'centre' && what === '2207'
          ? 'lostBefore'
          : to === 'centre' && what === '2601'
            ? 'notSent'
            : 'fine';
      };
      await t.settle(45_000);
      await t.quiet();
      early.push((at[1] ?? 0) - (at[0] ?? 0));
      t.terminal.kill();
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      at.length = 0;
      const next = t.boot();
      await t.clock.until(next.settlements.recover());
      await t.clock.advance(60_000);
      late.push((at[1] ?? 0) - (at[0] ?? 0));
      expect(next.store.settlements.get(1)?.rounds).toBeGreaterThan(6);
      next.kill();
    }
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    // Drawn from (0, 1 s] at first, from (0, 20 s] after many rounds.
    expect(Math.max(...early)).toBeLessThanOrEqual(1001);
    expect(mean(late)).toBeGreaterThan(5000);
  }, 30_000);
});
