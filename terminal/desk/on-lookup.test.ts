import { describe, expect, it } from 'vitest';
import type { LookupRow } from '../../common/contracts/desk/lookups.ts';
import { deskSnapshotSchema } from '../../common/contracts/desk/snapshot.ts';
import { keysOf } from './keys.ts';
import { project } from './project.ts';
import { choice, client, DeskKit, difference, encounter, policy } from './testing/kit.ts';

const frame = {
  ...({ mode: 'lab', locale: 'zh-CN' } as const),
  look: { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false } as const,
  site: { title: 'T', institution: 'I', terminal: 'D1', window: '3', hotline: '1' },
};
const screenOf = (kit: DeskKit) =>
  deskSnapshotSchema.parse(project(kit.state, frame, policy, { at: kit.at, now: 1 })).screen;
const row = (code: string): LookupRow => ({
  ...{ code, name: '高血压', standing: 'holds', from: '2025-01-01', to: null },
  ...{ insutype: null, medicalType: null, here: null, elsewhere: null, note: null },
});
const disease = { code: 'M03900', name: '高血压' };
const chronic = { ...encounter('MZ14'), medicalType: '14', disease };

/** A bill for a chronic illness on the glass. */
function chronicBill(): DeskKit {
  const kit = new DeskKit();
  kit.bill({ encounter: chronic });
  return kit;
}
const notice = { kind: 'notFiled', on: null, reason: null } as const;

describe('key B', () => {
  const asked = (of: 'person' | 'bill') => {
    const kit = new DeskKit();
    if (of === 'bill') kit.bill({ encounter: { ...chronic, medicalType: '21', disease: null } });
    else {
      kit.openShift();
      kit.card(1);
      const result = { ok: true, value: client(1, [choice(), choice()]) } as const;
      kit.event({ kind: 'found', op: kit.last('find').op, result });
    }
    expect(keysOf(kit.state, policy).find(({ act }) => act === 'lookups')).toMatchObject({ state: 'on' });
    kit.press({ kind: 'lookup', about: 'benefit' });
    return kit;
  };

  it('asks a benefit check about the bill’s kind of case and its day, and without a bill about a plain visit', () => {
    const of = { medicalType: '21', disease: null, at: chronic.visitedAt };
    expect(asked('bill').last('lookUp').question).toEqual({ about: 'benefit', of });
    expect(asked('person').last('lookUp').question).toEqual({ about: 'benefit', of: null });
    expect(screenOf(asked('person'))).toMatchObject({ view: { asked: { medicalType: '11', disease: null } } });
  });

  it('shows what came, at most 20 rows, and how many there are; Esc leads back', () => {
    const kit = asked('bill');
    expect(screenOf(kit)).toMatchObject({ kind: 'lookup', view: { workingMs: 0, rows: [], total: 0 } });
    const { op } = kit.last('lookUp');
    const value = Array.from({ length: 23 }, (_, index) => row(`M${index}`));
    kit.event({ kind: 'lookedUp', op: op + 7, result: { ok: true, value: [] } });
    kit.event({ kind: 'lookedUp', op, result: { ok: true, value } });
    const screen = screenOf(kit);
    expect(screen).toMatchObject({ view: { workingMs: null, total: 23, failure: null } });
    expect(screen.kind === 'lookup' && screen.view.rows).toHaveLength(20);
    kit.press({ kind: 'letGo' });
    expect(screenOf(kit).kind).toBe('bill');
  });

  it('dashes the keys of the bill beneath as not of this screen, and not as if no bill were open', () => {
    const why = (of: 'person' | 'bill') => keysOf(asked(of).state, policy).find(({ act }) => act === 'quote')?.why;
    expect([why('bill'), why('person')]).toEqual(['notHere', 'noBill']);
  });

  it('tells a refusal in the centre’s words, and can be asked again', () => {
    const kit = asked('bill');
    const error = { code: 'CENTRE_REFUSED', reason: '未开通该交易' } as const;
    kit.event({ kind: 'lookedUp', op: kit.last('lookUp').op, result: { ok: false, error } });
    expect(screenOf(kit)).toMatchObject({
      view: { failure: 'CENTRE_REFUSED', reason: '未开通该交易', workingMs: null },
    });
    expect(kit.press({ kind: 'lookup', about: 'chronic' })).toBe(true);
    expect(kit.count('lookUp')).toBe(2);
  });

  it('counts the seconds while the centre is asked', () => {
    const kit = asked('bill');
    const before = kit.state.version;
    kit.event({ kind: 'tick' });
    expect(kit.state.version).toBe(before + 1);
    expect(screenOf(kit)).toMatchObject({ view: { workingMs: 10 } });
  });
});

describe('a bill of a kind that wants a filing', () => {
  it('is looked up as soon as it stands on the glass; no key waits for the answer', () => {
    const kit = chronicBill();
    expect(kit.last('checkCase')).toMatchObject({ ref: 'P1', encounter: { encounterId: 'MZ14' } });
    expect(kit.press({ kind: 'quote' })).toBe(true);
    kit.event({ kind: 'caseChecked', op: kit.last('checkCase').op, result: { ok: true, value: notice } });
    expect(screenOf(kit)).toMatchObject({ bill: { notice, working: { what: 'preparing' } } });
  });

  it('says it beside the bill, and dashes no key for it', () => {
    const kit = chronicBill();
    const before = keysOf(kit.state, policy);
    const { version } = kit.state;
    kit.event({ kind: 'caseChecked', op: kit.last('checkCase').op, result: { ok: true, value: notice } });
    expect(keysOf(kit.state, policy)).toEqual(before);
    // A key that was pressed in the moment in which the answer came still counts.
    expect(kit.event({ kind: 'intent', version, intent: { kind: 'quote' } })).toBe(true);
  });

  it('keeps it under a list that was opened over it', () => {
    for (const intent of [{ kind: 'dayList' }, { kind: 'lookup', about: 'chronic' }] as const) {
      const kit = chronicBill();
      kit.press(intent);
      kit.event({ kind: 'caseChecked', op: kit.last('checkCase').op, result: { ok: true, value: notice } });
      kit.press({ kind: 'letGo' });
      expect(screenOf(kit)).toMatchObject({ kind: 'bill', bill: { notice } });
    }
  });

  it('says nothing where the centre could not be asked, and nothing of another bill', () => {
    const kit = chronicBill();
    const { op } = kit.last('checkCase');
    kit.event({ kind: 'caseChecked', op: op + 1, result: { ok: true, value: notice } });
    expect(screenOf(kit)).toMatchObject({ bill: { notice: null } });
    const error = { code: 'CENTRE_UNREACHABLE', reason: null } as const;
    kit.event({ kind: 'caseChecked', op, result: { ok: false, error } });
    expect(screenOf(kit)).toMatchObject({ bill: { notice: null, trouble: null } });
  });

  it('is looked up anew when the hospital has changed it', () => {
    const kit = new DeskKit();
    kit.bill({ encounter: chronic, differences: [difference] });
    kit.event({ kind: 'caseChecked', op: kit.last('checkCase').op, result: { ok: true, value: notice } });
    kit.press({ kind: 'reread' });
    const plain = choice({ encounter: { ...chronic, medicalType: '11', disease: null } });
    kit.event({ kind: 'reread', op: kit.last('reread').op, result: { ok: true, value: plain } });
    expect(screenOf(kit)).toMatchObject({ bill: { notice: null } });
    expect(kit.count('checkCase')).toBe(1);
  });
});

it('any other bill is not looked up', () => {
  const kit = new DeskKit();
  kit.bill();
  expect(kit.count('checkCase')).toBe(0);
});
