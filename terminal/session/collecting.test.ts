import { describe, expect, it } from 'vitest';
import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import { fen } from '../../common/kernel/money.ts';
import { ok } from '../../common/kernel/result.ts';
import { encounter as encounterOf, found, settled, splitOf } from '../testing/people.ts';
import { Walk } from './testing/session-kit.ts';

const TAKEN = { state: 'collected', reference: 'SK1', at: '2026-11-21 09:45:02' } as const;

/** Settled with 20.00 yuan left to pay, where a cashier is asked. */
function toDone(policy: ConstructorParameters<typeof Walk>[0] = {}): Walk {
  return new Walk({ collectMs: 90_000, ...policy }).toWorking().finish();
}

const answer = (walk: Walk, collection: CollectionResult): boolean =>
  walk.send({ kind: 'collected', op: walk.last('collect').op, collection });

describe('the cash part at the external cashier', () => {
  it('is asked for after the settlement, which is shown as settled from the start; the slip waits for the answer', () => {
    const walk = toDone();
    expect(walk.screen).toMatchObject({ kind: 'done', collection: { state: 'asking' }, print: 'queued' });
    expect(walk.last('collect')).toMatchObject({ limitMs: 90_000, settled: { setlId: 'SMZ1' } });
    expect(walk.count('print')).toBe(0);
    answer(walk, TAKEN);
    expect(walk.screen).toMatchObject({ kind: 'done', collection: TAKEN, print: 'queued' });
    expect(walk.last('print').slip).toMatchObject({ kind: 'settlement', collection: TAKEN });
    walk.printOut();
    expect(walk.screen).toMatchObject({ print: 'printed', collection: TAKEN });
    expect(walk.count('print')).toBe(1);
  });

  it('is named before the person confirms, where there is one; else the window is', () => {
    expect(new Walk({ collectMs: 90_000 }).toConfirm().screen).toMatchObject({ kind: 'confirm', beside: true });
    expect(new Walk().toConfirm().screen).toMatchObject({ kind: 'confirm', beside: false });
  });

  it('is not asked where nothing is left to pay, or where there is no cashier', () => {
    const paid = new Walk({ collectMs: 90_000 }).toWorking();
    const from = paid.last('settle').prepared;
    const split = { ...splitOf(10_000, true), account: fen(4000), cash: fen(0) };
    paid.send({
      kind: 'settleEnded',
      op: paid.last('settle').op,
      result: { kind: 'settled', settled: settled(from, { split }) },
    });
    expect(paid.screen).toMatchObject({ kind: 'done', collection: null });
    const without = new Walk().toWorking().finish();
    expect([paid.count('collect'), without.count('collect')]).toEqual([0, 0]);
    expect(without.last('print').slip).toMatchObject({ collection: null });
  });

  it('never times out, and the card may be taken meanwhile', () => {
    const walk = toDone().wait(80_000).remove().wait(80_000);
    expect(walk.screen).toMatchObject({ kind: 'done', collection: { state: 'asking' } });
    answer(walk, TAKEN);
    walk.printOut().wait(10_000);
    expect(walk.screen.kind).toBe('insertCard');
  });

  it.each(['payAtWindow', 'end'] as const)(
    'is given up by %s, once; the slip comes with the cashier’s own word',
    (kind) => {
      const walk = toDone();
      const { version } = walk.state;
      expect(walk.want({ kind }, version)).toBe(true);
      expect(walk.screen).toMatchObject({ kind: 'done', collection: { state: 'stopping' } });
      expect(walk.want({ kind }, version)).toBe(false);
      expect(walk.want({ kind })).toBe(false);
      expect(walk.count('stopCollecting')).toBe(1);
      answer(walk, { state: 'notCollected', because: 'closed' });
      expect(walk.last('print').slip).toMatchObject({ collection: { state: 'notCollected', because: 'closed' } });
    },
  );

  it('is ended where another card comes in: its slip says that nobody knows, and the next one waits for the paper', () => {
    const walk = toDone().remove().insert(2);
    expect(walk.screen.kind).toBe('done');
    walk.wait(4000);
    expect(walk.count('stopCollecting')).toBe(1);
    expect(walk.last('print').slip).toMatchObject({ kind: 'settlement', collection: { state: 'unknown' } });
    expect(walk.state.stage).toMatchObject({ kind: 'reading', held: 'print' });
    // The cashier's answer is nobody's on this screen any more.
    answer(walk, TAKEN);
    expect(walk.count('print')).toBe(1);
    walk.printOut();
    expect(walk.count('readCard')).toBe(2);
  });

  it('is shown without paper where there is no printer', () => {
    const walk = toDone({ hasPrinter: false });
    answer(walk, TAKEN);
    expect(walk.screen).toMatchObject({ kind: 'done', collection: TAKEN, print: 'none' });
    expect(walk.count('print')).toBe(0);
  });

  it('answers of another collection change nothing', () => {
    const walk = toDone();
    walk.send({ kind: 'collected', op: 99, collection: TAKEN });
    expect(walk.screen).toMatchObject({ collection: { state: 'asking' } });
  });
});

describe('another bill', () => {
  /** Two bills that could be paid, one of them settled now. */
  function withAnother(blocked = false): Walk {
    const walk = new Walk().toLookUp();
    const choices = ['MZ1', 'MZ2'].map((id) => ({ encounter: encounterOf(id), blocked: blocked && id === 'MZ2' }));
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found(choices, 9000)) });
    walk.want({ kind: 'openVisit', encounterId: 'MZ1' });
    walk.want({ kind: 'acceptFees' });
    walk.answerPrepare().want({ kind: 'acceptSplit' });
    const { screen } = walk;
    if (screen.kind !== 'confirm') throw new Error(screen.kind);
    walk.want({ kind: 'confirm', cash: screen.split.cash });
    return walk.finish();
  }

  it('is gone on with once the slip is out: the PIN again, then centre and hospital are asked anew', () => {
    const walk = withAnother();
    expect(walk.screen).toMatchObject({ kind: 'done', others: 0 });
    expect(walk.want({ kind: 'nextVisit' })).toBe(false);
    walk.printOut();
    expect(walk.screen).toMatchObject({ kind: 'done', others: 1 });
    expect(walk.want({ kind: 'nextVisit' })).toBe(true);
    expect(walk.screen.kind).toBe('enterPin');
    expect(walk.count('left')).toBe(1);
    walk.verify();
    expect(walk.screen.kind).toBe('lookingUp');
    expect([walk.count('verifyPin'), walk.count('lookUp')]).toEqual([2, 2]);
  });

  it('is not offered where it is blocked, or the card has gone', () => {
    expect(withAnother(true).printOut().screen).toMatchObject({ others: 0 });
    const walk = withAnother().printOut().remove();
    expect(walk.screen).toMatchObject({ kind: 'done', others: 0 });
    expect(walk.want({ kind: 'nextVisit' })).toBe(false);
  });

  it('without a PIN pad in the way of accounts the bills are asked for at once', () => {
    const walk = new Walk({ pinBeforeAccount: false });
    walk.ready().insert().read();
    const choices = ['MZ1', 'MZ2'].map((id) => ({ encounter: encounterOf(id), blocked: false }));
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found(choices, 9000)) });
    walk.want({ kind: 'openVisit', encounterId: 'MZ1' });
    walk.want({ kind: 'acceptFees' });
    walk.answerPrepare().want({ kind: 'acceptSplit' });
    const { screen } = walk;
    walk.want({ kind: 'confirm', cash: screen.kind === 'confirm' ? screen.split.cash : fen(0) });
    walk.finish().printOut().want({ kind: 'nextVisit' });
    expect(walk.screen.kind).toBe('lookingUp');
  });
});
