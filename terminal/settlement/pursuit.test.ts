import { describe, expect, it } from 'vitest';
import { settledSchema } from '../../common/contracts/centre/settlement-output.ts';
import type { MessageOutcome } from '../store/messages.ts';
import type { SettlementChange } from '../store/settlements.ts';
import type { FenceRound } from './fence.ts';
import { createLife } from './life.ts';
import { createPursuit } from './pursuit.ts';
import type { Sighting } from './sighting.ts';
import { done, notSent, refused, silent } from './testing/calls.ts';
import { coreSettings } from './testing/core-deps.ts';
import { CONFIRMED, settlementKit, TOTAL, WAITS } from './testing/settlement.ts';
import { createApply } from './transition.ts';

const seen = { setlId: 'S1', total: TOTAL, why: null };
const FOUND: Sighting = { kind: 'found', confirmed: { ...CONFIRMED, foundBy: '5203' }, seen };
const UNSOUND: Sighting = { kind: 'unsound', seen: { ...seen, why: 'CENTRE_MONEY_MISMATCH' } };
const MISSING: Sighting = { kind: 'missing' };
const REFUNDED: Sighting = { kind: 'refunded' };
const REFUSED: Sighting = { kind: 'refused' };
const SILENT: Sighting = { kind: 'silent' };

interface Other {
  readonly answer?: Parameters<typeof settlementKit>[0];
  readonly needsSetlId?: boolean;
  /** What each look shows, one after the other; the last one again and again. */
  readonly looks?: readonly Sighting[];
  readonly rounds?: readonly (readonly [FenceRound['event'], nothing?: boolean])[];
  readonly change?: SettlementChange;
  readonly onLook?: (stop: () => void) => void;
}

/** The pursuit of one settlement, whose 5203 and 2601 end as they are told to. */
function make({ answer, needsSetlId = false, looks = [], rounds = [], change = {}, onLook }: Other = {}) {
  const centre = { ...coreSettings.centre, settlementQueryNeedsSetlId: needsSetlId };
  const kit = settlementKit(answer, { centre });
  const { deps, calls, notices, staff, store, clock } = kit;
  const life = createLife(clock);
  const apply = createApply(deps, {
    calls,
    notices,
    staff,
    waits: WAITS,
    attended: () => true,
    beginRefund: () => undefined,
    unseen: { flag: () => undefined },
  });
  const looked: { readonly setlId: string | undefined; readonly at: number }[] = [];
  const show = async (setlId?: string): Promise<Sighting> => {
    const sighting = looks[Math.min(looked.length, looks.length - 1)] ?? SILENT;
    looked.push({ setlId, at: clock.monotonic() });
    onLook?.(() => void life.stop());
    return sighting;
  };
  const sent: number[] = [];
  const made: number[] = [];
  let isDone = false;
  const forgotten: string[] = [];
  const pursuit = createPursuit(deps, {
    calls: { ...calls, forgetSignIn: () => void forgotten.push('sign-in') },
    apply,
    look: (_row, setlId) => show(setlId),
    lookTwice: async (_row, setlId) => {
      const sighting = await show(setlId);
      if (life.stopped()) return null;
      return sighting.kind === 'refused' ? { kind: 'missing' } : sighting;
    },
    fence: {
      made: (row) => void made.push(row),
      isDone: () => isDone,
      mayArrive: () => false,
      send: async (messageRow) => {
        const [event, nothing = false] = rounds[Math.min(sent.push(messageRow), rounds.length) - 1] ?? ['fenced'];
        return { event, nothing, keep: () => undefined };
      },
    },
    waits: WAITS,
    life,
  });
  kit.intend(change);
  const answered = (outcome: MessageOutcome, reason: string) =>
    store.transaction(() => store.messages.answered(kit.row().messageRow, { outcome, reason, reply: null, nowMs: 0 }));
  let tries = 0;
  const follow = () =>
    clock.until(
      pursuit.follow(kit.row(), () => {
        tries += 1;
      }),
    );
  const send = () => clock.until(pursuit.send(kit.row(), calls.again(kit.row().messageRow, '2207')));
  const verify = (failures = 0) => clock.until(pursuit.verify(1, failures));
  const fenceDone = () => {
    isDone = true;
  };
  const planned = () => store.settlements.toVerify()[0]?.at ?? null;
  const acts = () => kit.audited.map((one) => Reflect.get(one, 'event'));
  return {
    ...kit,
    life,
    looked,
    fenced: sent,
    made,
    forgotten,
    answered,
    tries: () => tries,
    follow,
    send,
    verify,
    fenceDone,
    planned,
    acts,
  };
}

const settled = (changes: object = {}) =>
  done<'2207'>({
    setlinfo: settledSchema.parse({
      mdtrt_id: 'M1',
      setl_id: 'S1',
      psn_no: 'P1',
      setl_time: '2026-03-02 09:00:05',
      medfee_sumamt: '1065.48',
      fulamt_ownpay_amt: '0',
      overlmt_selfpay: '0',
      preselfpay_amt: '0',
      inscp_scp_amt: '1065.48',
      fund_pay_sumamt: '0',
      psn_part_amt: '1065.48',
      acct_pay: '65.48',
      psn_cash_pay: '1000.00',
      hosp_part_amt: '0',
      balc: '0',
      acct_mulaid_pay: '0',
      ...changes,
    }),
    setldetail: [],
  });

describe('the answer to 2207', () => {
  it('settles with the centre’s figures, and is kept', async () => {
    const s = make({ answer: () => settled() });
    expect(await s.send()).toMatchObject({
      state: 'settled',
      setlId: 'S1',
      setlTime: '2026-03-02 09:00:05',
      foundBy: 'answer',
      splitSettled: { total: TOTAL, cash: 100_000 },
    });
    expect(s.store.messages.get(s.row().messageRow)?.outcome).toBe('ok');
  });

  it.each([
    ['', 'settled'],
    ['H-another', 'unknown'],
  ])('that names the message "%s" leaves it %s', async (named, state) => {
    expect((await make({ answer: () => settled({ medins_setl_id: named }) }).send()).state).toBe(state);
  });

  it('that names ours is ours', async () => {
    const s: ReturnType<typeof make> = make({ answer: () => settled({ medins_setl_id: s.row().messageId }) });
    expect((await s.send()).state).toBe('settled');
  });

  it.each([
    ['another person’s', settled({ psn_no: 'P2' }), 'unknown', 'ok'],
    ['lost', silent, 'unknown', 'unknown'],
    ['of one that never left', notSent, 'notSent', 'notSent'],
  ] as const)('%s', async (_words, answer, state, kept) => {
    const s = make({ answer: () => answer });
    expect((await s.send()).state).toBe(state);
    expect(s.store.messages.get(s.row().messageRow)?.outcome).toBe(kept);
    if (state === 'notSent') expect(s.row().failure).toEqual({ code: 'CENTRE_UNREACHABLE', reason: null });
  });

  it('a refusal is believed where 5203 shows twice that there is nothing', async () => {
    const s = make({ answer: () => refused('余额不足'), looks: [MISSING] });
    expect(await s.send()).toMatchObject({
      state: 'refused',
      failure: { code: 'CENTRE_REFUSED', reason: '余额不足' },
    });
    expect(s.looked.map(({ at }) => at)).toEqual([40, 40 + WAITS.queryGapMs]);
    expect(s.store.messages.get(s.row().messageRow)?.outcome).toBe('refused');
  });

  it.each([
    ['nothing, and then it', [MISSING, FOUND], 0],
    ['it', [FOUND], 0],
    ['no answer', [SILENT], 0],
    ['a refusal, which may come of a stale sign-in', [REFUSED], 1],
  ] as const)('a refusal is not believed where 5203 shows %s', async (_words, looks, forgotten) => {
    const s = make({ answer: () => refused(), looks });
    expect((await s.send()).state).toBe('unknown');
    expect(s.store.messages.get(s.row().messageRow)?.outcome).toBe('refused');
    expect(s.forgotten).toHaveLength(forgotten);
    expect(s.looked).toHaveLength(looks.length);
  });

  it('a refusal is not believed by who was stopped meanwhile', async () => {
    const s = make({ answer: () => refused(), looks: [MISSING], onLook: (stop) => stop() });
    expect((await s.send()).state).toBe('unknown');
  });

  it('a refusal of a centre that cannot be asked is believed', async () => {
    const s = make({ answer: () => refused(), needsSetlId: true });
    expect((await s.send()).state).toBe('refused');
    expect(s.looked).toEqual([]);
  });
});

describe('an unknown is followed', () => {
  const unknown = { state: 'unknown' } as const;

  it('to what 5203 finds', async () => {
    const s = make({ change: unknown, looks: [FOUND] });
    expect((await s.follow()).state).toBe('settled');
    expect(s.tries()).toBe(1);
    expect(s.fenced).toEqual([]);
  });

  it('from where a gone process left it', async () => {
    const s = make({ looks: [FOUND] });
    expect((await s.follow()).state).toBe('settled');
    expect(s.acts()).toEqual(['restarted', 'queryFound']);
  });

  it.each([
    ['nothing', MISSING],
    ['that it was given back', REFUNDED],
    ['what cannot be right', UNSOUND],
  ])('to its 2601 where 5203 shows %s', async (_words, sighting) => {
    const s = make({ change: unknown, looks: [sighting] });
    expect((await s.follow()).state).toBe('reversed');
    expect(s.fenced).toEqual([s.row().fenceMessageRow]);
    // It was made by this process: no copy of it is under way from another.
    expect(s.made).toEqual(s.fenced);
    expect(s.tries()).toBe(2);
  });

  it('with longer and longer waits while nobody answers', async () => {
    const s = make({ change: unknown, looks: [SILENT, SILENT, SILENT, SILENT, SILENT, SILENT, FOUND] });
    expect(await s.follow()).toMatchObject({ state: 'settled', rounds: 6 });
    const waits = s.looked.slice(1).map(({ at }, index) => at - (s.looked[index]?.at ?? 0));
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(Math.min(WAITS.capMs, WAITS.baseMs * 2 ** index));
    }
    expect(s.tries()).toBe(7);
  });

  it('by its 2601 alone where the centre cannot be asked', async () => {
    const s = make({ change: unknown, needsSetlId: true });
    expect((await s.follow()).state).toBe('reversed');
    expect(s.looked).toEqual([]);
    expect(s.infnos()).toEqual(['9001']);
  });

  it('by its 2601 again and again, and by a new one where it is refused', async () => {
    const rounds = [['fenceFailed'], ['fenceRefused'], ['fenced']] as const;
    const s = make({ change: unknown, looks: [MISSING], rounds });
    expect((await s.follow()).state).toBe('reversed');
    const [first, again, next] = s.fenced;
    expect(again).toBe(first);
    expect(next).not.toBe(first);
    expect(s.made).toEqual([first, next]);
  });

  it('to the centre’s refusal where its 2601 shows that it never was there', async () => {
    const s = make({ change: unknown, looks: [MISSING], rounds: [['fenced', true]] });
    s.answered('refused', '-1 余额不足');
    expect(await s.follow()).toMatchObject({
      state: 'reversed',
      failure: { code: 'CENTRE_REFUSED', reason: '余额不足' },
    });
    const unsaid = make({ change: unknown, looks: [MISSING], rounds: [['fenced', true]] });
    expect(await unsaid.follow()).toMatchObject({ state: 'reversed', failure: null });
    const taken = make({ change: unknown, looks: [MISSING], rounds: [['fenced', false]] });
    taken.answered('refused', '-1 余额不足');
    expect(await taken.follow()).toMatchObject({ state: 'reversed', failure: null });
  });

  it('until people have ended it', async () => {
    const s = make({ change: unknown, looks: [SILENT] });
    const { row } = s;
    let rounds = 0;
    const work = s.clock.until(
      (async () => {
        const done = s.follow();
        await s.clock.advance(100);
        rounds = row().rounds;
        s.store.transaction(() => s.store.settlements.change(1, { state: 'reversed', live: false }, 0));
        return done;
      })(),
    );
    expect((await work).state).toBe('reversed');
    expect(row().rounds).toBe(rounds);
  });

  it('no further than the process lives', async () => {
    const s = make({ change: unknown, looks: [MISSING], onLook: (stop) => stop() });
    expect((await s.follow()).state).toBe('unknown');
    expect(s.looked).toHaveLength(1);
    expect(s.tries()).toBe(2);
  });

  it('never into a 2601 that is not there', async () => {
    await expect(make({ change: { state: 'fencing' } }).follow()).rejects.toThrow('without a fence');
  });
});

describe('a reversed settlement is looked at once more', () => {
  const reversed = { state: 'reversed', live: false, verifyAt: 5 } as const;

  it.each([
    [FOUND, 'settlement-late'],
    [UNSOUND, 'settlement-late'],
  ])('what has come after all is for people: %o', async (sighting, kind) => {
    const s = make({ change: reversed, looks: [sighting] });
    s.fenceDone();
    expect(await s.verify()).toBeNull();
    expect(s.work().map((one) => one.kind)).toEqual([kind]);
    expect(s.planned()).toBeNull();
  });

  it.each([MISSING, REFUNDED])('where there is nothing, it is over: %o', async (sighting) => {
    const s = make({ change: reversed, looks: [sighting] });
    s.fenceDone();
    expect(await s.verify()).toBeNull();
    expect(s.planned()).toBeNull();
    expect(s.work()).toEqual([]);
    expect(s.fenced).toEqual([]);
  });

  it('where nobody answers, later, and it stays planned', async () => {
    const s = make({ change: reversed, looks: [SILENT] });
    s.fenceDone();
    const now = s.clock.now();
    const next = (await s.verify(3)) ?? 0;
    expect(next).toBeGreaterThan(now);
    expect(next).toBeLessThanOrEqual(now + 8 * WAITS.baseMs);
    expect(s.planned()).toBe(5);
  });

  it('a centre that cannot be asked has nothing to show', async () => {
    const s = make({ change: reversed, needsSetlId: true });
    s.fenceDone();
    expect(await s.verify()).toBeNull();
    expect(s.looked).toEqual([]);
  });

  it('whose 2601 was refused gets another one, once 5203 shows nothing', async () => {
    const s = make({ change: reversed, looks: [MISSING] });
    const now = s.clock.now();
    expect(await s.verify()).toBe(now + WAITS.verifyMs);
    expect(s.fenced).toEqual([s.row().fenceMessageRow]);
    expect(s.made).toEqual(s.fenced);
  });

  it('whose 2601 was refused, and of which nobody says anything, waits', async () => {
    const s = make({ change: reversed, looks: [SILENT] });
    expect(await s.verify()).toBeGreaterThan(s.clock.now());
    expect(s.fenced).toEqual([]);
  });

  it('whose 2601 is unanswered has that sent first', async () => {
    const s = make({ change: { state: 'unknown' }, looks: [MISSING], rounds: [['fenceFailed'], ['fenced']] });
    const { deps } = s;
    // People say that nothing was paid, while the 2601 is under way.
    createApply(deps, {
      calls: s.calls,
      notices: s.notices,
      staff: s.staff,
      waits: WAITS,
      attended: () => true,
      beginRefund: () => undefined,
      unseen: { flag: () => undefined },
    })(1, 'resolvedVoid');
    const now = s.clock.now();
    const later = (await s.verify()) ?? 0;
    expect(later).toBeGreaterThan(now);
    expect(later).toBeLessThanOrEqual(now + WAITS.baseMs);
    expect(s.looked).toEqual([]);
    expect(await s.verify()).toBe(s.clock.now() + WAITS.verifyMs);
  });

  it.each(['refused', 'unknown'] as const)('one that is %s is not', async (state) => {
    const s = make({ change: { state } });
    expect(await s.verify()).toBeNull();
    expect(s.looked).toEqual([]);
  });
});

describe('a settlement that people have said to stand is looked at once more', () => {
  const stands = {
    state: 'settled',
    settled: { ...CONFIRMED, changed: false },
    verifyAt: 5,
  } as const;

  it.each([FOUND, UNSOUND])('it is there, and that is all: %o', async (sighting) => {
    const s = make({ change: stands, looks: [sighting] });
    expect(await s.verify()).toBeNull();
    expect(s.looked.map(({ setlId }) => setlId)).toEqual(['S1']);
    expect(s.planned()).toBeNull();
    expect(s.work()).toEqual([]);
  });

  it.each([MISSING, REFUNDED])('it is gone, and a person is called: %o', async (sighting) => {
    const s = make({ change: stands, looks: [sighting] });
    expect(await s.verify()).toBeNull();
    expect(s.work()).toMatchObject([
      {
        kind: 'difference',
        subject: 'S1',
        settlementId: 1,
        amountFen: TOTAL,
        detail: { verdict: 'missingThere', setlId: 'S1', mdtrtId: 'M1', messageId: s.row().messageId },
      },
    ]);
    expect(s.planned()).toBeNull();
  });

  it.each([
    ['ready', 0],
    ['kept', 1],
  ] as const)('it is gone, and its refund is %s: calls %d', async (state, calls) => {
    const s = make({ change: stands, looks: [MISSING] });
    s.store.transaction(() => {
      const order = { cause: 'staff', by: 'A', second: 'B', setlId: 'S1' } as const;
      s.store.refunds.insert({ settlementId: 1, encounterId: 'OP20260302001', ...order, nowMs: 0 });
      s.store.refunds.change(1, { state }, 0);
    });
    expect(await s.verify()).toBeNull();
    expect(s.work()).toHaveLength(calls);
    expect(s.planned()).toBeNull();
  });

  it('nobody answers: later, and it stays planned', async () => {
    const s = make({ change: stands, looks: [SILENT] });
    expect(await s.verify()).toBeGreaterThan(s.clock.now());
    expect(s.planned()).toBe(5);
  });
});
