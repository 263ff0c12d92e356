import { describe, expect, it } from 'vitest';
import type { UnknownReason } from '../gateways/centre/port.ts';
import { inputFailure, refusalOf, stepFailure } from './centre-calls.ts';
import { notSent, refused, silent, tooLong } from './testing/calls.ts';
import { find, make, nothing, VISIT } from './testing/centre-calls.ts';

describe('what a person is told of it', () => {
  const unknown = (reason: UnknownReason): Parameters<typeof stepFailure>[0] => ({
    ...silent,
    reason,
  });

  it('the centre’s own words of a refusal', () => {
    expect(stepFailure(refused('不在参保地'))).toEqual({ code: 'CENTRE_REFUSED', reason: '不在参保地' });
  });

  it.each([
    [notSent, 'CENTRE_UNREACHABLE'],
    [unknown('timeout'), 'CENTRE_UNREACHABLE'],
    [unknown('reset'), 'CENTRE_UNREACHABLE'],
    [unknown('status'), 'CENTRE_UNREACHABLE'],
    [unknown('unparsable'), 'CENTRE_BAD_ANSWER'],
  ] as const)('%o is %s', (outcome, code) => {
    expect(stepFailure(outcome)).toEqual({ code, reason: null });
  });

  it('which field did not fit, and whose fault that is', () => {
    expect(inputFailure('HIS_BAD_ANSWER', tooLong)).toEqual({
      code: 'HIS_BAD_ANSWER',
      reason: 'data.dept_name: too long',
    });
  });

  it('of a message that was refused, the words that were kept', async () => {
    const c = make((_infno, call) => (call === 1 ? refused('卡 已 挂失') : call === 2 ? silent : nothing));
    for (let i = 0; i < 3; i++) await c.run(c.calls.ask('5203', VISIT, find()));
    const [first, second, third] = [1, 2, 3].map((row) => c.message(row));
    if (!first || !second || !third) throw new Error('no message');
    expect(refusalOf(first)).toEqual({ code: 'CENTRE_REFUSED', reason: '卡 已 挂失' });
    expect(refusalOf(second)).toBeNull();
    expect(refusalOf(third)).toBeNull();
    expect(refusalOf({ ...first, reason: null })).toBeNull();
    expect(refusalOf(first, { balanceChangedTexts: ['挂失'] })).toEqual({
      code: 'CENTRE_BALANCE_CHANGED',
      reason: '卡 已 挂失',
    });
  });
});
