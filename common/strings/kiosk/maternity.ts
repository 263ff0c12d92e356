import { sentences } from '../sentence.ts';

/** S8: maternity. */
export const maternityStrings = sentences({
  'maternity.insured': { zh: '您有生育保险，单位在缴', en: 'You are insured. Your employer pays' },
  'maternity.notInsured': { zh: '您现在没有生育保险', en: 'You are not insured now' },
  'maternity.none': { zh: '没有生育津贴的记录', en: 'No allowance on record' },
  'maternity.allowance': { zh: '生育津贴', en: 'Maternity allowance' },
  'maternity.month': { zh: '生育时间', en: 'Born in' },
  'maternity.days': { zh: '产假天数', en: 'Days of leave' },
  'maternity.how': { zh: '单位月平均工资 ÷ 每月天数 × 产假天数', en: 'firm’s wage ÷ days a month × days of leave' },
  'maternity.average': { zh: '单位月平均工资', en: 'Firm’s average wage' },
  'maternity.daysPerMonth': { zh: '每月天数', en: 'Days a month' },
});
