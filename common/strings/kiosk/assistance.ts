import { sentences } from '../sentence.ts';

/** S9: minimum living and medical assistance. */
export const assistanceStrings = sentences({
  'assistance.household': { zh: '您家在领低保', en: 'Your household draws aid' },
  'assistance.none': { zh: '您家没有领低保', en: 'Your household draws no aid' },
  'assistance.monthly': { zh: '每月一共', en: 'A month in all' },
  'assistance.how': { zh: '(低保标准 − 人均收入) × 人数', en: '(standard − income a head) × people' },
  'assistance.standard.urban': { zh: '城市低保标准，每人', en: 'Urban standard, a head' },
  'assistance.standard.rural': { zh: '农村低保标准，每人', en: 'Rural standard, a head' },
  'assistance.income': { zh: '人均月收入', en: 'Income, a head' },
  'assistance.people': { zh: '家里人数', en: 'People' },
  'assistance.medical': { zh: '医疗救助比例', en: 'Medical aid, share' },
  'assistance.medicalPaid': { zh: '今年救助付了', en: 'Medical aid this year' },
  'assistance.status': { zh: '救助对象', en: 'Status' },
  'assistance.status.minimum': { zh: '低保', en: 'minimum living' },
  'assistance.status.destitute': { zh: '特困', en: 'destitute' },
  'assistance.status.other': { zh: '其他', en: 'other' },
});
