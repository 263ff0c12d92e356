import { sentences } from '../sentence.ts';

/** S8, the medical account and this year: what is left, what was paid and by whom. */
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
  'benefits.payers': { zh: '看谁付的', en: 'Who paid' },
  'benefits.payersTitle': { zh: '今年谁付的', en: 'Who paid this year' },
  'benefits.months': { zh: '看每个月', en: 'By month' },
  'benefits.visits': { zh: '看每一次', en: 'Each visit' },
  'benefits.visitsTitle': { zh: '今年看过的病', en: "This year's visits" },
  'benefits.own': { zh: '您自己付', en: 'You paid' },
  'visitKind.11': { zh: '普通门诊', en: 'outpatient' },
  'visitKind.13': { zh: '急诊', en: 'emergency' },
  'visitKind.14': { zh: '门诊慢特病', en: 'chronic illness' },
  'visitKind.21': { zh: '住院', en: 'inpatient' },
  'visitKind.41': { zh: '药店买药', en: 'pharmacy' },
  'visitKind.51': { zh: '生育门诊', en: 'maternity' },
  'visitKind.52': { zh: '生育住院', en: 'birth' },
  'visitKind.other': { zh: '看病', en: 'visit' },
  'benefits.byMonth': { zh: '每个月花了多少', en: 'Month by month' },
});
