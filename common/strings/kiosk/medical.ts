import { sentences } from '../sentence.ts';

/** S9, the medical account and this year: what is left, what was paid and by whom. */
export const medicalStrings = sentences({
  'benefits.title': {
    zh: '今年还剩多少？',
    en: "What's left this year?",
  },
  'benefits.balance': { zh: '个人账户还有', en: 'Your account holds' },
  'benefits.deductible': { zh: '起付线', en: 'Deductible' },
  'benefits.deductibleLeft': { zh: '还差 {amount}，医保才开始付', en: '{amount} more before insurance pays' },
  'benefits.deductibleMet': { zh: '满了，医保已经在付', en: 'Met: insurance pays now' },
  'benefits.deductibleNone': { zh: '没有起付线', en: 'None' },
  'benefits.ceiling': { zh: '医保还能付', en: 'Insurance can still pay' },
  'benefits.paid': { zh: '{year} 年，看了 {visits} 次，一共', en: '{year}: {visits} visits, in all' },
  'benefits.none': { zh: '今年还没有结算过', en: 'Nothing settled yet this year' },
  'benefits.byMonth': { zh: '每个月花了多少', en: 'Month by month' },
});
