import { expect, it } from 'vitest';
import { moneyFailure } from './centre-calls.ts';
import { notSent, refused, silent } from './testing/calls.ts';
import { code, figures, makePreparation } from './testing/preparation.ts';

const texts = { balanceChangedTexts: ['余额发生变化'] };

it('a refusal because the balance has changed has a code of its own, and the centre’s words', () => {
  const said = '账户余额发生变化请重新刷卡';
  expect(moneyFailure(refused(said), texts)).toEqual({ code: 'CENTRE_BALANCE_CHANGED', reason: said });
  expect(moneyFailure(refused('费用已清算'), texts)).toEqual({ code: 'CENTRE_REFUSED', reason: '费用已清算' });
  expect(moneyFailure(refused(said), { balanceChangedTexts: [] }).code).toBe('CENTRE_REFUSED');
  expect(moneyFailure(notSent, texts).code).toBe('CENTRE_UNREACHABLE');
  expect(moneyFailure(silent, texts).code).toBe('CENTRE_UNREACHABLE');
});

it('a pre-settlement says it, and asked again it takes the new balance', async () => {
  let asked = 0;
  const p = makePreparation({ 2206: () => (asked++ === 0 ? refused('账户余额发生变化请重新刷卡') : figures()) });
  expect(await p.run()).toMatchObject(code('CENTRE_BALANCE_CHANGED'));
  const left = p.visit();
  if (left === null) throw new Error('no visit');
  expect(await p.run({}, left)).toMatchObject({ ok: true });
  expect(p.centre.infnos().filter((infno) => infno === '2206')).toHaveLength(2);
});
