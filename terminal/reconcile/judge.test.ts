import { describe, expect, it } from 'vitest';
import type { KnownSettlement } from '../store/reconcile-found.ts';
import { isOurs, type Judgement, judgeLine, type Known } from './judge.ts';
import type { ResultLine } from './result-file.ts';

const DAY = '2026-03-02';
const SITE = { institutionCode: 'H99010000001', terminalSlot: 7, messageIdPattern: 'base36' } as const;
const MINE = 'H99010000001202603020900000700';
const OTHER = 'H99010000001202603020900000500';

const line = (more: Partial<ResultLine> = {}): ResultLine => ({
  ...{ mdtrtId: 'M1', setlId: 'S1', messageId: MINE, result: '1', refund: false, amounts: null },
  ...more,
});
const known = (more: Partial<KnownSettlement> = {}): KnownSettlement => ({
  ...{ id: 1, visitId: 1, encounterId: 'OP1', insutype: '310', form: 'outpatient', messageId: MINE },
  ...{ state: 'settled', setlId: 'S1' },
  ...{ setlTime: `${DAY} 09:00:00`, amounts: null, refund: null },
  ...more,
});
const nobody: Known = { byMessage: null, bySetlId: null, byVisit: null };
const say = (row: ResultLine, journal: Partial<Known>): string | null => {
  const judged: Judgement | null = judgeLine(row, { ...nobody, ...journal }, DAY, SITE);
  return judged === null ? null : judged.kind === 'verdict' ? judged.verdict : judged.kind;
};
const refund = { of: 'S1', setlId: 'R1', at: `${DAY} 10:00:00`, messageId: MINE };

describe('what a row of the result means', () => {
  it.each([
    ['alike', line({ result: '0' }), {}, null],
    ['only theirs, of another terminal', line({ messageId: OTHER }), {}, 'otherTerminal'],
    ['only theirs, of another institution’s software', line({ messageId: 'ABC' }), {}, 'otherTerminal'],
    ['only theirs, under our message id', line(), {}, 'unknownHere'],
    ['only theirs, and no message id to tell', line({ messageId: '' }), {}, 'unknownHere'],
    ['only theirs, of a visit that we have settled', line({ messageId: OTHER }), { byVisit: known() }, 'doubled'],
    ['only theirs; ours is open', line(), { byMessage: known({ state: 'unknown', setlId: null }) }, 'takeUp'],
    ['only theirs; ours is being fenced', line(), { byMessage: known({ state: 'fencing', setlId: null }) }, 'takeUp'],
    ['only theirs; ours is reversed', line(), { byMessage: known({ state: 'reversed', setlId: null }) }, 'deniedHere'],
    ['only theirs; ours was refused', line(), { byMessage: known({ state: 'refused', setlId: null }) }, 'deniedHere'],
    [
      'only theirs; ours was never sent',
      line(),
      { byMessage: known({ state: 'notSent', setlId: null }) },
      'deniedHere',
    ],
    ['theirs reversed here, but refunded', line(), { byMessage: known({ state: 'reversed', refund }) }, 'undone'],
    [
      'theirs reversed here, and the other effect of its message refunded',
      line({ setlId: 'S2' }),
      { byMessage: known({ state: 'reversed', setlId: null, refund }) },
      'deniedHere',
    ],
    ['ours, settled since the file went', line(), { byMessage: known() }, 'takenUp'],
    ['ours, on the next day', line(), { byMessage: known({ setlTime: '2026-03-03 00:00:01' }) }, 'otherDay'],
    ['two under one message id', line({ setlId: 'S2' }), { byMessage: known() }, 'doubled'],
    [
      'a refund that we did not make',
      line({ refund: true, messageId: OTHER }),
      { byVisit: known() },
      'refundedElsewhere',
    ],
    ['a refund of ours without its number', line({ refund: true }), { byMessage: known({ refund }) }, 'takenUp'],
    [
      'a refund of ours, on the next day',
      line({ refund: true }),
      { byMessage: known({ refund: { ...refund, at: '2026-03-03 00:00:01' } }) },
      'otherDay',
    ],
    [
      'a refund of what we hold for reversed',
      line({ refund: true }),
      { byVisit: known({ state: 'reversed', refund }) },
      'undone',
    ],
    ['a refund of another terminal’s', line({ refund: true, messageId: OTHER }), {}, 'otherTerminal'],
    ['a refund under our id that nobody knows', line({ refund: true }), {}, 'unknownHere'],
    ['only ours', line({ result: '2' }), { bySetlId: known() }, 'lookFor'],
    ['only ours, a refund', line({ result: '2', refund: true }), { bySetlId: known({ refund }) }, 'missingThere'],
    ['said to be ours, and it is not', line({ result: '2' }), {}, 'unexplained'],
    ['both, with other figures', line({ result: '3' }), { bySetlId: known() }, 'amountDiffers'],
  ] as const)('%s', (_name, row, journal, expected) => {
    expect(say(row, journal)).toBe(expected);
  });

  it('a message id is ours by institution and slot', () => {
    expect(isOurs(MINE, SITE)).toBe(true);
    for (const other of [OTHER, MINE.replace('H', 'P'), '', 'H99010000001']) expect(isOurs(other, SITE)).toBe(false);
  });
});
