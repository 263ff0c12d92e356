import { sentences } from '../sentence.ts';

/** S8 with S14: the unemployment benefit, and the medical scheme that follows from it. */
export const unemploymentStrings = sentences({
  'unemployment.none': { zh: '您没有在领失业金', en: 'You draw no benefit' },
  'unemployment.drawing': { zh: '您在领失业金', en: 'You draw the benefit' },
  'unemployment.ended': { zh: '失业金已经停发', en: 'The benefit has ended' },
  'unemployment.could': { zh: '按缴费年限，最多', en: 'By the years paid, at most' },
  'unemployment.left': { zh: '还剩', en: 'Left' },
  'unemployment.due': { zh: '一共可领', en: 'Due in all' },
  'unemployment.drawn': { zh: '已经领了', en: 'Drawn' },
  'unemployment.next': { zh: '下个月', en: 'Next month' },
  'unemployment.scheme': { zh: '这期间的医保', en: 'Insured meanwhile as' },
  'unemployment.clinic': { zh: '看门诊另有补助', en: 'Clinic visits are subsidised' },
  'unemployment.rule': { zh: '由经办机构核定', en: 'The office decides on each case' },
});
