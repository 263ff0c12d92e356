import { afterEach, describe, expect, it } from 'vitest';
import { endAll } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import type { BilledPerson, Billing } from './port.ts';
import { billingBench } from './testing/bench.ts';

afterEach(endAll);

const nothing = () => undefined;
type Bench = ReturnType<typeof billingBench>;
const his = (bench: Bench): Billing => bench.room.for({ kind: 'client', name: 'his' });
const desk = (bench: Bench): Billing => bench.room.for({ kind: 'desk' });
const meet = async (bench: Bench, billing: Billing): Promise<BilledPerson> => {
  const met = await bench.clock.until(billing.person());
  if (!met.ok) throw new Error(met.error.code);
  return met.value;
};
const prepare = (bench: Bench, billing: Billing, ref: string, id?: string) =>
  bench.clock.until(billing.prepare({ ref, encounter: encounter(id), useAccount: true, onStep: nothing }));

describe('the balance of a person whose card stays', () => {
  it('is asked for again after her account has paid, for every caller, under the same reference', async () => {
    const bench = billingBench();
    const [mine, theirs] = [await meet(bench, his(bench)), await meet(bench, desk(bench))];
    const asked = bench.sent('1101').length;
    await meet(bench, his(bench));
    expect(bench.sent('1101')).toHaveLength(asked);
    const quote = await prepare(bench, his(bench), mine.ref);
    if (!quote.ok) throw new Error(quote.error.code);
    await bench.clock.until(his(bench).settle(quote.value.id, nothing));
    const [after, over] = [await meet(bench, his(bench)), await meet(bench, desk(bench))];
    expect([after.ref, over.ref]).toEqual([mine.ref, theirs.ref]);
    expect(quote.value.split.account).toBeGreaterThan(0);
    expect(after.balance).toBe(mine.balance - quote.value.split.account);
    expect(over.balance).toBe(after.balance);
    expect(bench.sent('1101')).toHaveLength(asked + 2);
  });

  it('is asked for again, the card read anew, before the next bill of a person of whom nobody asked', async () => {
    const bench = billingBench();
    const { ref } = await meet(bench, his(bench));
    const first = await prepare(bench, his(bench), ref);
    if (!first.ok) throw new Error(first.error.code);
    await bench.clock.until(his(bench).settle(first.value.id, nothing));
    const [asked, read] = [bench.sent('1101').length, bench.reads()];
    expect(await prepare(bench, his(bench), ref, 'MZ-NEXT')).toMatchObject({ ok: true });
    expect([bench.sent('1101').length, bench.reads()]).toEqual([asked + 1, read + 1]);
  });

  it('another card in its place is not hers, though the reader has not said so yet', async () => {
    const bench = billingBench();
    const { ref } = await meet(bench, his(bench));
    const first = await prepare(bench, his(bench), ref);
    if (!first.ok) throw new Error(first.error.code);
    await bench.clock.until(his(bench).settle(first.value.id, nothing));
    bench.setName('李大山');
    expect(await prepare(bench, his(bench), ref, 'MZ-NEXT')).toMatchObject({
      ok: false,
      error: { code: 'PERSON_GONE' },
    });
    expect(bench.sent('2201')).toHaveLength(1);
  });

  it('is asked for again where the centre says that it is another now, and the same bill then goes', async () => {
    const bench = billingBench();
    const { ref } = await meet(bench, his(bench));
    const said = '账户余额发生变化，请重新刷卡';
    bench.sides.mutate = (infno, text) =>
      infno === '2206' ? JSON.stringify({ ...JSON.parse(text), infcode: '-1', err_msg: said, output: null }) : text;
    expect(await prepare(bench, his(bench), ref)).toMatchObject({
      ok: false,
      error: { code: 'CENTRE_BALANCE_CHANGED', reason: said },
    });
    bench.sides.mutate = (_infno, text) => text;
    const [asked, read] = [bench.sent('1101').length, bench.reads()];
    expect(await prepare(bench, his(bench), ref)).toMatchObject({ ok: true });
    expect([bench.sent('1101').length, bench.reads()]).toEqual([asked + 1, read + 1]);
  });

  it('a card that is put in while the centre is asked is not told as hers', async () => {
    const bench = billingBench();
    const { ref } = await meet(bench, his(bench));
    const quote = await prepare(bench, his(bench), ref);
    if (!quote.ok) throw new Error(quote.error.code);
    await bench.clock.until(his(bench).settle(quote.value.id, nothing));
    bench.sides.mutate = (infno, text) => {
      if (infno === '1101') {
        bench.setCard({ kind: 'empty', reader: 'R' });
        bench.setName('李大山');
        bench.setCard({ kind: 'present', reader: 'R', generation: 2, atr: '3B6D' });
      }
      return text;
    };
    expect(await bench.clock.until(his(bench).person())).toMatchObject({ ok: false, error: { code: 'PERSON_GONE' } });
    expect(await his(bench).reveal(ref)).toBeNull();
  });
});
