import { describe, expect, it } from 'vitest';
import { deskSnapshotSchema } from '../../common/contracts/desk/snapshot.ts';
import { fen } from '../../common/kernel/money.ts';
import { project } from './project.ts';
import { choice, client, DeskKit, difference, encounter, MESSAGE, policy, quote, settled } from './testing/kit.ts';

const cash = (received: number) => ({ by: 'cash', received: fen(received) }) as const;
const frame = {
  ...({ mode: 'lab', locale: 'zh-CN' } as const),
  look: { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false } as const,
  site: { title: 'T', institution: 'I', terminal: 'D1', window: '3', hotline: '1' },
};
const shown = (kit: DeskKit) => deskSnapshotSchema.parse(project(kit.state, frame, policy, { at: kit.at, now: 1 }));
const screenOf = (kit: DeskKit) => shown(kit).screen;
const why = (kit: DeskKit, act: string) => shown(kit).keys.find((key) => key.act === act)?.why ?? null;

describe('without a shift', () => {
  it('nothing but opening one is taken, and a card brings nobody up', () => {
    const kit = new DeskKit();
    kit.card(1);
    expect(kit.count('find')).toBe(0);
    expect(kit.press({ kind: 'dayList' })).toBe(false);
    expect(why(kit, 'quote')).toBe('noShift');
    kit.openShift();
    expect(kit.state.stage.kind).toBe('waiting');
  });

  it('one that is open in the journal opens the desk at a start', () => {
    const kit = new DeskKit();
    const shift = { id: 1, staffId: 'S001', name: '王*敏', openedAt: 0, settled: 4 };
    kit.event({ kind: 'facts', facts: { ...kit.state.facts, shift } });
    expect(kit.state.stage.kind).toBe('waiting');
  });
});

describe('a bill', () => {
  it('takes three strokes from the card to the money', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.quoted();
    expect(kit.press({ kind: 'settle', cash: fen(2000), tender: cash(5000) })).toBe(true);
    kit.event({
      kind: 'settled',
      op: kit.last('settle').op,
      answer: { kind: 'settled', value: settled(), next: 'done' },
    });
    expect(screenOf(kit)).toMatchObject({ kind: 'result', result: { kind: 'settled', received: 5000, change: 3000 } });
    expect(kit.count('print')).toBe(1);
    expect(kit.press({ kind: 'next' })).toBe(true);
    expect(kit.state.stage.kind).toBe('waiting');
    expect(kit.last('left').messageId).toBe(MESSAGE);
    expect(kit.last('letGo').ref).toBe('P1');
  });

  it('is not settled for another amount, with too little cash, or by a key of an older glass', () => {
    const kit = new DeskKit();
    kit.bill();
    const older = kit.state.version;
    kit.quoted();
    kit.press({ kind: 'settle', cash: fen(1999), tender: cash(5000) });
    kit.press({ kind: 'settle', cash: fen(2000), tender: cash(1999) });
    kit.event({ kind: 'intent', version: older, intent: { kind: 'settle', cash: fen(2000), tender: cash(2000) } });
    expect(kit.count('settle')).toBe(0);
  });

  it('sends one settlement however often the key is struck', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.quoted();
    for (let stroke = 0; stroke < 5; stroke++) kit.press({ kind: 'settle', cash: fen(2000), tender: cash(2000) });
    expect(kit.count('settle')).toBe(1);
  });

  it('with a fen of difference is neither pre-settled nor settled until the hospital has mended it', () => {
    const kit = new DeskKit();
    kit.bill({ differences: [difference], encounter: encounter('MZ1', '70.47') });
    expect(kit.press({ kind: 'quote' })).toBe(false);
    expect(why(kit, 'quote')).toBe('checkFirst');
    expect(screenOf(kit)).toMatchObject({
      bill: { check: { differing: 1, differences: [{ number: 1, exact: '70.483', difference: 1, cause: 'cutOff' }] } },
    });
    kit.press({ kind: 'reread' });
    kit.event({ kind: 'reread', op: kit.last('reread').op, result: { ok: true, value: choice() } });
    expect(why(kit, 'quote')).toBe(null);
    expect(kit.press({ kind: 'quote' })).toBe(true);
  });

  it('that changed since its pre-settlement must be pre-settled anew', () => {
    const kit = new DeskKit();
    kit.bill({ differences: [] });
    kit.quoted();
    const { stage } = kit.state;
    if (stage.kind !== 'bill') throw new Error('no bill');
    kit.state = {
      ...kit.state,
      stage: { ...stage, bill: { ...stage.bill, choice: choice({ differences: [difference] }) } },
    };
    kit.press({ kind: 'reread' });
    const changed = choice({ encounter: encounter('MZ1', '70.48') });
    const value = { ...changed, encounter: { ...changed.encounter, doctor: { code: 'D2', name: '另一医师' } } };
    kit.event({ kind: 'reread', op: kit.last('reread').op, result: { ok: true, value } });
    expect(kit.press({ kind: 'settle', cash: fen(2000), tender: cash(2000) })).toBe(false);
    expect(why(kit, 'settle')).toBe('quoteFirst');
  });

  it('is uploaded anew without its preparation being given back meanwhile, and keeps the answer about the account', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.quoted();
    kit.press({ kind: 'setUseAccount', use: false });
    const result = { ok: true, value: quote('Q2', choice(), false) } as const;
    kit.event({ kind: 'quoted', op: kit.last('reprice').op, at: 6, result });
    expect(kit.press({ kind: 'reupload' })).toBe(true);
    expect([kit.last('prepare').useAccount, kit.count('abandon')]).toEqual([false, 0]);
  });

  it('that is blocked can be looked at, and nothing else', () => {
    const kit = new DeskKit();
    kit.bill({ blocked: true });
    for (const kind of ['quote', 'reupload'] as const) expect(kit.press({ kind })).toBe(false);
    expect(why(kit, 'settle')).toBe('blocked');
    expect(screenOf(kit)).toMatchObject({ bill: { encounter: { blocked: true } } });
  });

  it('an unknown outcome is told as unknown, and becomes settled when it is found', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.quoted();
    kit.press({ kind: 'settle', cash: fen(2000), tender: cash(2000) });
    kit.event({
      kind: 'settled',
      op: kit.last('settle').op,
      answer: { kind: 'unknown', messageId: MESSAGE, next: 'wait' },
    });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'unknown', of: 'settlement', next: 'wait' } });
    expect(kit.last('print').slip).toBe('unknown');
    kit.event({ kind: 'resolved', messageId: MESSAGE, answer: { kind: 'settled', value: settled(), next: 'done' } });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'settled', messageId: MESSAGE } });
  });

  it('paid at the external cashier prints its slip only when that has an end', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.quoted();
    kit.press({ kind: 'settle', cash: fen(2000), tender: { by: 'cashier' } });
    kit.event({
      kind: 'settled',
      op: kit.last('settle').op,
      answer: { kind: 'settled', value: settled(), next: 'done' },
    });
    expect([kit.count('collect'), kit.count('print')]).toEqual([1, 0]);
    const { op } = kit.last('collect');
    kit.event({
      kind: 'collection',
      op,
      collection: { state: 'collected', reference: 'R1', at: '2026-03-02 09:00:05' },
    });
    expect(kit.count('print')).toBe(1);
    expect(kit.press({ kind: 'next' })).toBe(true);
    expect(kit.count('stopCollecting')).toBe(0);
  });
});

describe('the card', () => {
  it('that goes before the money moves lets the person go; what comes late is given back', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.press({ kind: 'quote' });
    const { op } = kit.last('prepare');
    kit.card(null);
    expect(kit.state.stage.kind).toBe('waiting');
    expect(kit.last('letGo').ref).toBe('P1');
    kit.event({ kind: 'quoted', op, at: 1, result: { ok: true, value: quote('Q1') } });
    expect(kit.last('abandon').encounterId).toBe('MZ1');
  });

  it('that goes while the money moves changes nothing of it', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.quoted();
    kit.press({ kind: 'settle', cash: fen(2000), tender: cash(2000) });
    const { op } = kit.last('settle');
    kit.card(null);
    kit.card(2);
    expect(kit.count('find')).toBe(1);
    kit.event({ kind: 'settled', op, answer: { kind: 'settled', value: settled(), next: 'done' } });
    expect(kit.state.stage.kind).toBe('result');
  });

  it('of the next person ends the result of the one before', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.quoted();
    kit.press({ kind: 'settle', cash: fen(2000), tender: cash(2000) });
    kit.event({
      kind: 'settled',
      op: kit.last('settle').op,
      answer: { kind: 'settled', value: settled(), next: 'done' },
    });
    kit.card(null);
    expect(kit.state.stage.kind).toBe('result');
    kit.card(2);
    expect(kit.state.stage.kind).toBe('reading');
    expect(kit.last('left').messageId).toBe(MESSAGE);
  });

  it('that was let go of is not read again by itself', () => {
    const kit = new DeskKit();
    kit.bill();
    kit.press({ kind: 'letGo' });
    kit.card(1);
    expect(kit.count('find')).toBe(1);
    expect(kit.press({ kind: 'readCard' })).toBe(true);
    expect(kit.count('find')).toBe(2);
  });

  it('answers of a person who has gone are dropped, and she is let go of', () => {
    const kit = new DeskKit();
    kit.openShift();
    kit.card(1);
    const { op } = kit.last('find');
    kit.card(null);
    kit.event({ kind: 'found', op, result: { ok: true, value: client(1) } });
    expect(kit.state.stage.kind).toBe('waiting');
    expect(kit.last('letGo').ref).toBe('P1');
  });
});

describe('a refund', () => {
  const open = (partial = false): DeskKit => {
    const kit = new DeskKit();
    kit.openShift();
    kit.press({ kind: 'dayList' });
    kit.press({ kind: 'refund', encounterId: 'MZ1', partial });
    kit.event({
      kind: 'refundable',
      op: kit.last('findRefund').op,
      result: { ok: true, value: { bill: settled(), stay: false } },
    });
    return kit;
  };

  it('repeats the amount, takes the proof of people, and says what goes back', () => {
    const kit = open();
    kit.press({ kind: 'confirmRefund', messageId: MESSAGE, cash: fen(1) });
    expect(kit.count('proveRefund')).toBe(0);
    kit.press({ kind: 'confirmRefund', messageId: MESSAGE, cash: fen(2000) });
    const { op } = kit.last('proveRefund');
    kit.event({ kind: 'refundProved', op, result: { ok: true, value: null } });
    const value = {
      encounterId: 'MZ1',
      messageId: MESSAGE,
      refundedAt: '2026-03-02 10:00:00',
      cashReturned: fen(2000),
    };
    kit.event({ kind: 'refunded', op, answer: { kind: 'settled', value, next: 'done' } });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'refunded', cashReturned: 2000 } });
  });

  it.each([
    ['a part of it leaves the stay as it is', true, 'settlement'],
    ['all of it undoes the stay too', false, 'admission'],
  ] as const)('%s', (_words, partial, until) => {
    const kit = open(partial);
    kit.press({ kind: 'confirmRefund', messageId: MESSAGE, cash: fen(2000) });
    expect(kit.last('proveRefund')).toMatchObject({ messageId: MESSAGE, until });
  });

  it('that nobody stands for was never begun', () => {
    const kit = open();
    kit.press({ kind: 'confirmRefund', messageId: MESSAGE, cash: fen(2000) });
    kit.event({ kind: 'refundProved', op: kit.last('proveRefund').op, result: { ok: false, error: 'STAFF_ROLE' } });
    expect(screenOf(kit)).toMatchObject({ refund: { phase: 'confirm', trouble: { failure: 'STAFF_ROLE' } } });
  });

  it('takes no staff card for a client’s', () => {
    const kit = open();
    kit.press({ kind: 'confirmRefund', messageId: MESSAGE, cash: fen(2000) });
    kit.card(9);
    expect(kit.count('find')).toBe(0);
  });
});
