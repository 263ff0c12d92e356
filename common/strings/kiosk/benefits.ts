import { sentences } from '../sentence.ts';

/** The medical account and this year: what is left, what was paid and by whom. */
export const benefitsStrings = sentences({
  'who.benefits': { zh: '看我的医保账户', en: 'My medical account' },
  'who.benefitsSub': { zh: '余额，今年用了多少', en: 'Balance and this year' },
  'lookingUp.benefits': { zh: '正在查您的账户', en: 'Looking up your account' },
  'lookingUp.benefitsSub': { zh: '在问医保中心', en: 'Asking the centre' },

  'benefits.title': {
    zh: '今年还剩多少？',
    en: "What's left this year?",
  },
  'benefits.balance': { zh: '个人账户还有', en: 'Your account holds' },
  'benefits.deductible': { zh: '起付线', en: 'Deductible' },
  'benefits.deductibleLeft': { zh: '还差 {amount}，医保才开始付', en: '{amount} more before insurance pays' },
  'benefits.deductibleMet': { zh: '满了，医保已经在付', en: 'Met: insurance pays now' },
  'benefits.deductibleNone': { zh: '没有起付线', en: 'None' },
  'benefits.ceiling': { zh: '医保还能付', en: 'Insurance can still pay' },
  'benefits.paid': { zh: '{year} 年，看了 {visits} 次，一共', en: '{year}: {visits} visits, in all' },
  'benefits.none': { zh: '今年还没有结算过', en: 'Nothing settled yet this year' },
  'benefits.byMonth': { zh: '每个月花了多少', en: 'Month by month' },
  'benefits.print': { zh: '打一张凭条', en: 'Print a slip' },
  'benefits.queued': { zh: '正在打凭条', en: 'Printing the slip' },
  'benefits.printed': { zh: '凭条打好了，请拿', en: 'The slip is out' },
  'benefits.waitingForPaper': { zh: '没纸了，换好接着打', en: 'Waiting for paper' },
  'benefits.waitingForCover': { zh: '盖开了，合上接着打', en: 'Cover open. Please close it' },
  'benefits.notPrinted': { zh: '没打出来，再打一次', en: 'Not printed. Print again' },
  'benefits.unknown': { zh: '凭条可能没打全', en: 'The slip may be incomplete' },
});
