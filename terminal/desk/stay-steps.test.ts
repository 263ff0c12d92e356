import { describe, expect, it } from 'vitest';
import { type DeskStayStep, deskStaySteps } from '../../common/contracts/desk/stay.ts';
import type { StayCourse } from '../billing/port.ts';
import type { Choice } from './stage.ts';
import { nextStep, stayActs, whyNotStep } from './stay-steps.ts';
import { course, difference, stayChoice } from './testing/stay.ts';

const may = (given: Choice): readonly DeskStayStep[] =>
  deskStaySteps.filter((step) => whyNotStep(given, step) === null);
const next = (given: Choice) => nextStep({ choice: given, said: null });
const lines = (more: Partial<StayCourse['lines']>) => ({ ...course().lines, ...more });

/** Course at the centre, whether the hospital has discharged: what may be pressed, and what most likely comes. */
type Row = readonly [string, Choice, readonly DeskStayStep[], DeskStayStep | null];
const inside = (more: Partial<StayCourse> = {}, of: Partial<StayCourse['lines']> = {}): Choice =>
  stayChoice('inside', { ...more, lines: lines(of) });
const out = (more: Partial<StayCourse> = {}, of: Partial<StayCourse['lines']> = {}): Choice =>
  stayChoice('out', { ...more, lines: lines(of) });

const rows: readonly Row[] = [
  ['new', inside({ state: 'none' }), ['admit'], 'admit'],
  ['new, and out by the hospital', out({ state: 'none' }), ['admit'], 'admit'],
  ['admitted, a day’s lines missing', inside({}, { missing: 3 }), ['addFees', 'cancel'], 'addFees'],
  ['admitted, all lines there', inside({}, { there: 3 }), ['clearFees', 'cancel'], null],
  ['with a change', inside({ changed: true }, { missing: 3 }), ['addFees', 'change', 'cancel'], 'change'],
  [
    'with lines that the hospital changed',
    inside({}, { there: 3, other: 1, missing: 1 }),
    ['clearFees', 'cancel'],
    'clearFees',
  ],
  ['with lines that nobody knows', inside({}, { doubtful: true }), ['addFees', 'clearFees', 'cancel'], 'addFees'],
  ['out, lines missing', out({}, { missing: 1 }), ['addFees', 'cancel'], 'addFees'],
  ['out, a change not told', out({ changed: true }, { there: 1 }), ['clearFees', 'change', 'cancel'], 'change'],
  ['out, all there', out({}, { there: 3 }), ['clearFees', 'discharge', 'cancel'], 'discharge'],
  ['discharged', out({ state: 'discharged' }, { there: 3 }), ['undoDischarge'], null],
  ['discharged, and changed since', out({ state: 'discharged', changed: true }), ['undoDischarge'], 'undoDischarge'],
  [
    'discharged, and back in hospital',
    inside({ state: 'discharged', changed: true }),
    ['undoDischarge'],
    'undoDischarge',
  ],
  ['2401 unknown', inside({ state: 'admitting' }), ['admit'], 'admit'],
  ['2402 unknown', out({ state: 'discharging' }), ['discharge', 'undoDischarge'], 'discharge'],
  ['2402 unknown, a line to come', out({ state: 'discharging' }, { missing: 1 }), ['undoDischarge'], 'undoDischarge'],
  ['2402 unknown, and back in hospital', inside({ state: 'discharging' }), ['undoDischarge'], 'undoDischarge'],
  ['2405 unknown', out({ state: 'returning' }), ['undoDischarge'], 'undoDischarge'],
  ['2404 unknown', inside({ state: 'cancelling' }), ['cancel'], 'cancel'],
];

describe('the steps of a stay', () => {
  it.each(rows)('%s', (_, given, allowed, likely) => {
    expect(may(given)).toEqual(allowed);
    expect(next(given)).toBe(likely);
  });

  it('of a bill with a line that differs no line is sent', () => {
    const differs = { ...inside({}, { missing: 3 }), differences: [difference] };
    expect(whyNotStep(differs, 'addFees')).toBe('checkFirst');
    expect(next(differs)).toBeNull();
  });

  it('after one that took back none is likely; a blocked stay and a visit have none', () => {
    const cleared = inside({}, { missing: 3 });
    expect(nextStep({ choice: cleared, said: { step: 'clearFees', outcome: 'done' } })).toBeNull();
    expect(nextStep({ choice: cleared, said: { step: 'clearFees', outcome: 'unknown' } })).toBe('addFees');
    expect(next({ ...cleared, blocked: true })).toBeNull();
    expect(whyNotStep({ ...cleared, course: null }, 'admit')).toBe('notAStay');
  });

  it('each says why it cannot be done, and one at most is likely', () => {
    for (const [, given] of rows) {
      const acts = stayActs({ choice: given, said: null });
      expect(acts.map(({ step }) => step)).toEqual(deskStaySteps);
      expect(acts.filter(({ state }) => state === 'next').length).toBeLessThanOrEqual(1);
      for (const { state, why } of acts) expect(state === 'off').toBe(why !== null);
    }
  });
});
