import { describe, expect, it } from 'vitest';
import { SqliteError } from '../store/database.ts';
import { PEOPLE, REASON } from './testing/late.ts';
import { no, reversed, rulingKit, settled } from './testing/ruling.ts';

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
    const other = rulingKit({ kind: 'difference', detail: { verdict: 'amountDiffers' }, settlement: settled });
    expect((await other.rule({ resolution: 'noted' })).ok).toBe(true);
    expect(other.settled).toEqual([]);
  });

  it.each([
    ['of what counts', {}, settled, undefined, false],
    ['of what counts, by its number', { setlId: 'S1' }, settled, undefined, false],
    ['of what counts, its refund given up', {}, settled, 'kept', false],
    ['of a refund', { setlId: 'R1' }, settled, undefined, true],
    ['of what has been given back', {}, settled, 'done', true],
    ['of what does not count', {}, reversed, undefined, true],
  ] as const)(
    'that the centre has it not, %s, may be noted or not',
    async (_words, number, settlement, refund, may) => {
      const detail = { verdict: 'missingThere', ...number };
      const k = rulingKit({ kind: 'difference', detail, settlement });
      if (refund !== undefined) k.refundOf(refund);
      const answer = await k.rule({ resolution: 'noted', act: { by: 'S007', second: null } });
      expect(answer).toMatchObject(may ? { ok: true } : no('WORKLIST_NOT_ALLOWED'));
      expect(k.asked).toEqual([]);
    },
  );

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
    k.answers('WORKLIST_UNANSWERED');
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_UNANSWERED'));
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

describe('one word ends every row that says of its number that the centre has it', () => {
  it('by the same two people and reason; what says something else stays', async () => {
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, detail: { setlId: 'A' } });
    k.open('difference', 'denied', { verdict: 'deniedHere', setlId: 'A' });
    k.open('settlement-unsound', 'unsound', { setlId: 'A' });
    k.open('difference', 'missing', { verdict: 'missingThere', setlId: 'A' });
    k.open('difference', 'figures', { verdict: 'amountDiffers', setlId: 'A' });
    k.open('difference', 'denied too', { verdict: 'deniedHere', setlId: 'B' });
    k.open('difference', 'doubled', { verdict: 'doubled', setlId: 'B' });
    expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
    expect(k.work().map(({ subject }) => subject)).toEqual(['missing', 'figures', 'denied too', 'doubled']);
    for (const id of [2, 3]) {
      expect(k.store.worklist.get(id)).toMatchObject({ resolution: 'void', ...PEOPLE, reason: REASON });
    }
    expect(k.toldOf('worklist').at(-1)).toMatchObject({ body: { resolution: 'void', ...PEOPLE } });
  });

  it('a number that only the centre named is decided like one that the row bears', async () => {
    const k = rulingKit({ shows: () => 'found' });
    k.open('difference', 'this', { verdict: 'deniedHere', setlId: 'S5' });
    k.open('difference', 'other', { verdict: 'deniedHere', setlId: 'S6' });
    expect((await k.rule({ resolution: 'stands' })).ok).toBe(true);
    expect(k.work().map(({ subject }) => subject)).toEqual(['other']);
  });

  it('one without a number is decided only with what was last to be given back, and was kept', async () => {
    for (const [number, refund, left] of [
      ['B', 'kept', ['unnamed']],
      ['S1', 'kept', []],
      ['S1', 'done', ['unnamed']],
      ['B', undefined, ['unnamed']],
    ] as const) {
      const k = rulingKit({ kind: 'settlement-late', settlement: reversed, detail: { setlId: number } });
      if (refund !== undefined) k.refundOf(refund);
      k.open('settlement-late', 'unnamed', { setlId: null });
      expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
      expect(k.work().map(({ subject }) => subject)).toEqual(left);
    }
  });
});
