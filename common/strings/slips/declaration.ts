import { sentences } from '../sentence.ts';

/** S15: the declaration of a contribution base. */
export const declarationSlipStrings = sentences({
  titleDeclaration: { zh: '缴费基数申报', en: 'Contribution declaration' },
  declarationMonth: { zh: '申报月份', en: 'Month' },
  declarationState: { zh: '申报', en: 'Declaration' },
  'declarationState.declared': { zh: '已申报', en: 'declared' },
  'declarationState.open': { zh: '还没有申报', en: 'not declared yet' },
  'declarationState.closed': { zh: '不用在这里申报', en: 'nothing to declare here' },
  declarationNumber: { zh: '申报编号', en: 'Number' },
  declarationBase: { zh: '月缴费基数', en: 'Monthly base' },
  declarationTotal: { zh: '当月应缴', en: 'Due for the month' },
  declarationOn: { zh: '申报时间', en: 'Declared at' },
  declarationFloor: { zh: '基数下限', en: 'Lowest base' },
  declarationCeiling: { zh: '基数上限', en: 'Highest base' },
  declarationAverage: { zh: '平均工资（{since} 起）', en: 'Average wage (since {since})' },
  'declaration.under': { zh: '低于下限，不能申报。', en: 'Below the lowest base: cannot be declared.' },
  'declaration.over': { zh: '高于上限，不能申报。', en: 'Above the highest base: cannot be declared.' },
  declarationOf: { zh: '{base} × {percent}%', en: '{base} x {percent} %' },
  'declaration.fund.mutual': { zh: '大额互助', en: 'Mutual fund' },
  'declaration.fund.other': { zh: '其他', en: 'Other' },
  declarationPay: {
    zh: '没有扣钱。请凭申报编号，到经办窗口或通过银行缴费。',
    en: 'Nothing was taken. Pay at the office or by your bank, with this number.',
  },
  'declaration.closed.notFlexible': { zh: '不是灵活就业参保。', en: 'Not insured in flexible employment.' },
  'declaration.closed.drawing': { zh: '已经在领养老金。', en: 'A pension is drawn.' },
  'declaration.closed.paid': { zh: '这个月已经缴费。', en: 'The month is paid.' },
  'declaration.closed.noRule': { zh: '参保地不办这项申报。', en: 'The city takes no such declaration.' },
});
