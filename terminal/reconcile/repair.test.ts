import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { createReconcile } from './reconcile.ts';
import { type Bench, DAY, makeBench, SETTINGS } from './testing/bench.ts';

const HOUR_MS = 3_600_000;

let bench: Bench;
afterEach(() => bench.end());

/** OP1 is settled and its answer lost; nobody hears anything of 5203 while the sky is deaf. */
async function answerLost(): Promise<{ deaf: boolean }> {
  bench = makeBench();
  const sky = { deaf: true };
  bench.sides.forecast = (to, what) => {
    if (to !== 'centre') return 'fine';
    return what === '2207' ? 'lostAfter' : sky.deaf && what === '5203' ? 'lostBefore' : 'fine';
  };
  const done = await bench.settle('OP1');
  expect(done.kind).toBe('unknown');
  return sky;
}

/** A 2207 that was held up for hours reaches the centre after all. */
function arriveLate(messageId: string): void {
  const { kit } = bench.sides;
  const bytes = bench.terminal().store.messages.byMessageId(messageId)?.request;
  if (bytes === undefined) throw new Error('no such message');
  expect(kit.handle(bytes, kit.ledger, bench.clock, bench.random).ok).toBe(true);
}

describe('a settlement that the journal holds for reversed', () => {
  it('and a centre without fences took after all is a difference, and asks for a person', async () => {
    bench = makeBench();
    bench.sides.kit.set({ noFence: true });
    // The way back fails until the centre has settled: the visit and its lines are still there.
    let settled = false;
    bench.sides.forecast = (to, what) => {
      if (to !== 'centre') return 'fine';
      if (what === '2207' && !settled) return 'lostBefore';
      return what === '2205' || what === '2202' ? 'notSent' : 'fine';
    };
    const done = await bench.settle('OP1');
    await bench.clock.advance(300_000);
    const { store } = bench.terminal();
    const [row] = store.settlements.list(1);
    expect([done.kind, row?.state]).toEqual(['reversed', 'reversed']);
    settled = true;
    arriveLate(row?.messageId ?? '');
    const report = await bench.compare();
    expect(report).toMatchObject({
      state: 'open',
      rows: [{ result: '1', verdict: 'deniedHere', insutype: '310', encounterId: 'OP1', messageId: row?.messageId }],
      open: { rows: 1, fen: 106_548 },
    });
    expect(bench.worklist()).toMatchObject([{ settlementId: row?.id, encounterId: 'OP1', amountFen: 106_548 }]);
  });
});

describe('a settlement whose answer was lost', () => {
  it('is taken up when 5203 confirms it; HIS and operator are told', async () => {
    const sky = await answerLost();
    const { store } = bench.terminal();
    expect(store.settlements.list(1)[0]?.state).toBe('unknown');
    sky.deaf = false;
    const report = await bench.compare();
    expect(report.state).toBe('explained');
    const [row] = report.rows;
    // Recovery may have been first; either way both books have it, and nobody is asked.
    expect(row).toMatchObject({ result: '1', verdict: 'takenUp', encounterId: 'OP1', worklist: null });
    expect(store.settlements.list(1)[0]).toMatchObject({ state: 'settled', setlId: row?.setlId });
    await bench.clock.advance(60_000);
    expect(bench.sides.hisStore.find('OP1')?.settlement).not.toBeNull();
    expect((await bench.compare()).state).toBe('agreed');
    expect(bench.worklist()).toEqual([]);
  });

  it('is no difference where recovery finds it while the comparison waits for its own 5203 in vain', async () => {
    const sky = await answerLost();
    const { store, outbox, settlements } = bench.terminal();
    const { look, takeUp } = settlements.books;
    const reconcile = createReconcile({
      ...settlements.books,
      async look(row, setlId) {
        sky.deaf = false;
        const seen = await look(row, setlId);
        if (seen.kind === 'found') takeUp(row.id, seen.confirmed);
        return { kind: 'silent' };
      },
      store,
      outbox,
      audit: () => {},
      clock: bench.clock,
      settings: SETTINGS,
    });
    const done = await bench.clock.until(reconcile.run(DAY, null));
    expect(store.settlements.list(1)[0]?.state).toBe('settled');
    expect(done).toMatchObject({
      ok: true,
      value: { state: 'explained', rows: [{ verdict: 'takenUp', worklist: null }] },
    });
    expect(bench.worklist()).toEqual([]);
  });
});

describe('a settlement that nobody could ask about when the day was compared', () => {
  it('and that recovery finds afterwards needs nobody; the day is compared again by itself', async () => {
    const sky = await answerLost();
    // The day has ended, so this counts as its comparison.
    await bench.clock.advance(15 * HOUR_MS);
    expect(await bench.compare()).toMatchObject({ state: 'open', rows: [{ verdict: 'deniedHere' }] });
    expect(bench.worklist()).toMatchObject([{ detail: { verdict: 'deniedHere' } }]);
    sky.deaf = false;
    await bench.clock.advance(HOUR_MS);
    const { store } = bench.terminal();
    expect(store.settlements.list(1)[0]?.state).toBe('settled');
    expect(bench.worklist()).toEqual([]);
    bench.reconcile().start(() => true);
    await bench.clock.advance(12 * HOUR_MS);
    expect(bench.reconcile().last(DAY)).toMatchObject({ state: 'agreed', rows: [] });
    // And then it is left alone.
    const { run } = bench.reconcile().last(DAY) ?? {};
    await bench.clock.advance(HOUR_MS);
    expect(bench.reconcile().last(DAY)?.run).toBe(run);
    await bench.reconcile().stop();
  });
});

describe('refunds', () => {
  it('of our own count with their negative amounts, on both sides', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    await bench.settle('OP2');
    const { store, settlements } = bench.terminal();
    bench.sides.kit.set({ statement: [{ kind: 'amount', nth: 0, fen: fen(5) }] });
    await bench.compare();
    const [call] = bench.worklist();
    bench.sides.kit.set({ statement: [] });
    const ruling = { resolution: 'refund', act: { by: 'S1', second: 'S2' }, reason: 'by the book' } as const;
    const ruled = await bench.clock.until(settlements.resolve(call?.id ?? 0, ruling));
    expect(ruled.ok).toBe(true);
    await bench.clock.advance(120_000);
    const report = await bench.compare();
    expect(report).toMatchObject({ state: 'agreed', parts: [{ ours: { count: 3, total: 106_548 }, result: '0' }, {}] });
    expect(store.reconcile.book.refunds(DAY, 'outpatient')).toMatchObject([{ total: -106_548, refund: true }]);
  });
});

describe('another terminal of the institution', () => {
  it('has its own rows in the book: summed, explained, nobody is asked', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    const { kit } = bench.sides;
    const own = kit.ledger.settlements()[0];
    if (own === undefined) throw new Error('nothing settled');
    for (const [index, slot] of ['05', '05', '0Z'].entries()) {
      const msgid = `${own.msgid.slice(0, 26)}${slot}0${index}`;
      const setlId = `${own.setlId.slice(0, -1)}${'XYZ'[index]}`;
      const mdtrtId = `${own.mdtrtId.slice(0, -1)}${'XYZ'[index]}`;
      const visit = kit.ledger.visit(own.mdtrtId);
      if (visit !== null) kit.ledger.addVisit({ ...visit, mdtrtId });
      kit.ledger.addSettlement({ ...own, msgid, setlId, mdtrtId });
    }
    const report = await bench.compare();
    expect(report).toMatchObject({ state: 'explained', rows: [], open: { rows: 0 } });
    expect(report.others).toMatchObject([
      { sender: '05', count: 2, total: 213_096 },
      { sender: '0Z', count: 1, total: 106_548 },
    ]);
    expect(bench.worklist()).toEqual([]);
  });
});

describe('a centre whose file says a thing twice', () => {
  it('is heard, and asks for a person once', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    const { kit } = bench.sides;
    kit.set({ statement: [{ kind: 'amount', nth: 0, fen: fen(9) }] });
    const { ledger } = kit;
    const add = ledger.addFile;
    ledger.addFile = (row) => {
      if (!row.filename.includes('result')) return add(row);
      const text = strFromU8(Object.values(unzipSync(row.content))[0] ?? new Uint8Array());
      add({ ...row, content: zipSync({ 'r.txt': strToU8(text.repeat(2)) }) });
    };
    const report = await bench.compare();
    expect(report.rows.map(({ verdict }) => verdict)).toEqual(['amountDiffers', 'amountDiffers']);
    expect(bench.worklist()).toHaveLength(1);
  });
});
