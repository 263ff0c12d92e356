import { sentences } from '../sentence.ts';

/** S8: the residents' pension. */
export const residentPensionStrings = sentences({
  'residentPension.none': { zh: '您没有参加居民养老', en: 'You are not insured' },
  'residentPension.paying': { zh: '您参加了居民养老', en: 'You are insured' },
  'residentPension.drawing': { zh: '您在领居民养老金', en: 'You draw this pension' },
  'residentPension.total': { zh: '每月养老金', en: 'Pension a month' },
  'residentPension.wouldBe': { zh: '不再缴费，到时每月', en: 'A month, if you pay no more' },
  'residentPension.account': { zh: '个人账户，不含利息', en: 'Account, without interest' },
  'residentPension.years': { zh: '缴了几年', en: 'Years paid' },
  'residentPension.yearCount': { zh: '{years} 年', en: '{years} years' },
  'residentPension.from': { zh: '从这个月起领', en: 'Drawn from' },
  'residentPension.total.how': { zh: '基础养老金 + 个人账户 ÷ 计发月数', en: 'base pension + account ÷ months' },
  'residentPension.account.how': { zh: '原有 + 历年缴费', en: 'before + what was paid in' },
  'residentPension.base': { zh: '基础养老金', en: 'Base pension' },
  'residentPension.divisor': { zh: '计发月数', en: 'Months of the age' },
  'residentPension.fromAccount': { zh: '账户部分', en: 'From the account' },
  'residentPension.opening': { zh: '原有', en: 'Before' },
  'residentPension.paid': { zh: '历年缴费', en: 'Paid in' },
  'residentPension.floor': {
    zh: '每年最少缴上年农村人均纯收入的 {percent} %',
    en: 'At least {percent} % of last year’s rural income a year',
  },
  'residentPension.ceiling': {
    zh: '每年最多缴上年城镇人均可支配收入的 {percent} %',
    en: 'At most {percent} % of last year’s urban income a year',
  },
});
