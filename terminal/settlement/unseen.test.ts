import { afterEach, describe, expect, it } from 'vitest';
import { foundAfterSession } from './testing/late.ts';
import { endAll, start } from './testing/start.ts';

afterEach(endAll);

const PRINTED = { kind: 'printed', printerMs: 1 } as const;

type World = ReturnType<typeof start>;

/** The process dies; the next one takes up what it finds, for ten minutes. */
async function restart(t: World) {
  t.terminal.kill();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const terminal = t.boot();
  terminal.prints.recover();
  await t.clock.until(terminal.settlements.recover());
  await t.quiet();
  return { ...t, terminal };
}

const messageId = ({ terminal }: World): string => terminal.store.settlements.get(1)?.messageId ?? '';
const slip = ({ terminal }: World) =>
  terminal.prints.create({ settlementId: 1, kind: 'settlement', checkCode: 'A'.repeat(16) });
const open = ({ terminal }: World): string[] => terminal.store.worklist.list('open', 9).map(({ kind }) => kind);
const refunds = ({ sides }: World) => sides.kit.ledger.settlements().filter((row) => row.refundOf !== null);

describe('a settlement whose process died before the person was told', () => {
  it('stays settled, the HIS is told, and the work-list shows it, once', async () => {
    const before = start();
    expect((await before.settle()).kind).toBe('settled');
    const t = await restart(before);
    expect(t.terminal.store.settlements.get(1)).toMatchObject({ state: 'settled', unseen: false });
    expect(t.hisRow()?.settlement).not.toBeNull();
    expect(t.terminal.store.worklist.list('open', 9)).toMatchObject([
      { kind: 'settlement-after-session', subject: messageId(t), amountFen: t.total, settlementId: 1 },
    ]);
    expect(t.terminal.audited.filter((code) => code === 'worklist.opened')).toHaveLength(1);
    const later = await restart(t);
    expect(later.terminal.store.worklist.list('all', 9)).toHaveLength(1);
    expect(later.sides.hisStore.bookings().map((entry) => entry.kind)).toEqual(['settled']);
    later.terminal.kill();
  });

  it('calls nobody where the screen has shown it', async () => {
    const before = start();
    await before.settle();
    before.terminal.settlements.seen(messageId(before));
    await before.clock.advance(10);
    const t = await restart(before);
    expect(open(t)).toEqual([]);
    t.terminal.kill();
  });

  it('calls nobody where the printer has acknowledged the slip', async () => {
    const before = start();
    await before.settle();
    before.terminal.prints.finish(slip(before).jobId, PRINTED);
    const t = await restart(before);
    expect(open(t)).toEqual([]);
    t.terminal.kill();
  });

  it.each([
    ['is still on its way', () => {}],
    [
      'did not come out',
      (t: World, jobId: string) => t.terminal.prints.finish(jobId, { kind: 'notPrinted', trouble: 'paperOut' }),
    ],
  ] as const)('a slip that %s tells nobody', async (_what, finish) => {
    const before = start();
    await before.settle();
    finish(before, slip(before).jobId);
    const t = await restart(before);
    expect(open(t)).toContain('settlement-after-session');
    t.terminal.kill();
  });
});

describe('where the profile gives back what nobody saw', () => {
  const options = { foundAfterSession: 'reverse' } as const;

  it('it is settled, told, refunded and told', async () => {
    const before = start(1, options);
    await before.settle();
    const t = await restart(before);
    expect(refunds(t)).toHaveLength(1);
    expect(t.sides.hisStore.bookings().map((entry) => entry.kind)).toEqual(['settled', 'refunded']);
    expect(t.terminal.store.worklist.list('all', 9)).toMatchObject([
      { kind: 'settlement-after-session', resolution: 'ended' },
    ]);
    expect(t.terminal.audited.filter((code) => code === 'refund.begun')).toHaveLength(1);
    t.terminal.kill();
  });

  it('a slip that may be in her hands keeps it: a person looks at both', async () => {
    const before = start(1, options);
    await before.settle();
    slip(before);
    const t = await restart(before);
    expect(refunds(t)).toEqual([]);
    expect(open(t)).toEqual(['print-unknown', 'settlement-after-session']);
    t.terminal.kill();
  });

  it('nobody is told of a success that is being given back', async () => {
    const t = await foundAfterSession(options);
    const told: string[] = [];
    t.terminal.settlements.onResolved((_id, result) => told.push(result.kind));
    await t.quiet();
    expect(refunds(t)).toHaveLength(1);
    expect(told).toEqual([]);
  });
});

describe('while the process lives', () => {
  it('a result that the person left without having seen it is for the work-list', async () => {
    const t = start();
    await t.settle();
    t.terminal.settlements.left(messageId(t));
    t.terminal.settlements.left(messageId(t));
    await t.clock.advance(10);
    expect(open(t)).toEqual(['settlement-after-session']);
    expect(t.terminal.store.settlements.get(1)?.unseen).toBe(false);
  });

  it('one that she saw is not, and no other settlement is ever one of these', async () => {
    const t = start();
    await t.settle();
    t.terminal.settlements.seen(messageId(t));
    t.terminal.settlements.left(messageId(t));
    t.terminal.settlements.left('no such message');
    await t.clock.advance(10);
    expect(open(t)).toEqual([]);
  });

  it('what was unknown and is shown before she has gone ends its own call', async () => {
    const t = await foundAfterSession();
    await t.quiet();
    expect(open(t)).toEqual(['settlement-after-session']);
    t.terminal.settlements.seen(messageId(t));
    await t.clock.advance(10);
    expect(t.terminal.store.worklist.list('all', 9)).toMatchObject([
      { kind: 'settlement-after-session', resolution: 'ended' },
    ]);
  });
});
