import { sentences } from '../sentence.ts';

/** S8: work injury. */
export const injuryStrings = sentences({
  'injury.none': { zh: '没有工伤记录', en: 'No injury on record' },
  'injury.grade': { zh: '工伤 {grade} 级', en: 'Injury, grade {grade}' },
  'injury.insured': { zh: '您有工伤保险，单位在缴', en: 'You are insured. Your employer pays' },
  'injury.notInsured': { zh: '您现在没有工伤保险', en: 'You are not insured now' },
  'injury.monthly': { zh: '工伤基金每月发', en: 'The fund pays a month' },
  'injury.month': { zh: '受伤时间', en: 'Injured in' },
  'injury.lumpSum': { zh: '一次性补助', en: 'Lump sum' },
  'injury.allowance': { zh: '每月津贴', en: 'Allowance' },
  'injury.nursing': { zh: '每月护理费', en: 'Nursing' },
  'injury.difference': { zh: '养老金的差额', en: 'Pension topped up by' },
  'injury.lumpSum.how': { zh: '本人工资 × 月数', en: 'own wage × months' },
  'injury.allowance.how': { zh: '本人工资 × 比例', en: 'own wage × share' },
  'injury.nursing.how': { zh: '平均工资 × 比例', en: 'average wage × share' },
  'injury.difference.how': { zh: '每月津贴 − 养老金', en: 'allowance − pension' },
  'injury.wage': { zh: '本人工资', en: 'Own wage' },
  'injury.months': { zh: '月数', en: 'Months' },
  'injury.share': { zh: '比例', en: 'Share' },
  'injury.least': { zh: '不低于', en: 'Not below' },
  'injury.average': { zh: '本地平均工资', en: 'Average wage' },
  'injury.pension': { zh: '养老金', en: 'Pension' },
  'injury.need': { zh: '要人照料', en: 'Help needed' },
  'injury.need.full': { zh: '全部', en: 'in all' },
  'injury.need.most': { zh: '大部分', en: 'in most' },
  'injury.need.part': { zh: '一部分', en: 'in part' },
});
