import { afterEach, describe, expect, it } from 'vitest';
import { instead, refuses } from './testing/failing.ts';
import { endAll, start } from './testing/start.ts';
import { firstSettlement } from './testing/unanswered.ts';

afterEach(endAll);

type World = ReturnType<typeof start>;

const REVERSE = { foundAfterSession: 'reverse' } as const;
const messageId = (t: World): string => firstSettlement(t)?.messageId ?? '';
const open = ({ terminal }: World): string[] => terminal.store.worklist.list('open', 9).map(({ kind }) => kind);
const refunds = ({ sides }: World) => sides.kit.ledger.settlements().filter((row) => row.refundOf !== null);

async function paid(options: Parameters<typeof start>[1] = REVERSE): Promise<World> {
  const t = start(1, options);
  expect((await t.settle()).kind).toBe('settled');
  return t;
}

/** The journal goes and comes back in the same process, with another core over it; `between` comes while there is none. */
async function remade(t: World, between: () => void = () => {}): Promise<World> {
  t.terminal.kill();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  between();
  const terminal = t.boot(undefined, {}, {}, t.terminal.audience);
  await t.clock.until(terminal.settlements.recover());
  await t.quiet();
  return { ...t, terminal };
}

describe('a journal that goes and comes back while somebody stands on her success', () => {
  it('gives nothing back behind her slip, which waits for the printer still', async () => {
    const t = await remade(await paid());
    expect(refunds(t)).toEqual([]);
    expect(open(t)).toEqual([]);
    const { jobId, copy } = t.terminal.prints.create({
      settlementId: 1,
      kind: 'settlement',
      checkCode: 'A'.repeat(16),
    });
    t.terminal.prints.finish(jobId, { kind: 'printed', printerMs: 1 });
    t.terminal.settlements.left(messageId(t));
    await t.quiet();
    expect(copy).toBe(0);
    expect([refunds(t), open(t)]).toEqual([[], []]);
    t.terminal.kill();
  });

  it('remembers that she has seen it, though nothing could be written just then', async () => {
    const before = await paid();
    const id = messageId(before);
    const t = await remade(before, () => before.terminal.settlements.seen(id));
    expect(firstSettlement(t)?.unseen).toBe(false);
    t.terminal.settlements.left(id);
    await t.quiet();
    expect([refunds(t), open(t)]).toEqual([[], []]);
    t.terminal.kill();
  });

  it.each([
    ['while there was no core', true],
    ['after it', false],
  ])('gives it back where she leaves it unseen %s', async (_when, isBetween) => {
    const before = await paid();
    const id = messageId(before);
    const t = await remade(before, () => {
      if (isBetween) before.terminal.settlements.left(id);
    });
    if (!isBetween) {
      expect(refunds(t)).toEqual([]);
      t.terminal.settlements.left(id);
      await t.quiet();
    }
    expect(refunds(t)).toHaveLength(1);
    t.terminal.kill();
  });

  it('another process knows of nobody', async () => {
    const before = await paid();
    before.terminal.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const t = { ...before, terminal: before.boot() };
    await t.clock.until(t.terminal.settlements.recover());
    await t.quiet();
    expect(refunds(t)).toHaveLength(1);
    t.terminal.kill();
  });
});

describe('a disk that refuses the note of who saw it', () => {
  it.each([REVERSE, { foundAfterSession: 'keep' } as const])(
    'does not turn it round: she left after she had seen it (%o)',
    async (options) => {
      const t = await paid(options);
      const again = instead(t.terminal.store, 'transaction', refuses);
      t.terminal.settlements.seen(messageId(t));
      await t.clock.advance(3000);
      again();
      t.terminal.settlements.left(messageId(t));
      await t.clock.advance(10);
      expect(firstSettlement(t)?.unseen).toBe(false);
      await t.quiet();
      expect([refunds(t), open(t)]).toEqual([[], []]);
    },
  );

  it('does not hide that she left it unseen', async () => {
    const t = await paid();
    const again = instead(t.terminal.store, 'transaction', refuses);
    t.terminal.settlements.left(messageId(t));
    await t.clock.advance(3000);
    again();
    await t.quiet();
    expect(refunds(t)).toHaveLength(1);
  });
});

describe('a screen whose word comes when it is being given back already', () => {
  it('leaves the call open until the money is back: what she has read is not true any more', async () => {
    const t = await paid();
    let isLost = true;
    t.sides.forecast = (to, what) => (isLost && to === 'centre' && what === '2208' ? 'lostBefore' : 'fine');
    t.terminal.settlements.left(messageId(t));
    t.terminal.settlements.seen(messageId(t));
    await t.clock.advance(1000);
    expect(t.terminal.store.refunds.open()).toHaveLength(1);
    expect(open(t)).toContain('settlement-after-session');
    isLost = false;
    await t.quiet();
    expect(refunds(t)).toHaveLength(1);
    expect(open(t)).toEqual([]);
  });

  it('ends it where the refund was given up by people: it stands', async () => {
    const t = await paid();
    t.terminal.settlements.left(messageId(t));
    await t.clock.advance(1);
    t.terminal.store.transaction(() => t.terminal.store.refunds.change(1, { state: 'kept' }, t.clock.now()));
    t.terminal.settlements.seen(messageId(t));
    await t.clock.advance(1);
    expect(open(t)).toEqual([]);
  });
});
