import { sentences } from '../sentence.ts';

/** What is peculiar about each card of the drawer (the persona files). */
export const cardSentences = sentences({
  'ascii-dates': { zh: '日期写成文字的卡', en: 'dates written as text' },
  'bare-values': { zh: '不带字段头的卡', en: 'values without their headers' },
  'by-number': { zh: '只能按序号读的卡', en: 'reads by record number only' },
  expired: { zh: '过期的卡', en: 'an expired card' },
  'first-generation': { zh: '第一代卡', en: 'first generation' },
  foreign: { zh: '不是社保卡', en: 'not a social-security card' },
  garbage: { zh: '回答乱码的卡', en: 'answers garbage' },
  'initial-pin': { zh: '还是初始密码', en: 'still has the initial PIN' },
  locked: { zh: '应用被锁的卡', en: 'the application is locked' },
  'long-name': { zh: '名字很长', en: 'a very long name' },
  mute: { zh: '没有反应的卡', en: 'gives no answer at all' },
  'rare-name': { zh: '名字里有生僻字', en: 'a rare character in the name' },
  'second-generation': { zh: '第二代卡', en: 'second generation' },
  'staff-auditor': { zh: '工作人员：审计', en: 'staff: the auditor' },
  'staff-cashier': { zh: '工作人员：收费员、技术员', en: 'staff: cashier and technician' },
  textbook: { zh: '教科书上的人', en: 'the textbook person' },
  'third-generation': { zh: '第三代卡，要加密机', en: 'third generation, needs the HSM' },
  'three-tries': { zh: '密码只能错三次', en: 'three PIN tries only' },
  torn: { zh: '读到一半被拔走', en: 'is pulled out half-way' },
  unanswered: { zh: '读到一半不回答', en: 'stops answering half-way' },
  'wrong-check-digit': { zh: '号码校验不对', en: 'a number with a wrong check digit' },
  'year-only': { zh: '只有出生年', en: 'knows the year of birth only' },
});
