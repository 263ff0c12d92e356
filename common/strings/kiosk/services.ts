import { sentences } from '../sentence.ts';

/** The home page of the services, and what all of them say. */
export const serviceStrings = sentences({
  'who.home': { zh: '看我的社保', en: 'My social security' },
  'who.homeSub': { zh: '养老、医保、缴费记录', en: 'Pension, account, record' },
  'lookingUp.home': { zh: '正在查能办什么', en: 'Looking up the services' },
  'lookingUp.service': { zh: '正在查您的记录', en: 'Looking up your record' },
  'lookingUp.serviceSub': { zh: '在问社保中心', en: 'Asking the centre' },

  'home.question': { zh: '想看哪一样？', en: 'What would you like to see?' },
  'home.city': { zh: '参保地：{city}', en: 'Insured in {city}' },
  'home.here': { zh: '这里能看的', en: 'What can be seen here' },
  'home.group.paying': { zh: '养老和缴费', en: 'Pension and record' },
  'home.group.care': { zh: '看病', en: 'Medical care' },
  'home.group.aid': { zh: '发给我的钱', en: 'Money paid to me' },
  'home.group.papers': { zh: '卡和证明', en: 'Card and papers' },
  'home.and': { zh: '{a}、{b}', en: '{a}, {b}' },
  'home.andMore': { zh: '{a}、{b}等', en: '{a}, {b} and more' },
  'home.pension': { zh: '养老保险', en: 'Pension' },
  'home.pension.sub': { zh: '缴费和估算', en: 'Months paid, estimate' },
  'home.medical': { zh: '医保账户', en: 'Medical account' },
  'home.medical.sub': { zh: '余额和今年', en: 'Balance and this year' },

  'home.contributions': { zh: '缴费记录', en: 'Contribution record' },
  'home.contributions.sub': { zh: '按险种、按月', en: 'By month' },
  'home.unemployment': { zh: '失业金', en: 'Unemployment' },
  'home.unemployment.sub': { zh: '还剩几个月', en: 'Months left' },
  'home.entitlements': { zh: '待遇和补贴', en: 'Benefits' },
  'home.entitlements.sub': { zh: '工伤、生育、救助', en: 'Injury, birth, aid' },

  'service.print': { zh: '打一张凭条', en: 'Print a slip' },
  'service.queued': { zh: '正在打凭条', en: 'Printing the slip' },
  'service.printed': { zh: '凭条打好了，请拿', en: 'The slip is out' },
  'service.waitingForPaper': { zh: '没纸了，换好接着打', en: 'Waiting for paper' },
  'service.waitingForCover': { zh: '盖开了，合上接着打', en: 'Cover open. Please close it' },
  'service.notPrinted': { zh: '没打出来，再打一次', en: 'Not printed. Print again' },
  'service.unknown': { zh: '凭条可能没打全', en: 'The slip may be incomplete' },
  'service.illustrative': { zh: '含示例数据，不作依据', en: 'Contains sample figures' },
  'unit.months': { zh: '{months} 个月', en: '{months} months' },

  'paid.open': { zh: '看发放记录', en: 'Payments' },
  'paid.title': { zh: '发给您的钱', en: 'Paid to you' },
  'paid.once': { zh: '{month}，一次', en: '{month}, once' },
  'paid.since': { zh: '{month} 起，每月', en: 'Monthly since {month}' },
  'paid.fromTo': { zh: '{from} 到 {to}，每月', en: 'Monthly, {from} to {to}' },

  'formula.times': { zh: '乘', en: 'times' },
  'formula.over': { zh: '除以', en: 'divided by' },
  'formula.plus': { zh: '加', en: 'plus' },
  'formula.percent': { zh: '个百分点', en: 'per cent' },
  'formula.open': { zh: '括号 ', en: 'open bracket ' },
  'formula.close': { zh: ' 括号完', en: ' close bracket' },
});
