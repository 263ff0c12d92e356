import { sentences } from '../sentence.ts';

/** S10: housing fund and rent subsidy. */
export const housingStrings = sentences({
  'housing.fund': { zh: '住房公积金', en: 'Housing fund' },
  'housing.fundPaused': { zh: '住房公积金，现在没有缴', en: 'Housing fund, paused' },
  'housing.balance': { zh: '账户余额，不含利息', en: 'Balance, without interest' },
  'housing.monthly': { zh: '每月缴存', en: 'Paid in a month' },
  'housing.firm': { zh: '单位缴', en: 'Employer pays' },
  'housing.person': { zh: '个人缴', en: 'You pay' },
  'housing.base': { zh: '缴存基数', en: 'Base' },
  'housing.firmPercent': { zh: '单位比例', en: 'Employer’s share' },
  'housing.personPercent': { zh: '个人比例', en: 'Your share' },
  'housing.monthly.how': {
    zh: '基数 × 比例，两边各取整元，再相加',
    en: 'base × share, whole yuan on each side, added',
  },
  'housing.balance.how': { zh: '原有 + 缴存 − 提取', en: 'before + paid in − taken out' },
  'housing.opening': { zh: '原有', en: 'Before' },
  'housing.deposited': { zh: '一共缴存', en: 'Paid in, in all' },
  'housing.withdrawn': { zh: '一共提取', en: 'Taken out, in all' },
  'housing.rent': { zh: '租金补贴', en: 'Rent subsidy' },
  'housing.rentMonthly': { zh: '每月补贴', en: 'A month' },
  'housing.rent.how': { zh: '(每人标准 × 人数 − 面积) × 每平方米', en: '(m² a head × people − m²) × rate' },
  'housing.areaPerHead': { zh: '每人标准', en: 'Standard, a head' },
  'housing.people': { zh: '家里人数', en: 'People' },
  'housing.area': { zh: '住房使用面积', en: 'Usable area' },
  'housing.lacking': { zh: '还差', en: 'Lacking' },
  'housing.perSquareMetre': { zh: '每平方米每月', en: 'A m² and month' },
  'housing.none': { zh: '没有您的住房记录', en: 'No housing on record' },
  'housing.noFund': { zh: '没有您的公积金账户', en: 'You have no fund account' },
  'housing.noRent': { zh: '没有您的租金补贴', en: 'You have no rent subsidy' },
});
