import { sentences } from '../sentence.ts';

/** S8: maternity. */
export const maternityStrings = sentences({
  'maternity.insured': { zh: '单位在给您缴生育保险', en: 'Your employer insures you' },
  'maternity.notInsured': { zh: '现在没有单位给您缴', en: 'No employer insures you now' },
  'maternity.none': { zh: '没有生育津贴的记录', en: 'No allowance on record' },
  'maternity.allowance': { zh: '生育津贴', en: 'Maternity allowance' },
  'maternity.month': { zh: '生育时间', en: 'Born in' },
  'maternity.days': { zh: '产假天数', en: 'Days of leave' },
  'maternity.how': { zh: '单位月平均工资 ÷ 每月天数 × 产假天数', en: 'firm’s wage ÷ days a month × days of leave' },
  'maternity.average': { zh: '单位月平均工资', en: 'Firm’s average wage' },
  'maternity.daysPerMonth': { zh: '每月天数', en: 'Days a month' },
});
