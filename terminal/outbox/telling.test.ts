import { afterEach, describe, expect, it } from 'vitest';
import { endAll, start } from '../settlement/testing/start.ts';
import type { Delivery } from './sink.ts';
import { all } from './testing/pump.ts';
import { makeQueue } from './testing/queue.ts';

afterEach(endAll);

const dead = (reason: string): Delivery => ({ kind: 'answered', verdicts: [{ kind: 'dead', reason }] });

describe('a settlement that the HIS has taken', () => {
  it('is told to the operator at once, in words and on record, also where the journal has no such settlement', async () => {
    const q = makeQueue();
    q.tellHis('E1', { messageId: 'M1' }, 'settled');
    await q.outbox.flush();
    expect(q.calls.map(({ to, rows }) => [to, rows])).toEqual([
      ['his', ['settled E1']],
      ['operator', ['his-notified E1']],
    ]);
    expect(q.outbox.list(1)[0]?.body).toEqual({ messageId: 'M1', encounterId: 'E1', answer: 'stored' });
    expect(q.audited).toContainEqual({ act: 'his.notified', messageId: 'M1', answer: 'stored' });
  });

  it('is in nobody’s way any more', async () => {
    const t = start();
    let told = false;
    t.sides.forecast = (to, what) => (to === 'his' && what === 'settled' && !told ? 'notSent' : 'fine');
    expect((await t.settle()).kind).toBe('settled');
    expect(t.terminal.store.settlements.live('OP20260302001')).not.toBeNull();
    told = true;
    await t.quiet();
    expect(t.terminal.store.settlements.live('OP20260302001')).toBeNull();
  });

  it('other news of the HIS and of the operator is no such news', async () => {
    const q = makeQueue();
    q.tellHis('E1', { messageId: 'M1' });
    q.tell('E1', { messageId: 'M1' });
    await q.outbox.flush();
    expect(q.calls).toHaveLength(2);
    expect(q.audited.filter((one) => Reflect.get(one, 'act') === 'his.notified')).toEqual([]);
  });

  it('a row of the operator’s that is called the same is no such news either', async () => {
    const q = makeQueue();
    const row = { key: 'a'.repeat(32), kind: 'settled', group: 'E1', body: {}, occurredAt: '', nowMs: q.clock.now() };
    q.store.transaction(() => q.store.outbox.insert({ ...row, destination: 'operator' }));
    await q.outbox.flush();
    expect(q.calls).toHaveLength(1);
  });
});

describe('a row that will never be taken', () => {
  it('comes onto the work-list with what is known of it, and the operator is told', async () => {
    const q = makeQueue();
    q.answers.his = () => dead(`HIS: ${'x'.repeat(500)}`);
    q.tellHis('E1', { messageId: 'M1', encounterId: 'E1' }, 'settled');
    await q.outbox.flush();
    expect(q.work()).toMatchObject([
      {
        kind: 'row-dead',
        subject: 'queue row 1',
        encounterId: 'E1',
        settlementId: null,
        amountFen: null,
        detail: {
          row: 1,
          destination: 'his',
          call: 'settled',
          messageId: 'M1',
          reason: `HIS: ${'x'.repeat(395)}`,
        },
      },
    ]);
    expect(q.calls.map(({ to, rows }) => [to, rows])).toEqual([
      ['his', ['settled E1']],
      ['operator', ['worklist E1']],
    ]);
  });

  it('says nothing of what it does not know', async () => {
    const q = makeQueue();
    q.answers.his = () => dead('HIS: notFound');
    q.tellHis('E1', { messageId: 7, encounterId: null });
    await q.outbox.flush();
    expect(q.work()).toMatchObject([{ encounterId: null, detail: { messageId: null } }]);
  });

  it('of the operator’s own is not told to him, who might not take that either', async () => {
    const q = makeQueue();
    q.answers.operator = (rows) => (rows[0]?.kind === 'fault' ? dead('rejected') : all(rows, 0));
    q.tell('E1');
    await q.outbox.flush();
    expect(q.work()).toMatchObject([{ kind: 'row-dead', detail: { destination: 'operator', call: 'fault' } }]);
    expect(q.calls).toHaveLength(1);
    expect(q.outbox.undelivered()).toBe(0);
  });

  it.each([
    ['as it was confirmed', 1],
    ['as it was shown, where nothing is confirmed', 0],
  ])('of a settlement names it and its sum, %s', async (_words, confirmed) => {
    const t = start();
    expect((await t.settle()).kind).toBe('settled');
    await t.quiet();
    const { store, outbox } = t.terminal;
    const row = store.settlements.get(1);
    if (row === null) throw new Error('no settlement');
    const shown = { ...row.splitShown, total: row.splitShown.total + 1 };
    const { byMessageId } = store.settlements;
    Object.assign(store.settlements, {
      byMessageId: (id: string) =>
        id === row.messageId
          ? { ...row, splitShown: shown, splitSettled: confirmed === 1 ? row.splitSettled : null }
          : byMessageId(id),
    });
    t.sides.his.deliver = async () => ({
      ok: false,
      error: { kind: 'refused', status: 422, about: 'content', detail: 'no' },
    });
    const body = { ...outbox.list(99).find(({ kind }) => kind === 'settled')?.body };
    store.transaction(() => outbox.enqueue({ destination: 'his', kind: 'settled', group: 'E9', body }));
    await t.clock.until(outbox.flush());
    expect(store.worklist.list('open', 9)).toMatchObject([
      {
        kind: 'row-dead',
        encounterId: 'OP20260302001',
        settlementId: 1,
        amountFen: confirmed === 1 ? t.total : t.total + 1,
        detail: { messageId: row.messageId, reason: 'no' },
      },
    ]);
  });
});
