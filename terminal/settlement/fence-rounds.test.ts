import { describe, expect, it } from 'vitest';
import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import type { CentreOutcome } from '../gateways/centre/port.ts';
import type { MessageOutcome } from '../store/messages.ts';
import { createFence } from './fence.ts';
import { hedged } from './hedge.ts';
import { done, notSent, refused, silent } from './testing/calls.ts';
import { coreSettings } from './testing/core-deps.ts';
import { settlementKit, WAITS } from './testing/settlement.ts';

const MINUTE = 60_000;
/** A copy that nobody answered may be under way for so long; before people decide, for longer. */
const UNDER_WAY = 2 * MINUTE;
const GONE_AFTER = 5 * MINUTE;
const reversed = done<'2601'>({} as CentreOutput<'2601'>);
const already = refused('原交易已冲正');
const never = refused('未找到原交易');
const busy = refused('系统繁忙');

/** One 2601 whose copies are answered as they are told to: after so many ms, or never. */
function make(...answers: readonly (readonly [afterMs: number, outcome: CentreOutcome<never> | typeof reversed])[]) {
  const centre = {
    ...coreSettings.centre,
    reversalDoneTexts: ['已冲正', '未找到原交易'],
    reversalNothingTexts: ['未找到原交易'],
    strayMs: 300_000,
  };
  const kit = settlementKit(() => silent, { centre });
  const { clock, deps, store } = kit;
  const copies: number[] = [];
  const bytes: string[] = [];
  const send = (async ({ bytes: body }: { bytes: Uint8Array }) => {
    bytes.push(new TextDecoder().decode(body));
    const [afterMs, outcome] = answers[copies.push(clock.monotonic()) - 1] ?? [Number.POSITIVE_INFINITY, silent];
    if (afterMs === Number.POSITIVE_INFINITY) return new Promise(() => undefined);
    await new Promise<void>((resolve) => void clock.after(afterMs, () => resolve()));
    return outcome;
  }) as typeof deps.centre.send;
  const { calls } = settlementKitCalls(kit, send);
  const fence = createFence(deps, calls);
  const write = (infno: '2601' | '2207' = '2601') =>
    store.transaction(() => {
      const messageId = store.messages.nextId('H99010000001', 7, clock.now());
      return store.messages.insert({
        messageId,
        infno,
        visitId: 1,
        request: new TextEncoder().encode('2601!'),
        nowMs: 0,
      });
    });
  const row = write();
  const round = async () => {
    const sent = await clock.until(fence.send(row));
    store.transaction(sent.keep);
    return { event: sent.event, nothing: sent.nothing };
  };
  const keep = (outcome: MessageOutcome, reason: string | null) =>
    store.transaction(() => store.messages.answered(row, { outcome, reason, reply: null, nowMs: 0 }));
  return { ...kit, fence, row, round, copies, bytes, keep };
}

/** The way to the centre of a kit, with another network. */
function settlementKitCalls(kit: ReturnType<typeof settlementKit>, send: (typeof kit.deps.centre)['send']) {
  const persistOnce: (typeof kit.calls)['send'] = async (written) => {
    const outcome = await send(written.request);
    return {
      outcome,
      keep: () => {
        const reason = outcome.kind === 'refused' ? `-1 ${outcome.message}` : null;
        kit.store.messages.answered(written.row, { outcome: outcome.kind, reason, reply: null, nowMs: 0 });
      },
    };
  };
  const forgotten: string[] = [];
  const calls = {
    ...kit.calls,
    persist: ((written, ends = () => true) =>
      hedged(
        kit.clock,
        { everyMs: WAITS.hedgeMs, most: 4 },
        () => persistOnce(written),
        ({ outcome }) => ends(outcome),
      )) as (typeof kit.calls)['persist'],
    forgetSignIn: () => void forgotten.push('sign-in'),
  };
  return { calls, forgotten };
}

describe('a round of a 2601', () => {
  it('is over when it is done, and the answer is kept', async () => {
    const f = make([40, reversed]);
    expect(await f.round()).toEqual({ event: 'fenced', nothing: false });
    expect(f.bytes).toEqual(['2601!']);
    expect(f.store.messages.get(f.row)?.outcome).toBe('ok');
    expect(f.fence.isDone(f.row)).toBe(true);
  });

  it('is over where the centre says that there is nothing to do any more', async () => {
    const f = make([40, already]);
    f.fence.made(f.row);
    expect(await f.round()).toEqual({ event: 'fenced', nothing: false });
    expect(f.fence.isDone(f.row)).toBe(true);
  });

  it.each([
    ['this process has made it, and this was its only copy', true, 40, true],
    ['another process may have sent it', false, 40, false],
    ['another copy went out beside it', true, WAITS.hedgeMs, false],
  ])('shows that the message never was there where %s', async (_words, made, afterMs, nothing) => {
    const f = make([afterMs, never]);
    if (made) f.fence.made(f.row);
    expect(await f.round()).toEqual({ event: 'fenced', nothing });
  });

  it.each([
    ['nobody answers', silent],
    ['it does not leave', notSent],
  ])('comes to nothing where %s', async (_words, outcome) => {
    const f = make([40, outcome]);
    expect(await f.round()).toEqual({ event: 'fenceFailed', nothing: false });
    expect(f.fence.isDone(f.row)).toBe(false);
  });

  it('is waited for while copies of it are out, and any of them may be the answer', async () => {
    const f = make([30_000, silent], [Number.POSITIVE_INFINITY, silent], [40, reversed]);
    expect(await f.round()).toEqual({ event: 'fenced', nothing: false });
    expect(f.copies).toEqual([0, WAITS.hedgeMs, 2 * WAITS.hedgeMs]);
  });

  it('is shared by those who send the same one at the same time; the next one is another round', async () => {
    const f = make([40, silent], [40, reversed]);
    const [first, second] = [f.fence.send(f.row), f.fence.send(f.row)];
    expect(second).toBe(first);
    await f.clock.until(first);
    expect(f.copies).toHaveLength(1);
    expect((await f.round()).event).toBe('fenced');
  });
});

describe('a refusal of a 2601', () => {
  it('is believed where no copy of it can be under way', async () => {
    const f = make([40, busy]);
    f.fence.made(f.row);
    expect(await f.round()).toEqual({ event: 'fenceRefused', nothing: false });
    expect(f.fence.isDone(f.row)).toBe(false);
  });

  it('is not believed for two minutes where another process may have sent it', async () => {
    const f = make([40, busy], [40, busy], [40, busy]);
    expect((await f.round()).event).toBe('fenceFailed');
    await f.clock.advance(UNDER_WAY - 81);
    expect((await f.round()).event).toBe('fenceFailed');
    expect((await f.round()).event).toBe('fenceRefused');
  });

  it('is not believed for two minutes after a copy of it went unanswered', async () => {
    const f = make([40, silent], [40, busy], [40, busy]);
    f.fence.made(f.row);
    await f.round();
    expect((await f.round()).event).toBe('fenceFailed');
    await f.clock.advance(UNDER_WAY);
    expect((await f.round()).event).toBe('fenceRefused');
  });
});

describe('whether a 2601 is done', () => {
  it.each([
    [null, null, false],
    ['ok', null, true],
    ['refused', '-1 原交易已冲正', true],
    ['refused', '-1 系统繁忙', false],
    ['refused', null, false],
    ['unknown', '原交易已冲正', false],
  ] as const)('%s %s: %s', (outcome, reason, isDone) => {
    const f = make();
    if (outcome !== null) f.keep(outcome, reason);
    expect(f.fence.isDone(f.row)).toBe(isDone);
  });

  it('there is none to be done where none was made', () => {
    expect(make().fence.isDone(null)).toBe(false);
  });
});

describe('whether a copy may still arrive', () => {
  it('not where there never was a 2601', () => {
    expect(make().fence.mayArrive(9)).toBe(false);
  });

  it('for five minutes after this process began: one before it may have sent some', async () => {
    const f = make();
    await f.clock.advance(GONE_AFTER - 1);
    expect(f.fence.mayArrive(1)).toBe(true);
    await f.clock.advance(1);
    expect(f.fence.mayArrive(1)).toBe(false);
  });

  it('while one is being sent', async () => {
    const f = make([40, reversed], [40, reversed]);
    await f.clock.advance(GONE_AFTER);
    const round = f.round();
    expect(f.fence.mayArrive(1)).toBe(true);
    await round;
    expect(f.fence.mayArrive(1)).toBe(false);
  });

  it('for five minutes after one went unanswered', async () => {
    const f = make([40, silent]);
    await f.clock.advance(GONE_AFTER);
    await f.round();
    expect(f.fence.mayArrive(1)).toBe(true);
    await f.clock.advance(GONE_AFTER);
    expect(f.fence.mayArrive(1)).toBe(false);
  });

  it('for five minutes after others went out beside the one that was answered', async () => {
    const f = make([WAITS.hedgeMs, reversed]);
    await f.clock.advance(GONE_AFTER);
    await f.round();
    expect(f.fence.mayArrive(1)).toBe(true);
    await f.clock.advance(GONE_AFTER);
    expect(f.fence.mayArrive(1)).toBe(false);
  });
});
