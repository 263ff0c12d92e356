import type { Form } from '../store/visits.ts';

/**
 * The interface's numbers by form (domain-facts B6.1 and appendix 2): a visit and a stay are settled and given back by the
 * same sagas, and this is all that differs in what they are called. How a stay comes to be there is `stay/`.
 */
export const numbersOf = {
  outpatient: { preSettle: '2206', settle: '2207', refund: '2208' },
  inpatient: { preSettle: '2303', settle: '2304', refund: '2305' },
} as const satisfies { readonly [form in Form]: unknown };

type Numbers = (typeof numbersOf)[Form];
export type PreSettleNo = Numbers['preSettle'];
export type SettleNo = Numbers['settle'];
export type RefundNo = Numbers['refund'];
