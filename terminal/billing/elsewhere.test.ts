import { afterEach, describe, expect, it } from 'vitest';
import { refundInput } from '../settlement/inputs.ts';
import { visitOf } from '../settlement/sighting.ts';
import { endAll } from '../settlement/testing/start.ts';
import { stayEncounter } from '../settlement/testing/stay.ts';
import { encounter } from '../settlement/testing/world.ts';
import { about } from '../settlement/undo.ts';
import { billingBench } from './testing/bench.ts';
import { callers, codeOf } from './testing/callers.ts';

afterEach(endAll);

/** Client A has settled its bill here; somebody else gives it back at the centre, without this terminal's knowing. */
async function paid(asked = encounter()) {
  const bench = billingBench({ place: { memory: true } });
  const all = callers(bench);
  const a = all.client('a');
  const done = await a.pay(asked);
  if (done.kind !== 'settled') throw new Error(done.kind);
  await bench.quiet();
  const { store } = bench.terminal;
  const row = () => {
    const found = store.settlements.byMessageId(done.value.messageId);
    if (found === null) throw new Error('not settled');
    return found;
  };
  const giveBackElsewhere = async (): Promise<void> => {
    const { setlId } = row();
    const visit = visitOf({ store }, row().visitId);
    const { calls } = bench.terminal.settlements.books;
    const infno = visit.form === 'inpatient' ? '2305' : '2208';
    const input = refundInput(visit, visit.mdtrtId, setlId ?? '');
    const answer = await bench.clock.until(calls.ask(infno, about(visit), input));
    if (!answer.ok || answer.value.kind !== 'ok') throw new Error('not given back');
  };
  const heard = (client: string): readonly string[] =>
    store.clientNotices.list(client, 0, 20, true).map(({ kind }) => kind);
  const refund = () => store.refunds.ofSettlement(row().id);
  const standing = () =>
    bench.sides.kit.ledger.settlements().filter((one) => one.refundOf === null && one.state === 'settled').length;
  return { ...all, bench, a, asked, row, giveBackElsewhere, heard, refund, standing, messageId: done.value.messageId };
}

describe('a settlement that was given back elsewhere', () => {
  it('is so here once its client bills the encounter again: it hears of it, and the new bill is paid', async () => {
    const t = await paid();
    await t.giveBackElsewhere();
    expect((await t.a.pay()).kind).toBe('settled');
    await t.bench.quiet();
    expect(t.heard('a')).toEqual(['settled', 'refunded', 'settled']);
    expect(t.refund()).toMatchObject({ state: 'done', foundBy: '5203', by: null, messageId: null, tries: 0 });
    expect([t.standing(), t.bench.sent('2208').length]).toEqual([1, 1]);
    expect(t.bench.records().filter((kind) => kind === 'refund')).toHaveLength(1);
  });

  it('is so for whoever comes with the encounter, and told to who brought it', async () => {
    const t = await paid();
    await t.giveBackElsewhere();
    expect((await t.client('b').pay()).kind).toBe('settled');
    await t.bench.quiet();
    expect([t.heard('a'), t.heard('b')]).toEqual([['settled', 'refunded'], ['settled']]);
    expect(t.standing()).toBe(1);
  });

  it('of a stay: its settlement alone, and the stay is billed anew', async () => {
    const t = await paid(stayEncounter());
    await t.giveBackElsewhere();
    expect((await t.a.pay(t.asked)).kind).toBe('settled');
    await t.bench.quiet();
    expect(t.refund()).toMatchObject({ state: 'done', until: 'settlement' });
    expect([t.standing(), t.bench.sent('2305').length, t.bench.sent('2401').length]).toEqual([1, 1, 1]);
  });

  it('of a stay: who wants the person back in hospital is not told that it is settled', async () => {
    const t = await paid(stayEncounter());
    await t.giveBackElsewhere();
    const { encounterId } = t.asked;
    expect(await t.bench.clock.until(t.a.billing().stay.undoDischarge(encounterId))).toMatchObject({ ok: true });
    await t.bench.quiet();
    expect([t.heard('a'), t.bench.sent('2405').length]).toEqual([['settled', 'refunded'], 1]);
  });

  it('survives a death at any commit of its taking up: no 2208 is made of it', async () => {
    for (let nth = 1; nth <= 6; nth++) {
      const t = await paid();
      await t.giveBackElsewhere();
      let left = Number.POSITIVE_INFINITY;
      await t.bench.restart({ onCommit: () => (--left === 0 ? 'after' : 'go') });
      const quote = t.client('b').meet();
      await quote;
      left = nth;
      void t
        .client('b')
        .prepare()
        .catch(() => undefined);
      await t.bench.clock.advance(60_000);
      await t.bench.restart();
      await t.bench.clock.until(t.bench.terminal.settlements.recover());
      await t.bench.quiet();
      expect(t.bench.sent('2208')).toHaveLength(1);
      expect((await t.client('b').pay()).kind).toBe('settled');
      expect(t.standing()).toBe(1);
      endAll();
    }
  });
});

describe('what 5203 does not show as given back', () => {
  it('is paid: nothing is taken up, and nothing is sent but the question', async () => {
    const t = await paid();
    const before = t.bench.sides.arrived.length;
    expect(codeOf(await t.client('b').prepare())).toBe('HIS_NOTHING_UNPAID');
    const asked = t.bench.sides.arrived.slice(before).map(({ infno }) => infno);
    expect(asked.filter((infno) => !['1101', '9001'].includes(infno))).toEqual(['5203']);
    expect([t.refund(), t.standing(), t.heard('a')]).toEqual([null, 1, ['settled']]);
  });

  it('of a stay is settled: nothing of it is changed', async () => {
    const t = await paid(stayEncounter());
    const { encounterId } = t.asked;
    const undone = await t.bench.clock.until(t.a.billing().stay.undoDischarge(encounterId));
    expect(codeOf(undone)).toBe('STAY_SETTLED');
    expect([t.refund(), t.bench.sent('2405').length]).toEqual([null, 0]);
  });

  it.each(['lostBefore', 'status', 'notSent'] as const)('is paid where nothing is heard (%s)', async (weather) => {
    const t = await paid();
    await t.giveBackElsewhere();
    t.bench.sides.forecast = (to, what) => (to === 'centre' && what === '5203' ? weather : 'fine');
    expect(codeOf(await t.client('b').prepare())).toBe('HIS_NOTHING_UNPAID');
    expect([t.refund(), t.heard('a')]).toEqual([null, ['settled']]);
  });

  it('is paid where the answer is about another settlement', async () => {
    const t = await paid();
    await t.giveBackElsewhere();
    t.bench.sides.mutate = (infno, text) =>
      infno === '5203' ? text.replace(new RegExp(`"setl_id":"${t.row().setlId}"`, 'g'), '"setl_id":"S9"') : text;
    expect(codeOf(await t.client('b').prepare())).toBe('HIS_NOTHING_UNPAID');
    expect([t.refund(), t.heard('a')]).toEqual([null, ['settled']]);
  });
});
