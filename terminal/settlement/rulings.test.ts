import { describe, expect, it } from 'vitest';
import { SqliteError } from '../store/database.ts';
import { PEOPLE, REASON } from './testing/late.ts';
import { FULL, rulingKit, type Shown } from './testing/ruling.ts';

const no = (code: string) => ({ ok: false, error: { code } });
const reversed = { state: 'reversed', live: false } as const;
const settled = { state: 'settled', live: false, settled: FULL } as const;

describe('who may say what', () => {
  it('a row that is open, and there', async () => {
    const k = rulingKit({ kind: 'print-unknown' });
    expect(await k.rule({ resolution: 'noted' }, 9)).toMatchObject(no('WORKLIST_NOT_FOUND'));
    expect(await k.rule({ resolution: 'noted' })).toMatchObject({ ok: true, value: { id: 1, resolution: 'noted' } });
    expect(await k.rule({ resolution: 'noted' })).toMatchObject(no('WORKLIST_NOT_FOUND'));
    expect(k.kicks()).toBe(1);
  });

  it.each([
    ['an answer that the kind does not have', { resolution: 'refund' }, 'WORKLIST_NOT_ALLOWED'],
    ['no reason', { resolution: 'void', reason: ' 好 ' }, 'WORKLIST_NOT_ALLOWED'],
    ['a citizen’s number', { resolution: 'void', reason: '证件 11010519491231002X' }, 'WORKLIST_NOT_ALLOWED'],
    ['one person alone', { resolution: 'void', act: { by: 'S001', second: null } }, 'STAFF_SAME_PERSON'],
    ['the same person twice', { resolution: 'void', act: { by: 'S001', second: 'S001' } }, 'STAFF_SAME_PERSON'],
  ] as const)('not with %s', async (_words, ruling, code) => {
    const k = rulingKit();
    expect(await k.rule(ruling)).toMatchObject(no(code));
    expect(k.item()?.resolution).toBeNull();
    expect(k.asked).toEqual([]);
  });

  it('three letters are a reason, and one person may take note', async () => {
    const k = rulingKit({ kind: 'print-unknown' });
    const act = { by: 'S001', second: null };
    expect(await k.rule({ resolution: 'noted', act, reason: '已交付' })).toMatchObject({
      ok: true,
      value: { by: 'S001', second: null, reason: '已交付' },
    });
  });

  it('what says that the encounter has been paid is not merely noted', async () => {
    const detail = { verdict: 'doubled' };
    const k = rulingKit({ kind: 'difference', detail, settlement: settled });
    expect(await k.rule({ resolution: 'noted' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    const other = rulingKit({ kind: 'difference', detail: { verdict: 'missingThere' }, settlement: settled });
    expect((await other.rule({ resolution: 'noted' })).ok).toBe(true);
    expect(other.settled).toEqual([]);
  });

  it('of what no settlement here is about anything may be said but that it be given back', async () => {
    for (const resolution of ['stands', 'void', 'noted'] as const) {
      const k = rulingKit({ kind: 'difference', detail: { verdict: 'doubled' }, settlement: null });
      expect((await k.rule({ resolution })).ok).toBe(true);
      expect(k.asked).toEqual([]);
    }
    const k = rulingKit({ kind: 'difference', settlement: null });
    expect(await k.rule({ resolution: 'refund' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
  });

  it('of a refund its own rules decide', async () => {
    const k = rulingKit({ kind: 'refund-stuck', settlement: settled });
    k.answers('CENTRE_UNREACHABLE');
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('CENTRE_UNREACHABLE'));
    expect(k.handed).toEqual(['stands']);
    expect(k.asked).toEqual([]);
    const well = rulingKit({ kind: 'refund-stuck', settlement: settled });
    expect(await well.rule({ resolution: 'refund' })).toMatchObject({ ok: true, value: { resolution: 'refund' } });
  });

  it('a ruling is one transaction: what fails in it leaves everything as it was', async () => {
    const k = rulingKit();
    Object.assign(k.store.visits, {
      setPhase: () => {
        throw new SqliteError('full', 'SQLITE_FULL');
      },
    });
    await expect(k.rule({ resolution: 'void' })).rejects.toThrow('full');
    expect(k.item()?.resolution).toBeNull();
    expect(k.row().state).toBe('unknown');
  });

  it('it is on record by the two, with their reason, and what follows is told', async () => {
    const k = rulingKit({ shows: () => 'found' });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject({
      ok: true,
      value: { resolution: 'stands', ...PEOPLE, reason: REASON },
    });
    expect(k.settled).toEqual(['settled']);
    expect(k.kicks()).toBeGreaterThan(0);
  });
});

describe('that it stands', () => {
  it('by the figures of the centre, asked by the number that a person saw, or that is known', async () => {
    const k = rulingKit({ shows: () => 'found', detail: { setlId: 'S3' } });
    await k.rule({ resolution: 'stands', evidence: { setlId: 'S5' } });
    expect(k.asked).toEqual(['S5']);
    expect(k.row()).toMatchObject({ state: 'settled', setlId: 'S5' });
    const row = rulingKit({ shows: () => 'found', detail: { setlId: 'S3' } });
    await row.rule({ resolution: 'stands' });
    expect(row.asked).toEqual(['S3']);
    for (const setlId of ['', 3, null]) {
      const none = rulingKit({ shows: () => 'found', detail: { setlId } });
      await none.rule({ resolution: 'stands' });
      expect(none.asked).toEqual([undefined]);
    }
  });

  it.each([
    ['silent', 'CENTRE_UNREACHABLE'],
    ['stopped', 'CENTRE_UNREACHABLE'],
    ['missing', 'WORKLIST_NOT_PROVEN'],
    ['refunded', 'WORKLIST_NOT_PROVEN'],
    ['unsound', 'WORKLIST_NOT_PROVEN'],
  ] as const)('not where 5203 shows: %s', async (shown, code) => {
    const k = rulingKit({ shows: () => shown });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no(code));
    expect(k.row().state).toBe('unknown');
    expect(k.item()?.resolution).toBeNull();
    expect(k.settled).toEqual([]);
  });

  it.each([
    ['its 2601 is unanswered', { state: 'fencing' }, {}],
    ['a copy of a 2601 may still arrive', { state: 'unknown' }, { mayArrive: true }],
  ] as const)('not while %s', async (_words, settlement, fence) => {
    const k = rulingKit({
      settlement: settlement.state === 'fencing' ? fencing() : settlement,
      fence,
      shows: () => 'found',
    });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_FENCE_OPEN'));
    expect(k.asked).toEqual([]);
  });

  it('of a reversed one, where its 2601 is done or was refused, nothing of it is on its way, and no other stands', async () => {
    const late = { kind: 'settlement-late', shows: () => 'found' as const } as const;
    const k = rulingKit({ ...late, settlement: reversed });
    expect((await k.rule({ resolution: 'stands' })).ok).toBe(true);
    expect(k.row().state).toBe('settled');
    const withFence = rulingKit({ ...late, settlement: reversed, fence: { isDone: false } });
    addFence(withFence);
    expect(await withFence.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_FENCE_OPEN'));
    const done = rulingKit({ ...late, settlement: reversed, fence: { isDone: true } });
    addFence(done);
    expect((await done.rule({ resolution: 'stands' })).ok).toBe(true);
  });

  it.each([
    ['open', {}, undefined, false],
    ['settled', settled, undefined, false],
    ['settled, and being given back', settled, 'ready', false],
    ['settled, and not given back after all', settled, 'kept', false],
    ['settled, and given back', settled, 'refunded', true],
    ['settled, given back and undone', settled, 'done', true],
    ['refused', { state: 'refused', live: false }, undefined, true],
  ] as const)('of a reversed one whose encounter has another that is %s', async (_words, other, refund, may) => {
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, shows: () => 'found' });
    k.intend(other);
    if (refund !== undefined) k.refundOf(refund, 2);
    const answer = await k.rule({ resolution: 'stands' });
    expect(answer).toMatchObject(may ? { ok: true } : no('WORKLIST_NOT_ALLOWED'));
  });

  it.each([
    [{ state: 'refused', live: false }, undefined],
    [settled, undefined],
    [reversed, 'ready'],
  ] as const)('not of one that is %o, its refund %s', async (settlement, refund) => {
    const k = rulingKit({ kind: 'settlement-late', settlement, shows: () => 'found' });
    if (refund !== undefined) k.refundOf(refund);
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(k.asked).toEqual([]);
  });

  it('of one whose refund was given up', async () => {
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, shows: () => 'found' });
    k.refundOf('kept');
    expect((await k.rule({ resolution: 'stands' })).ok).toBe(true);
  });

  it('of one that we have as settled moves nothing', async () => {
    const k = rulingKit({ kind: 'difference', settlement: settled });
    expect((await k.rule({ resolution: 'stands' })).ok).toBe(true);
    expect(k.asked).toEqual([]);
    expect(k.row().state).toBe('settled');
    expect(k.settled).toEqual(['settled']);
  });
});

/** A settlement whose 2601 is under way. */
const fencing = () => ({ state: 'fencing' as const });
const addFence = (k: ReturnType<typeof rulingKit>) =>
  k.store.transaction(() => {
    const messageId = k.store.messages.nextId('H99010000001', 7, k.clock.now());
    const fence = { messageId, infno: '2601', visitId: 1, request: new Uint8Array(), nowMs: 0 };
    k.store.settlements.change(1, { fenceMessageRow: k.store.messages.insert(fence) }, 0);
  });

describe('that nothing was paid', () => {
  it.each(['missing', 'refunded'] as const)('where 5203 shows: %s', async (shown) => {
    const k = rulingKit({ shows: () => shown });
    expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
    expect(k.row()).toMatchObject({ state: 'reversed', live: false });
    expect(k.asked).toEqual([undefined]);
  });

  it.each([
    [{ state: 'unknown' }, 'silent', 'WORKLIST_FENCE_OPEN'],
    [fencing(), 'silent', 'WORKLIST_FENCE_OPEN'],
    [reversed, 'silent', 'CENTRE_UNREACHABLE'],
    [reversed, 'found', 'WORKLIST_NOT_PROVEN'],
    [reversed, 'unsound', 'WORKLIST_NOT_PROVEN'],
  ] as const)('not of one that is %o where 5203 shows: %s', async (settlement, shown, code) => {
    const k = rulingKit({ kind: 'settlement-late', settlement, shows: () => shown });
    expect(await k.rule({ resolution: 'void' })).toMatchObject(no(code));
    expect(k.row().state).toBe(settlement.state);
  });

  it('not by a number that a person brings; by the one that was seen, and without one', async () => {
    const shows = (setlId: string | undefined): Shown => (setlId === 'S3' ? 'found' : 'missing');
    const k = rulingKit({ detail: { setlId: 'S3' }, shows });
    expect(await k.rule({ resolution: 'void', evidence: { setlId: 'S9' } })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    expect(k.asked).toEqual([undefined, 'S3']);
  });

  it('while its 2601 is unanswered', async () => {
    const k = rulingKit({ settlement: fencing(), fence: { mayArrive: true } });
    expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
  });

  describe('at a centre that wants a number', () => {
    it('by the one that was seen', async () => {
      const k = rulingKit({ needsSetlId: true, detail: { setlId: 'S3' } });
      expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
      expect(k.asked).toEqual(['S3']);
    });

    it.each([
      [false, false],
      [true, true],
    ])('where none was seen, by an answered 2601 only: %s', async (isDone, may) => {
      const k = rulingKit({ needsSetlId: true, fence: { isDone } });
      expect(await k.rule({ resolution: 'void' })).toMatchObject(may ? { ok: true } : no('WORKLIST_FENCE_OPEN'));
      expect(k.asked).toEqual([]);
    });
  });

  it.each([
    ['difference', { state: 'refused', live: false }, true],
    ['difference', { state: 'notSent', live: false }, true],
    ['settlement-late', { state: 'refused', live: false }, false],
    ['settlement-late', { state: 'notSent', live: false }, false],
    ['difference', settled, false],
    ['settlement-late', settled, false],
  ] as const)('%s of one that was %o: %s', async (kind, settlement, may) => {
    const k = rulingKit({ kind, settlement });
    expect(await k.rule({ resolution: 'void' })).toMatchObject(may ? { ok: true } : no('WORKLIST_NOT_ALLOWED'));
    // What was never in force moves nothing.
    expect(k.row().state).toBe(settlement.state);
    expect(k.audited.filter((one) => Reflect.get(one, 'event') !== undefined)).toEqual([]);
  });
});

describe('that it be given back', () => {
  it.each([
    ['settlement-late', reversed, 'late-reply'],
    ['difference', reversed, 'difference'],
    ['settlement-unsound', reversed, 'staff'],
    ['settlement-after-session', settled, 'staff'],
  ] as const)('%s: under the number that 5203 shows, by the two', async (kind, settlement, cause) => {
    for (const shown of ['found', 'unsound'] as const) {
      const k = rulingKit({ kind, settlement, shows: () => shown });
      expect((await k.rule({ resolution: 'refund' })).ok).toBe(true);
      expect(k.refunds).toEqual([{ setlId: 'S5', cause, ...PEOPLE }]);
      expect(k.asked).toEqual([settlement === settled ? 'S1' : undefined]);
    }
  });

  it.each([
    ['silent', 'CENTRE_UNREACHABLE'],
    ['missing', 'WORKLIST_NOT_PROVEN'],
    ['refunded', 'WORKLIST_NOT_PROVEN'],
  ] as const)('not where 5203 shows: %s', async (shown, code) => {
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, shows: () => shown });
    expect(await k.rule({ resolution: 'refund' })).toMatchObject(no(code));
    expect(k.refunds).toEqual([]);
  });

  it.each([
    [{ state: 'unknown' }, undefined],
    [{ state: 'refused', live: false }, undefined],
    [settled, 'ready'],
    [settled, 'done'],
  ] as const)('not of one that is %o, its refund %s', async (settlement, refund) => {
    const k = rulingKit({ kind: 'difference', settlement, shows: () => 'found' });
    if (refund !== undefined) k.refundOf(refund);
    expect(await k.rule({ resolution: 'refund' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(k.asked).toEqual([]);
  });

  it('not while a 2601 could give back the same money; of one that is settled there is none', async () => {
    const fence = { mayArrive: true };
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, fence, shows: () => 'found' });
    expect(await k.rule({ resolution: 'refund' })).toMatchObject(no('WORKLIST_FENCE_OPEN'));
    const stands = rulingKit({ kind: 'difference', settlement: settled, fence, shows: () => 'found' });
    expect((await stands.rule({ resolution: 'refund' })).ok).toBe(true);
  });
});

describe('what came between the question and the word', () => {
  it('a settlement that has ended meanwhile', async () => {
    const k = rulingKit({
      shows: () => 'found',
      meanwhile: ({ store }) =>
        store.transaction(() => store.settlements.change(1, { state: 'refused', live: false }, 0)),
    });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(k.item()?.resolution).toBeNull();
    expect(k.settled).toEqual([]);
  });

  it('a refund that has begun meanwhile', async () => {
    const k = rulingKit({
      kind: 'settlement-late',
      settlement: reversed,
      shows: () => 'found',
      meanwhile: ({ store }) => {
        const order = { setlId: 'S1', cause: 'staff', by: 'A', second: 'B' } as const;
        store.transaction(() =>
          store.refunds.insert({ settlementId: 1, encounterId: 'OP20260302001', ...order, nowMs: 0 }),
        );
      },
    });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(k.row().state).toBe('reversed');
  });

  it('a 2601 that was made meanwhile', async () => {
    const fence = { mayArrive: false };
    const k = rulingKit({
      fence,
      shows: () => 'found',
      meanwhile: () => {
        fence.mayArrive = true;
      },
    });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    const isVoid = rulingKit({ fence: { mayArrive: true } });
    expect((await isVoid.rule({ resolution: 'void' })).ok).toBe(true);
  });

  it('somebody else who has ended the row', async () => {
    const k = rulingKit({
      meanwhile: ({ store, worklist }) =>
        void store.transaction(() => worklist.end('settlement-unknown', 'the matter')),
    });
    expect(await k.rule({ resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(k.row().state).toBe('unknown');
  });
});

it('one word ends every row that says of it that the centre has it; the others stay', async () => {
  const k = rulingKit({ kind: 'settlement-late', settlement: reversed });
  k.open('difference', 'denied', { verdict: 'deniedHere' });
  k.open('difference', 'missing', { verdict: 'missingThere' });
  k.open('settlement-late', 'again', {});
  expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
  expect(k.work().map(({ subject }) => subject)).toEqual(['missing']);
});
