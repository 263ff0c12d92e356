import { describe, expect, it } from 'vitest';
import { err, ok } from '../../common/kernel/result.ts';
import type { CentreOutcome } from '../gateways/centre/port.ts';
import { notSent, refused, silent, tooLong } from './testing/calls.ts';
import { DAY, find, make, NETWORK, nothing, signedIn, VISIT } from './testing/centre-calls.ts';

describe('a message', () => {
  it('is durable, with its id and bytes, before it is sent, and its answer is kept', async () => {
    const c = make(() => nothing);
    const answer = await c.run(c.calls.ask('5203', VISIT, find()));
    expect(answer).toEqual(ok(nothing));
    const kept = c.message(1);
    expect(kept).toMatchObject({ infno: '5203', visitId: null, sends: 1, outcome: 'ok', reason: null });
    expect(c.sent).toEqual([`5203 ${kept?.messageId}`]);
    expect(new TextDecoder().decode(kept?.request)).toBe(c.sent[0]);
  });

  it('may hold its own id', () => {
    const c = make(() => nothing);
    const written = c.store.transaction(() => c.calls.write('5203', VISIT, (id) => find(id)));
    if (!written.ok) throw new Error('not written');
    expect(c.built[0]?.input).toMatchObject({ data: { setl_id: written.value.messageId } });
  });

  it('that does not fit its table is not made', async () => {
    const c = make(() => nothing);
    c.state.fits = false;
    expect(await c.calls.ask('5203', VISIT, find())).toEqual(err(tooLong));
    expect(await c.calls.inquire('5203', { ...VISIT, visitId: 1 }, find())).toEqual(err(tooLong));
    expect(await c.calls.signIn()).toMatchObject({ ok: false, error: { code: 'CENTRE_BAD_ANSWER' } });
    expect(c.sent).toEqual([]);
    expect(c.message(1)).toBeNull();
  });

  it.each([
    [refused('余额不足'), 'refused', '-1 余额不足'],
    [notSent, 'notSent', 'refused ECONNREFUSED'],
    [silent, 'unknown', 'timeout no answer'],
  ])('keeps why it came to nothing: %o', async (outcome, kind, reason) => {
    const c = make(() => outcome);
    await c.run(c.calls.ask('5203', VISIT, find()));
    expect(c.message(1)).toMatchObject({ outcome: kind, reason });
  });

  it.each([
    [nothing, '{}'],
    [refused(), '{}'],
    [notSent, null],
    [silent, null],
  ])('keeps what was answered, word for word: %o', async (outcome, reply) => {
    const c = make(() => outcome);
    const kept: (string | null)[] = [];
    const { answered } = c.store.messages;
    Object.assign(c.store.messages, {
      answered: (id: number, answer: Parameters<typeof answered>[1]) => {
        kept.push(answer.reply === null ? null : new TextDecoder().decode(answer.reply));
        answered(id, answer);
      },
    });
    await c.run(c.calls.ask('5203', VISIT, find()));
    expect(kept).toEqual([reply]);
  });

  it.each([
    ['the other side’s own time apart', nothing, 39],
    ['nothing of which is the other side’s where it was not sent', notSent, 40],
    ['its whole wait where it does not say', { ...silent, timing: { wallMs: 33, serverMs: null } }, 7],
    ['never less than nothing', { ...silent, timing: { wallMs: 99, serverMs: null } }, 0],
  ])('is timed, %s', async (_words, outcome, ownMs) => {
    const c = make(() => outcome);
    await c.clock.advance(5);
    await c.run(c.calls.ask('5203', VISIT, find()));
    expect(c.timings).toEqual([{ step: 'centre.5203', ms: 40, ownMs }]);
  });

  it('that was kept is sent again byte for byte, as what it is', async () => {
    const c = make(() => nothing);
    await c.run(c.calls.ask('5203', VISIT, find()));
    const again = c.calls.again(1, '5203');
    expect(again).toMatchObject({ row: 1, messageId: c.message(1)?.messageId });
    await c.run(c.calls.send(again));
    expect(c.sent[1]).toBe(c.sent[0]);
    expect(() => c.calls.again(1, '2601')).toThrow('no 2601');
    expect(() => c.calls.again(9, '5203')).toThrow('message 9');
  });
});

describe('the sign-in', () => {
  it('is made once a day, and its number is in every envelope of that day', async () => {
    const c = make((infno, call) => (infno === '9001' ? signedIn(`N${call}`) : nothing));
    expect(await c.run(c.calls.signIn())).toEqual(ok(undefined));
    await c.run(c.calls.signIn());
    await c.run(c.calls.ask('5203', VISIT, find()));
    expect(c.sent.map((text) => text.slice(0, 4))).toEqual(['9001', '5203']);
    expect(c.built.map(({ context }) => context)).toEqual([
      { insuplcAdmdvs: null, signNo: null },
      { insuplcAdmdvs: '990100', signNo: 'N1' },
    ]);
    expect(c.built[0]?.input).toEqual({ signIn: { opter_no: 'OP1', ...NETWORK } });
    await c.clock.advance(DAY);
    await c.run(c.calls.signIn());
    // Its own envelope bears no number.
    expect(c.built.at(-1)).toMatchObject({ infno: '9001', context: { signNo: null } });
    await c.run(c.calls.ask('5203', VISIT, find()));
    expect(c.built.at(-1)?.context.signNo).toBe('N3');
  });

  it('is made again where the centre has forgotten it', async () => {
    const c = make((infno, call) => (infno === '9001' ? signedIn(`N${call}`) : nothing));
    await c.run(c.calls.signIn());
    c.calls.forgetSignIn();
    await c.run(c.calls.ask('5203', VISIT, find()));
    expect(c.built.at(-1)?.context.signNo).toBeNull();
    await c.run(c.calls.signIn());
    expect(c.sent.map((text) => text.slice(0, 4))).toEqual(['9001', '5203', '9001']);
  });

  it('that does not succeed is none', async () => {
    const c = make((_infno, call) => (call === 1 ? refused('停机') : signedIn('N2')));
    expect(await c.run(c.calls.signIn())).toMatchObject({
      ok: false,
      error: { code: 'CENTRE_REFUSED', reason: '停机' },
    });
    expect(await c.run(c.calls.signIn())).toEqual(ok(undefined));
  });
});

describe('what may be sent twice', () => {
  const write = (c: ReturnType<typeof make>) => {
    const written = c.store.transaction(() => c.calls.write('5203', VISIT, find()));
    if (!written.ok) throw new Error('not written');
    return written.value;
  };

  it('goes beside itself every eight seconds while nobody answers, four times at most', async () => {
    const c = make(() => null);
    void c.calls.persist(write(c));
    await c.clock.advance(7999);
    expect(c.sent).toHaveLength(1);
    await c.clock.advance(1);
    expect(c.sent).toHaveLength(2);
    await c.clock.advance(DAY);
    expect(c.sent).toHaveLength(4);
    expect(new Set(c.sent).size).toBe(1);
  });

  it.each([
    ['an answer', nothing],
    ['a refusal', refused()],
  ])('ends with %s, whichever of them has it', async (_words, outcome) => {
    const c = make((_infno, call) => (call === 2 ? outcome : null));
    expect((await c.run(c.calls.persist(write(c)))).outcome).toEqual(outcome);
    expect(c.clock.monotonic()).toBe(8040);
  });

  it('goes on where an attempt comes to nothing while another is under way', async () => {
    const c = make((_infno, call) => (call === 1 ? silent : nothing), 10_000);
    const { outcome } = await c.run(c.calls.persist(write(c)));
    expect(outcome).toEqual(nothing);
    expect(c.clock.monotonic()).toBe(18_000);
  });

  it('ends as its caller says', async () => {
    const c = make((_infno, call) => (call === 1 ? nothing : refused()), 10_000);
    const { outcome } = await c.run(c.calls.persist(write(c), ({ kind }) => kind === 'refused'));
    expect(outcome.kind).toBe('refused');
  });
});

describe('a question of the recovery', () => {
  const visit = { visitId: 1, insuplcAdmdvs: '990100' };

  it('that nobody answered is asked again as it was; one that was answered, or another one, is a new message', async () => {
    let answer: CentreOutcome<unknown> = silent;
    const c = make(() => answer, 10);
    const ask = (setlId?: string) => c.run(c.calls.inquire('5203', visit, find(setlId)));
    expect(await ask()).toEqual(ok(silent));
    expect(c.message(1)).toMatchObject({ outcome: 'unknown' });
    await ask();
    await ask('S1');
    expect(new Set(c.sent).size).toBe(2);
    answer = nothing;
    expect(await ask()).toEqual(ok(nothing));
    expect(c.message(1)).toMatchObject({ outcome: 'ok' });
    expect(new Set(c.sent).size).toBe(2);
    await ask();
    expect(new Set(c.sent).size).toBe(3);
    answer = refused();
    await ask('S1');
    await ask('S1');
    expect(new Set(c.sent).size).toBe(4);
  });

  it('is a new message under a new sign-in, whose number its envelope bears', async () => {
    const c = make((infno, call) => (infno === '9001' ? signedIn(`N${call}`) : silent), 10);
    const ask = () => c.run(c.calls.inquire('5203', visit, find()));
    await ask();
    await c.run(c.calls.signIn());
    await ask();
    c.calls.forgetSignIn();
    await c.run(c.calls.signIn());
    await ask();
    const signs = c.built.filter(({ infno }) => infno === '5203').map(({ context }) => context.signNo);
    expect(signs).toEqual([null, 'N2', 'N4']);
  });
});
