import { describe, expect, it } from 'vitest';
import { deskSnapshotSchema } from '../../common/contracts/desk/snapshot.ts';
import type { DeskStayStep } from '../../common/contracts/desk/stay.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { fen } from '../../common/kernel/money.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { StayCourse } from '../billing/port.ts';
import { project } from './project.ts';
import { choice, DeskKit, policy, quote } from './testing/kit.ts';
import { course, stayChoice, stayEncounter } from './testing/stay.ts';

const frame = {
  ...({ mode: 'lab', locale: 'zh-CN' } as const),
  look: { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false } as const,
  site: { title: 'T', institution: 'I', terminal: 'D1', window: '3', hotline: '1' },
};
const shown = (kit: DeskKit) => deskSnapshotSchema.parse(project(kit.state, frame, policy, { at: kit.at, now: 1 }));
const key = (kit: DeskKit, act: string) => shown(kit).keys.find((each) => each.act === act);
const billOf = (kit: DeskKit) => {
  const { screen } = shown(kit);
  return screen.kind === 'bill' ? screen.bill : expect.fail(screen.kind);
};
const press = (kit: DeskKit, step: DeskStayStep): boolean => kit.press({ kind: 'stayStep', step });
const answer = (kit: DeskKit, came: 'done' | FailureCode, now: StayCourse | null): void => {
  const result = came === 'done' ? ok(null) : err({ code: came, reason: null });
  kit.event({ kind: 'stayStepped', op: kit.last('stayStep').op, result, course: now });
};
const missing = { ...course().lines, missing: 1 };
const there = { ...course().lines, there: 1, through: '2026-03-02 08:45:00' };

describe('a stay that goes on', () => {
  it('is told step by step, and each ends in one sentence; money is not spoken of', () => {
    const kit = new DeskKit();
    kit.bill(stayChoice('inside', { state: 'none', lines: missing }));
    expect([key(kit, 'stay')?.state, key(kit, 'quote')?.why, key(kit, 'settle')?.why]).toEqual([
      'next',
      'inHospital',
      'inHospital',
    ]);
    expect(kit.press({ kind: 'quote' })).toBe(false);
    expect(press(kit, 'addFees')).toBe(false);
    expect(press(kit, 'admit')).toBe(true);
    expect(billOf(kit)).toMatchObject({ stay: { doing: 'admit' }, working: { what: 'stay' } });
    expect(press(kit, 'admit')).toBe(false);
    answer(kit, 'done', course({ lines: missing }));
    expect(billOf(kit)).toMatchObject({
      stay: { said: { step: 'admit', outcome: 'done' }, course: { state: 'admitted', admittedOn: '2026-03-02' } },
      trouble: null,
      working: null,
    });
    press(kit, 'addFees');
    answer(kit, 'done', course({ lines: there }));
    expect(billOf(kit).steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'check done',
      'admission done',
      'fees done',
      'discharge later',
      'quote later',
      'settlement later',
    ]);
    expect(key(kit, 'stay')?.state).toBe('on');
    expect([kit.count('stayStep'), kit.count('prepare')]).toEqual([2, 0]);
  });

  it('is asked of the hospital again, which brings the next day', () => {
    const kit = new DeskKit();
    kit.bill(stayChoice('inside', { lines: there }));
    expect(kit.press({ kind: 'reread' })).toBe(true);
    const result = ok(stayChoice('out', { lines: there }));
    kit.event({ kind: 'reread', op: kit.last('reread').op, result });
    expect(billOf(kit).stay?.acts.find(({ state }) => state === 'next')?.step).toBe('discharge');
    expect(key(kit, 'quote')?.state).toBe('next');
  });
});

describe('what nobody knows', () => {
  it.each([
    ['admit', { state: 'none', lines: missing }, { state: 'admitting', lines: missing }],
    ['addFees', { lines: missing }, { lines: { ...missing, doubtful: true } }],
    ['clearFees', { lines: there }, { lines: { ...there, doubtful: true } }],
    ['cancel', { lines: there }, { lines: { ...there, doubtful: true } }],
    ['change', { changed: true }, { changed: true }],
  ] as const)('%s is told as unknown, without a cause, and pressed again', (step, before, after) => {
    const kit = new DeskKit();
    kit.bill(stayChoice('inside', before));
    press(kit, step);
    answer(kit, 'CENTRE_UNREACHABLE', course(after));
    expect(billOf(kit)).toMatchObject({ stay: { said: { step, outcome: 'unknown' } }, trouble: null });
    expect(press(kit, step)).toBe(true);
  });

  it('and so is a step under a journal that cannot be read', () => {
    const kit = new DeskKit();
    kit.bill(stayChoice('inside', { state: 'none' }));
    press(kit, 'admit');
    answer(kit, 'STORE_IO', null);
    expect(billOf(kit).stay?.said).toEqual({ step: 'admit', outcome: 'unknown' });
  });

  it('a refusal is told as one, with the centre’s words', () => {
    const kit = new DeskKit();
    kit.bill(stayChoice('inside', { state: 'none' }));
    press(kit, 'admit');
    answer(kit, 'CENTRE_REFUSED', course({ state: 'none' }));
    expect(billOf(kit)).toMatchObject({
      stay: { said: { step: 'admit', outcome: 'failed' } },
      trouble: { failure: 'CENTRE_REFUSED' },
    });
  });
});

describe('a stay that is over', () => {
  const out = () => stayChoice('out', { lines: there });

  it('is not settled at what was pre-settled before a step', () => {
    const kit = new DeskKit();
    const discharged = stayChoice('out', { state: 'discharged', lines: there });
    kit.bill(discharged);
    kit.press({ kind: 'quote' });
    const result = ok(quote('Q1', choice({ encounter: stayEncounter('out') })));
    kit.event({ kind: 'quoted', op: kit.last('prepare').op, at: 5, result });
    expect(key(kit, 'settle')?.state).toBe('next');
    press(kit, 'undoDischarge');
    answer(kit, 'done', course({ lines: there }));
    expect(key(kit, 'settle')?.why).toBe('quoteFirst');
    kit.press({ kind: 'settle', cash: fen(2000), tender: { by: 'cash', received: fen(2000) } });
    expect(kit.count('settle')).toBe(0);
    expect(billOf(kit).stay?.said).toEqual({ step: 'undoDischarge', outcome: 'done' });
  });

  it('what F4 has sent of it stands on the bill, also where it came to nothing', () => {
    const kit = new DeskKit();
    kit.bill(out());
    kit.press({ kind: 'quote' });
    const sent = course({ state: 'discharged', lines: there, dischargedAt: '2026-03-05 09:00:00' });
    kit.event({ kind: 'course', encounterId: 'ZY1', course: sent });
    const result = err({ code: 'CENTRE_REFUSED', reason: null } as const);
    kit.event({ kind: 'quoted', op: kit.last('prepare').op, at: 5, result });
    expect(billOf(kit).stay?.course).toMatchObject({ state: 'discharged', dischargedOn: '2026-03-05' });
    kit.event({ kind: 'course', encounterId: 'OTHER', course: course() });
    expect(billOf(kit).stay?.course.state).toBe('discharged');
  });

  it('a card that goes in the middle of a step lets her go; its answer changes nothing', () => {
    const kit = new DeskKit();
    kit.bill(out());
    press(kit, 'discharge');
    kit.card(null);
    answer(kit, 'done', course({ state: 'discharged' }));
    expect([kit.state.stage.kind, kit.count('letGo')]).toEqual(['waiting', 1]);
  });
});

it('a visit and a blocked stay have no such key', () => {
  const kit = new DeskKit();
  kit.bill();
  expect([key(kit, 'stay')?.why, press(kit, 'admit')]).toEqual(['notAStay', false]);
  const blocked = new DeskKit();
  blocked.bill({ ...stayChoice('inside'), blocked: true });
  expect([key(blocked, 'stay')?.why, press(blocked, 'cancel')]).toEqual(['blocked', false]);
});
