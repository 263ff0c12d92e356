import { describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { failure } from './deps.ts';
import { CONFIRMED, SPLIT, TOTAL, WAITS } from './testing/settlement.ts';
import { fence, make } from './testing/transition.ts';

describe('settled', () => {
  it('is one fact: figures, visit, HIS, operator, audit, and the answer that says so', () => {
    const s = make();
    let kept = 0;
    const keep = () => {
      kept += 1;
      expect(s.store.inTransaction()).toBe(true);
    };
    const row = s.move('answeredSettled', { confirmed: CONFIRMED, keep });
    expect(kept).toBe(1);
    expect(row).toEqual(s.row());
    expect(row).toMatchObject({
      state: 'settled',
      live: true,
      splitSettled: SPLIT,
      setlId: 'S1',
      setlTime: '2026-03-02 09:00:05',
      foundBy: 'answer',
      changed: false,
      unseen: true,
    });
    expect(s.visit().phase).toBe('settled');
    const { messageId } = row;
    const common = { encounterId: 'OP20260302001', messageId, mdtrtId: 'M1', setlId: 'S1' };
    const amounts = { total: '1065.48', funds: '0.00', hospital: '0.00', account: '65.48' };
    const settledAt = '2026-03-02 09:00:05';
    expect(s.told).toEqual([
      {
        destination: 'his',
        kind: 'settled',
        group: 'OP20260302001',
        client: null,
        body: { ...common, ...amounts, settledAt, holder: s.visit().holder, cashDue: '1000.00' },
      },
      {
        destination: 'operator',
        kind: 'settlement',
        group: 'OP20260302001',
        body: {
          ...common,
          ...amounts,
          settledAt,
          cash: '1000.00',
          insutype: '310',
          useAccount: true,
          changed: false,
          foundBy: 'answer',
          checkCode: row.checkCode,
        },
      },
    ]);
    expect(s.audited).toEqual([
      {
        act: 'settlement.settled',
        messageId,
        encounterId: 'OP20260302001',
        from: 'intended',
        to: 'settled',
        event: 'answeredSettled',
        foundBy: 'answer',
        rounds: 0,
      },
    ]);
    expect(s.kicks()).toBe(1);
    expect(s.flagged).toEqual([]);
  });

  it('otherwise than it was shown is said so', () => {
    const s = make();
    const split = { ...SPLIT, account: fen(6547), cash: fen(100_001) };
    expect(s.move('answeredSettled', { confirmed: { ...CONFIRMED, split } }).changed).toBe(true);
    const { messageId } = s.row();
    expect(s.audited.at(-1)).toEqual({ act: 'settlement.settled-otherwise', messageId, encounterId: 'OP20260302001' });
  });

  it('where nobody waits is for the work-list, not for a screen', () => {
    const s = make({ state: 'unknown' }, false);
    expect(s.move('queryFound', { confirmed: CONFIRMED }).unseen).toBe(false);
    expect(s.flagged).toEqual([1]);
  });

  it('ends what called a person, and what was planned', () => {
    const s = make({ state: 'unknown', rounds: 6, verifyAt: 5 });
    s.store.transaction(() => s.staff.counted(s.row()));
    expect(s.work()).toMatchObject([{ kind: 'settlement-unknown' }]);
    s.move('queryFound', { confirmed: CONFIRMED });
    expect(s.work()).toEqual([]);
    expect(s.verifyAt()).toBeNull();
  });

  it('without figures is a bug, and leaves everything as it was', () => {
    const s = make();
    expect(() => s.move('answeredSettled')).toThrow('without an answer');
    expect(s.row().state).toBe('intended');
    expect(s.kicks()).toBe(0);
  });
});

describe('nothing was paid', () => {
  it('refused: the encounter is free, and why is kept', () => {
    const s = make();
    const why = failure('CENTRE_REFUSED', '余额不足');
    expect(s.move('answeredRefused', { failure: why })).toMatchObject({ state: 'refused', live: false, failure: why });
    expect(s.visit().phase).toBe('ready');
  });

  it('not sent, without a reason: none is made up', () => {
    const s = make();
    expect(s.move('answeredNotSent')).toMatchObject({ state: 'notSent', live: false, failure: null });
  });

  it('refused, as its 2601 has shown: given back with the centre’s words, and looked at once more', () => {
    const s = make({ state: 'fencing', live: true });
    const why = failure('CENTRE_REFUSED', '余额不足');
    const row = s.move('refusalProven', { failure: why });
    expect(row).toMatchObject({ state: 'reversed', live: false, failure: why });
    expect(s.visit().phase).toBe('undoing');
    expect(s.told).toMatchObject([{ kind: 'released', body: { reason: 'refused', because: '余额不足' } }]);
    expect(s.verifyAt()).toBe(s.clock.now() + WAITS.verifyMs);
    const unsaid = make({ state: 'fencing' }).move('refusalProven');
    expect(unsaid.failure).toEqual({ code: 'CENTRE_REFUSED', reason: null });
  });

  it('reversed: given back to HIS and centre, the operator told, looked at once more', () => {
    const s = make({ state: 'fencing' });
    expect(s.move('fenced')).toMatchObject({ state: 'reversed', live: false });
    expect(s.visit().phase).toBe('undoing');
    expect(s.toldOf('released')).toMatchObject([
      { destination: 'his', group: 'OP20260302001', body: { holder: s.visit().holder, reason: 'reversed' } },
    ]);
    expect(s.toldOf('fault')).toEqual([
      {
        destination: 'operator',
        kind: 'fault',
        group: 'OP20260302001',
        body: {
          fault: 'SETTLEMENT_REVERSED',
          encounterId: 'OP20260302001',
          messageId: s.row().messageId,
          mdtrtId: 'M1',
          state: 'reversed',
          at: '2026-03-02 09:00:00',
        },
      },
    ]);
    expect(s.verifyAt()).toBe(s.clock.now() + WAITS.verifyMs);
  });
});

describe('not known', () => {
  it('is fenced by a 2601 with the original message id, durable with the move', () => {
    const s = make({ state: 'unknown' });
    expect(s.move('queryMissing').state).toBe('fencing');
    const { messageId } = s.row();
    expect(fence(s)).toMatchObject({ infno: '2601', visitId: 1 });
    const bytes = new TextDecoder().decode(fence(s)?.request);
    expect(bytes).toContain(`"omsgid":"${messageId}","oinfno":"2207"`);
  });

  it('a round without an answer is counted; the sixth calls a person', () => {
    const s = make({ state: 'unknown', rounds: 4 });
    expect(s.move('queryFailed')).toMatchObject({ state: 'unknown', rounds: 5, fenceFailures: 0 });
    expect(s.work()).toEqual([]);
    s.move('queryFailed');
    expect(s.work()).toMatchObject([
      {
        kind: 'settlement-unknown',
        subject: s.row().messageId,
        encounterId: 'OP20260302001',
        settlementId: 1,
        amountFen: TOTAL,
        detail: { state: 'unknown', mdtrtId: 'M1', rounds: 6, fenceFailures: 0, setlId: null, why: null },
      },
    ]);
  });

  it('a 2601 without an answer is counted apart; the sixth calls a person', () => {
    const s = make({ state: 'fencing', fenceFailures: 4 });
    expect(s.move('fenceFailed')).toMatchObject({ state: 'fencing', rounds: 1, fenceFailures: 5 });
    expect(s.work()).toEqual([]);
    s.move('fenceFailed');
    expect(s.work()).toMatchObject([{ kind: 'reversal-stuck' }]);
  });

  it('a 2601 that is refused is forgotten', () => {
    const s = make({ state: 'unknown' });
    s.move('queryMissing');
    expect(s.move('fenceRefused')).toMatchObject({ state: 'unknown', fenceMessageRow: null, fenceFailures: 1 });
  });

  it('a row that cannot be right is fenced, and shown', () => {
    const s = make({ state: 'unknown' });
    s.move('queryUnsound', { seen: { setlId: 'S9', total: fen(7), why: 'CENTRE_MONEY_MISMATCH' } });
    expect(s.work()).toMatchObject([
      { kind: 'settlement-unsound', amountFen: 7, detail: { setlId: 'S9', why: 'CENTRE_MONEY_MISMATCH' } },
    ]);
    const unseen = make({ state: 'unknown' });
    unseen.move('queryUnsound');
    expect(unseen.work()).toMatchObject([{ amountFen: TOTAL, detail: { setlId: null, why: null } }]);
  });
});

it('a pair that is not in the table changes nothing, but the answer is kept', () => {
  const s = make({ state: 'refused', live: false });
  let kept = 0;
  const keep = () => {
    kept += 1;
  };
  const row = s.move('fenced', { keep });
  expect(row).toMatchObject({ state: 'refused' });
  expect(kept).toBe(1);
  expect(s.audited).toEqual([]);
  expect(s.kicks()).toBe(0);
});

it('of a settlement that is not there is a bug', () => {
  expect(() => make().apply(9, 'fenced')).toThrow('no row 9');
});
