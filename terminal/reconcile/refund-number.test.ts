import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { stayEncounter } from '../settlement/testing/stay.ts';
import { type Bench, DAY, makeBench } from './testing/bench.ts';

let bench: Bench;
afterEach(() => bench.end());

const NEXT = '2026-03-03';

/** OP1, or a stay, is settled and given back; the centre's answer to the 2208 or 2305 is lost, and 5203 says so. */
async function givenBack({
  encounter = 'OP1',
  at = 0,
}: {
  encounter?: Parameters<Bench['settle']>[0];
  at?: number;
} = {}) {
  bench = makeBench();
  const done = await bench.settle(encounter);
  if (done.kind !== 'settled') throw new Error(done.kind);
  await bench.clock.advance(at);
  let lost = false;
  bench.sides.forecast = (to, what) => {
    if (to !== 'centre' || lost || (what !== '2208' && what !== '2305')) return 'fine';
    lost = true;
    return 'lostAfter';
  };
  const { settlements, store } = bench.terminal();
  const refunded = await bench.clock.until(settlements.refund(done.settled.messageId, { by: 'S1' }, 120_000));
  expect(refunded.kind).toBe('refunded');
  const refund = () => store.refunds.ofSettlement(1);
  expect(refund()).toMatchObject({ foundBy: '5203', refundSetlId: null });
  const row = bench.sides.kit.ledger.settlements().find(({ refundOf }) => refundOf !== null);
  if (row === undefined) throw new Error('not given back');
  return { refund, row };
}

describe('a refund whose answer was lost', () => {
  it.each([
    ['a visit', 'OP1'],
    ['a stay', stayEncounter()],
  ] as const)(
    'of %s has its number from the books of its day, and from then on they agree',
    async (_what, encounter) => {
      const t = await givenBack({ encounter });
      const first = await bench.compare();
      expect(first).toMatchObject({ state: 'explained', rows: [{ verdict: 'takenUp', refund: true, worklist: null }] });
      expect(t.refund()).toMatchObject({ refundSetlId: t.row.setlId, foundBy: '5203' });
      expect(bench.audited).toContain('reconcile.refund-number');
      const again = await bench.compare();
      expect(again).toMatchObject({ state: 'agreed', rows: [] });
      expect(again.parts.some(({ ours }) => ours.count === 2 && ours.total === 0)).toBe(true);
      // Nobody was told anything twice.
      await bench.clock.advance(600_000);
      expect(bench.sides.operatorStore.all().filter(({ kind }) => kind === 'refund')).toHaveLength(1);
    },
  );

  it('found after midnight, it counts on the day of the centre, by the time that 5203 gives for it', async () => {
    // Settled at nine; the 2208 goes at 23:59:50, and 5203 is heard a minute later.
    const t = await givenBack({ at: 14 * 3_600_000 + 59 * 60_000 + 40_000 });
    expect([t.row.settledAt.slice(0, 10), t.refund()?.refundedAt?.slice(0, 10)]).toEqual([DAY, NEXT]);
    expect(await bench.compare()).toMatchObject({ state: 'explained', rows: [{ verdict: 'otherDay' }] });
    expect(t.refund()).toMatchObject({ refundSetlId: t.row.setlId, refundedAt: t.row.settledAt });
    expect((await bench.compare()).state).toBe('agreed');
    expect((await bench.compare(NEXT)).state).toBe('agreed');
  });
});

/** The result file with the refund's row changed; cells: psn_no, mdtrt_id, setl_id, msgid, result, refund, memo, amounts. */
function bendRefund(bend: (cells: string[]) => string[]): void {
  const { ledger } = bench.sides.kit;
  const add = ledger.addFile;
  ledger.addFile = (row) => {
    if (!row.filename.includes('result')) return add(row);
    const text = strFromU8(Object.values(unzipSync(row.content))[0] ?? new Uint8Array());
    const lines = text.split('\n').map((line) => line.split('\t'));
    const bent = lines.map((cells) => (cells[5] === '1' ? bend(cells) : cells).join('\t')).join('\n');
    add({ ...row, content: zipSync({ 'r.txt': strToU8(bent) }) });
  };
}

const other = 'H99010000009202603020900000500';

describe('a row that may be something else teaches nothing', () => {
  it.each([
    ['other figures', (cells: string[]) => cells.with(7, '-1.00')],
    ['the settlement’s own number', (cells: string[], own: string) => cells.with(2, own)],
    ['no figures, and another sender’s message', (cells: string[]) => cells.slice(0, 7).with(3, other)],
    ['another visit', (cells: string[]) => cells.with(1, '').with(3, other)],
  ])('%s', async (_what, bend) => {
    const t = await givenBack();
    const own = bench.sides.kit.ledger.settlements().find(({ refundOf }) => refundOf === null)?.setlId ?? '';
    bendRefund((cells) => bend(cells, own));
    await bench.compare();
    expect(t.refund()?.refundSetlId).toBeNull();
  });

  it('without figures it does where it bears one of our messages', async () => {
    const t = await givenBack();
    bendRefund((cells) => cells.slice(0, 7));
    await bench.compare();
    expect(t.refund()?.refundSetlId).toBe(t.row.setlId);
  });

  it('with another sender’s message it does where visit and every fen are those of the one refund there is', async () => {
    const t = await givenBack();
    bendRefund((cells) => cells.with(3, other));
    await bench.compare();
    expect(t.refund()?.refundSetlId).toBe(t.row.setlId);
  });
});
