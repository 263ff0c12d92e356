import { describe, expect, it } from 'vitest';
import { fen } from '../../../common/kernel/money.ts';
import { notSent, refused, silent } from '../testing/calls.ts';
import { AT, booked, books, givenBack, gone, refundKit, standing } from '../testing/refund.ts';
import { WAITS } from '../testing/settlement.ts';

type Answer = NonNullable<NonNullable<Parameters<typeof refundKit>[0]>['answer']>;
/** 5203 and 2208 as they answer one after the other; the last one again and again. */
const centre = (queries: readonly ReturnType<Answer>[], answers: readonly ReturnType<Answer>[] = []): Answer => {
  const asked = { 5203: 0, 2208: 0 };
  return (infno) => {
    const list = infno === '5203' ? queries : answers;
    const at = infno === '5203' ? asked[5203]++ : asked[2208]++;
    return list[Math.min(at, list.length - 1)] ?? silent;
  };
};

describe('a look at the settlement', () => {
  it.each([
    ['stands', standing, 'queryStanding'],
    ['was given back', gone, 'queryRefunded'],
    ['cannot be asked for', silent, 'queryFailed'],
  ])('by its own number: it %s', async (_words, answer, event) => {
    const r = refundKit({ answer: centre([answer]) });
    expect((await r.look()).event).toBe(event);
    expect(r.infnos()).toEqual(['9001', '5203']);
    expect(r.sent[1]?.text).toContain('"setl_id":"S1"');
  });

  it('given back, it says since when as far as anybody knows', async () => {
    const r = refundKit({ answer: centre([gone]) });
    expect((await r.look()).facts).toEqual({
      refunded: { refundSetlId: null, refundedAt: '2026-03-02 09:00:00', foundBy: '5203' },
    });
    expect((await refundKit({ answer: centre([standing]) }).look()).facts).toEqual({});
  });

  it.each([
    ['not there', books(), 0],
    ['another number', books(booked({ setl_id: 'S2' })), 0],
    ['another person', books(booked({ psn_no: 'P2' })), 0],
    ['refused', refused(), 1],
  ])('%s: looked at once more, after a pause', async (_words, answer, forgotten) => {
    const r = refundKit({ answer: centre([answer]) });
    expect(await r.look()).toEqual({ event: 'queryMissing', facts: {} });
    expect(r.infnos().filter((infno) => infno === '5203')).toHaveLength(2);
    expect(r.clock.monotonic()).toBeGreaterThanOrEqual(WAITS.queryGapMs);
    expect(r.forgotten).toHaveLength(forgotten);
    const found = refundKit({ answer: centre([answer, standing]) });
    expect((await found.look()).event).toBe('queryStanding');
  });

  it('without a sign-in there is none', async () => {
    const r = refundKit();
    Object.assign(r.deps.centre, { send: async () => silent });
    expect((await r.look()).event).toBe('queryFailed');
  });
});

describe('a refund is followed', () => {
  it('from 5203 to 2208 to the undoing, until it is over', async () => {
    const r = refundKit({ answer: centre([standing], [givenBack()]) });
    expect(await r.follow()).toMatchObject({
      state: 'done',
      refundSetlId: 'R1',
      refundedAt: AT,
      foundBy: 'answer',
      tries: 1,
    });
    expect(r.infnos()).toEqual(['9001', '5203', '2208']);
    // Without a wait that nobody needs.
    expect(r.clock.monotonic()).toBe(3 * 40);
    expect(r.unwound).toEqual([1]);
    expect(r.store.messages.get(r.refund().messageRow ?? 0)?.outcome).toBe('ok');
  });

  describe('before it is over, everything of its message is looked for', () => {
    const seen = { setlId: 'B', total: fen(106_548), why: null } as const;
    const found = { kind: 'unsound', seen } as const;

    it('what stands beside it is a matter of its own, under its number', async () => {
      const r = refundKit({ change: { state: 'refunded' }, beside: [found] });
      expect((await r.follow()).state).toBe('done');
      expect(r.looked).toEqual([undefined]);
      const detail = { setlId: 'B', mdtrtId: 'M1' };
      expect(r.work()).toMatchObject([{ kind: 'settlement-late', subject: 'B', settlementId: 1, detail }]);
    });

    it('what people are called about already is not called out again, and it itself is nothing beside it', async () => {
      const known = refundKit({ change: { state: 'refunded' }, beside: [found] });
      known.store.transaction(() => {
        const about = { encounterId: 'OP20260302001', settlementId: 1, amountFen: null };
        const detail = { verdict: 'doubled', setlId: 'B' };
        known.store.worklist.open({ kind: 'difference', subject: 'B', ...about, detail, nowMs: 0 });
      });
      await known.follow();
      expect(known.work()).toMatchObject([{ kind: 'difference' }]);
      const own = { kind: 'unsound', seen: { ...seen, setlId: 'S1' } } as const;
      for (const shown of [own, { kind: 'missing' }, { kind: 'refunded' }] as const) {
        const r = refundKit({ change: { state: 'refunded' }, beside: [shown] });
        expect((await r.follow()).state).toBe('done');
        expect(r.work()).toEqual([]);
      }
    });

    it('where that cannot be said now it is not over, and nothing is undone', async () => {
      const r = refundKit({ change: { state: 'refunded' }, beside: [{ kind: 'silent' }, { kind: 'silent' }, found] });
      expect(await r.follow()).toMatchObject({ state: 'done', rounds: 2 });
      expect([r.looked.length, r.unwound]).toEqual([3, [1]]);
    });

    it('not at a centre that wants a number', async () => {
      const r = refundKit({ change: { state: 'refunded' }, beside: [found], needsSetlId: true });
      expect((await r.follow()).state).toBe('done');
      expect([r.looked, r.work()]).toEqual([[], []]);
    });
  });

  it('where it was given back elsewhere, nothing is sent', async () => {
    const r = refundKit({ answer: centre([gone]) });
    expect(await r.follow()).toMatchObject({ state: 'done', foundBy: '5203' });
    expect(r.infnos()).not.toContain('2208');
  });

  it.each([
    ['no sum and no message', { medfee_sumamt: undefined }],
    ['the settlement’s message', { medins_setl_id: 'ours' }],
    ['its own message', { medins_setl_id: 'its' }],
    ['no time', { setl_time: undefined }],
  ])('by an answer that names %s', async (_words, changes) => {
    const r: ReturnType<typeof refundKit> = refundKit({
      answer: centre([standing], [givenBack(changes)]),
    });
    const named = Reflect.get(changes, 'medins_setl_id');
    const answer = { ...changes };
    if (named === 'ours') Object.assign(answer, { medins_setl_id: r.row().messageId });
    const own = refundKit({
      answer: (infno, text) => {
        if (infno !== '2208') return standing;
        if (named === 'its') Object.assign(answer, { medins_setl_id: text.slice(0, 30) });
        return givenBack(answer);
      },
    });
    expect((await own.follow()).state).toBe('done');
  });

  it.each([
    ['another encounter', { mdtrt_id: 'M2' }],
    ['another sum', { medfee_sumamt: fen(-1) }],
    ['the sum as it was', { medfee_sumamt: fen(106_548) }],
    ['another message', { medins_setl_id: 'H-another' }],
  ])('not by an answer that names %s', async (_words, changes) => {
    const r = refundKit({ answer: centre([standing, gone], [givenBack(changes)]) });
    expect(await r.follow()).toMatchObject({ state: 'done', foundBy: '5203' });
    expect(r.events()).toContain('answeredUnknown');
  });

  it.each([
    ['refused', refused(), 'answeredRefused'],
    ['not sent', notSent, 'answeredNotSent'],
  ])('a 2208 that was %s is made anew, after a wait and another look', async (_words, answer, event) => {
    const r = refundKit({ answer: centre([standing], [answer, givenBack()]) });
    expect(await r.follow()).toMatchObject({ state: 'done', tries: 2, rounds: 0 });
    expect(r.events()).toContain(event);
    const [first] = r.sent.filter(({ infno }) => infno === '2208');
    const kept = event === 'answeredRefused' ? 'refused' : 'notSent';
    expect(r.store.messages.byMessageId(first?.text.slice(0, 30) ?? '')?.outcome).toBe(kept);
    expect(new Set(r.sent.filter(({ infno }) => infno === '2208').map(({ text }) => text)).size).toBe(2);
  });

  it('a 2208 without an answer is looked up, and made void before another', async () => {
    const r = refundKit({ answer: centre([standing], [silent, givenBack()]) });
    expect(await r.follow()).toMatchObject({ state: 'done', tries: 2 });
    expect(r.fenced).toHaveLength(1);
    expect(r.made).toEqual(r.fenced);
    expect(r.kept()).toBe(1);
    const [first] = r.sent.filter(({ infno }) => infno === '2208');
    expect(r.store.messages.byMessageId(first?.text.slice(0, 30) ?? '')?.outcome).toBe('unknown');
  });

  it('of what came late and was never confirmed, by the sum that was shown', async () => {
    const r = refundKit({ answer: centre([standing], [givenBack()]), settlement: { state: 'reversed' } });
    expect(await r.follow()).toMatchObject({ state: 'done', foundBy: 'answer' });
  });

  it('its 2601 goes out again and again, and a refused one is made anew', async () => {
    const r = refundKit({
      answer: centre([standing], [silent, givenBack()]),
      rounds: ['fenceFailed', 'fenceRefused', 'fenced'],
    });
    expect((await r.follow()).state).toBe('done');
    const [first, again, next] = r.fenced;
    expect(again).toBe(first);
    expect(next).not.toBe(first);
    expect(r.made).toEqual([first, next]);
  });

  it('from where a gone process left it', async () => {
    const r = refundKit({ answer: centre([gone]), change: { state: 'intended' } });
    expect((await r.follow()).state).toBe('done');
    expect(r.events()[0]).toBe('restarted');
  });

  it('six times at most: then people decide', async () => {
    const r = refundKit({ answer: centre([standing], [refused()]) });
    expect(await r.follow()).toMatchObject({ state: 'stopped', tries: 6 });
    expect(r.infnos().filter((infno) => infno === '2208')).toHaveLength(6);
  });

  it('with longer and longer waits where nobody answers', async () => {
    const r = refundKit({ answer: centre([silent, silent, silent, gone]) });
    await r.follow();
    expect(r.clock.monotonic()).toBeGreaterThanOrEqual(5 * 40 + 3);
    expect(r.clock.monotonic()).toBeLessThanOrEqual(5 * 40 + (1 + 2 + 4) * WAITS.baseMs);
  });

  it('to the end of the undoing', async () => {
    const r = refundKit({ answer: centre([gone]), undone: [false, false, true] });
    expect(await r.follow()).toMatchObject({ state: 'done', rounds: 2 });
    expect(r.unwound).toEqual([1, 1, 1]);
    const over = refundKit({ change: { state: 'refunded' } });
    over.store.transaction(() => over.store.visits.setPhase(1, 'ended', 0));
    expect((await over.follow()).state).toBe('done');
    expect(over.unwound).toEqual([]);
  });

  it('no further than the process lives', async () => {
    const r: ReturnType<typeof refundKit> = refundKit({
      answer: () => {
        void r.life.stop();
        return standing;
      },
    });
    expect((await r.follow()).state).toBe('ready');
    const stopped: ReturnType<typeof refundKit> = refundKit({ change: { state: 'refunded' }, undone: [false] });
    await stopped.life.stop();
    expect((await stopped.follow()).state).toBe('refunded');
    expect(stopped.unwound).toEqual([]);
  });
});
