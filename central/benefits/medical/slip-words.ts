import { addFen, type Fen, subFen } from '../../../common/kernel/money.ts';
import type { Outcome } from './outcome.ts';
import { fundsOf } from './walk.ts';

/**
 * The three words of a Beijing receipt: total = 基金支付 + 自付一 + 自付二 + 自费 (+ hospital).
 * 自付一: deductible, the person's ratio shares and what lies above the ceilings; 自付二: own first shares; 自费: outside
 * the catalogue and over the limits. What an account paid is part of them.
 */
export interface SlipWords {
  readonly funds: Fen;
  readonly selfPay1: Fen;
  readonly selfPay2: Fen;
  readonly ownPay: Fen;
}

export function slipWords(outcome: Outcome): SlipWords {
  const { scopes, hospital, total } = outcome;
  const funds = fundsOf(outcome.layers);
  const ownPay = addFen(scopes.ownPay, scopes.overLimit);
  const rest = subFen(total, addFen(funds, hospital, ownPay, scopes.preSelfPay));
  return { funds, selfPay1: rest, selfPay2: scopes.preSelfPay, ownPay };
}
