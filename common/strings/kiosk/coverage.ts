import { sentences } from '../sentence.ts';

/** S8: what the medical insurance in force pays. */
export const coverageStrings = sentences({
  'coverage.none': { zh: '今天没有可以看的政策', en: 'No terms are known today' },
  'coverage.outpatient': { zh: '看门诊，医保付', en: 'At the clinic, insurance pays' },
  'coverage.inpatient': { zh: '住院，医保付', en: 'In hospital, insurance pays' },
  'coverage.seeInpatient': { zh: '看住院', en: 'See hospital stays' },
  'coverage.seeOutpatient': { zh: '看门诊', en: 'See the clinic' },
  'coverage.until': { zh: '用到 {month}', en: 'In force to {month}' },
  'coverage.level.0': { zh: '社区医院', en: 'Community' },
  'coverage.level.1': { zh: '一级医院', en: 'Level 1' },
  'coverage.level.2': { zh: '二级医院', en: 'Level 2' },
  'coverage.level.3': { zh: '三级医院', en: 'Level 3' },
  'coverage.nothing': { zh: '不付', en: 'nothing' },
  'coverage.fromTo': { zh: '{least} % 到 {most} %', en: '{least} % to {most} %' },
  'coverage.deductible.year': { zh: '起付线，每年', en: 'Deductible a year' },
  'coverage.deductible.stay': { zh: '起付线，当年首次', en: 'Deductible, first stay' },
  'coverage.deductibleAt': { zh: '起付 {amount} 元', en: 'above {amount} yuan' },
  'coverage.ceiling': { zh: '一年最多付', en: 'At most a year' },
  'coverage.basic': { zh: '只是基本医保，大病和救助另算', en: 'Basic fund only; more may come on top' },
  'coverage.band': { zh: '{to} 元以下 {percent} %', en: 'to {to}: {percent} %' },
  'coverage.bandAbove': { zh: '以上 {percent} %', en: 'above: {percent} %' },
});
