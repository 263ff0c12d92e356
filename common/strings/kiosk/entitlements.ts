import { sentences } from '../sentence.ts';

/** S9: welfare: what is paid, and the sums that the city has. */
export const entitlementStrings = sentences({
  'entitlements.now': { zh: '现在每月发给您', en: 'Paid to you each month' },
  'entitlements.none': { zh: '没有发给您的待遇', en: 'Nothing is paid to you' },
  'entitlements.standards': { zh: '看本地标准', en: 'Local sums' },
  'entitlements.standardsTitle': { zh: '本地的标准', en: 'The sums of your city' },
  'entitlements.per.month': { zh: '每月', en: 'a month' },
  'entitlements.per.year': { zh: '每年', en: 'a year' },
  'entitlements.per.once': { zh: '一次', en: 'once' },
  'entitlements.kind.rule': { zh: '规定', en: 'rule' },
  'entitlements.kind.standard': { zh: '标准', en: 'standard' },
  'entitlements.kind.average': { zh: '平均数', en: 'average' },
  'entitlements.kind.minimum': { zh: '最低', en: 'minimum' },
  'entitlements.illustrative': { zh: '示例', en: 'sample' },
});
