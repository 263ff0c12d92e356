import { sentences } from '../sentence.ts';

/** What only the voice says: pauses, money as it is spoken, what presses a key, and what it keeps to headphones. */
export const speechStrings = sentences({
  'speech.comma': { zh: '，', en: ', ' },
  'speech.yuan': { zh: '{yuan} 元', en: '{yuan} yuan' },
  'speech.jiao': { zh: '{yuan} 元 {jiao} 角', en: '{yuan} yuan {jiao} jiao' },
  'speech.fen': { zh: '{yuan} 元零 {fen} 分', en: '{yuan} yuan {fen} fen' },
  'speech.jiaoFen': { zh: '{yuan} 元 {jiao} 角 {fen} 分', en: '{yuan} yuan {jiao} jiao {fen} fen' },
  'speech.named': { zh: '{name}：{value}', en: '{name}: {value}' },
  'speech.plus': { zh: '正 {value}', en: 'plus {value}' },
  'speech.minus': { zh: '负 {value}', en: 'minus {value}' },
  'speech.star': { zh: '某', en: ' star ' },
  'speech.month': { zh: '{month} 月', en: 'Month {month}' },
  'speech.slot.card.left': { zh: '卡口在屏幕左下', en: 'The card slot is below, on the left' },
  'speech.slot.card.middle': { zh: '卡口在屏幕正下方', en: 'The card slot is below, in the middle' },
  'speech.slot.card.right': { zh: '卡口在屏幕右下', en: 'The card slot is below, on the right' },
  'speech.slot.paper.left': { zh: '出纸口在屏幕左下', en: 'The paper slot is below, on the left' },
  'speech.slot.paper.middle': { zh: '出纸口在屏幕正下方', en: 'The paper slot is below, in the middle' },
  'speech.slot.paper.right': { zh: '出纸口在屏幕右下', en: 'The paper slot is below, on the right' },

  'speech.press.digit': { zh: '按 {digit}', en: 'Press {digit}' },
  'speech.digits': { zh: '数字键：打数字', en: 'Digit keys: type the digits' },
  'speech.press.green': { zh: '按绿键', en: 'Green key' },
  'speech.press.yellow': { zh: '按黄键', en: 'Yellow key' },
  'speech.press.red': { zh: '按红键', en: 'Red key' },
  'speech.press.walk': { zh: '往下走到', en: 'Further down' },
  'speech.dead': { zh: '现在不能按', en: 'not now' },
  'speech.again': { zh: '按星号，再听一遍', en: 'Star key: hear it again' },
  'speech.quiet': { zh: '按井号，不再读', en: 'Hash key: stop reading' },
  'speech.private': { zh: '下面是您的私事，插上耳机就读', en: 'The rest is private. Plug in headphones' },
  'speech.never': {
    zh: '下面是您的私事，这台机器不读，{window} 号窗口帮您',
    en: 'The rest is private and is not read here. Window {window} helps you',
  },
  'speech.welcome': { zh: '这台机器读给您听', en: 'This machine reads to you' },
  'speech.welcomeKeys': {
    zh: '这台机器读给您听，用下面的键盘办事',
    en: 'This machine reads to you. The keypad below works it',
  },
  'speech.plug': { zh: '姓名和钱数只读到耳机里，请插上耳机', en: 'Names and sums go to headphones only. Plug them in' },
});
