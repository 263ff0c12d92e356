import { sentences } from '../sentence.ts';

/** From the empty machine to "which visit": nothing is paid on any of these screens. */
export const beforeStrings = sentences({
  'outOfService.title': { zh: '这会儿不能结算', en: 'No payments just now' },
  'outOfService.window': { zh: '急用请去 {window} 号窗口', en: 'In a hurry? Go to window {window}' },
  'outOfService.later': { zh: '修好会自动恢复', en: 'Back once it is mended' },

  'insertCard.title': {
    zh: '请插社保卡',
    en: 'Insert your card',
    spoken: { zh: '请把社保卡插进下面的卡口', en: 'Please insert your social-security card in the slot below' },
  },
  'insertCard.sub': { zh: '有芯片的一头先进', en: 'Chip end first' },
  'insertCard.list': { zh: '看病交费，四步', en: 'Paying: four steps' },
  'insertCard.step1': { zh: '插卡', en: 'Card' },
  'insertCard.step2': { zh: '输密码', en: 'PIN' },
  'insertCard.step3': { zh: '看谁来付', en: 'See who pays' },
  'insertCard.step4': { zh: '您说付才付', en: 'You decide' },
  'insertCard.listAll': { zh: '看病交费、查社保', en: 'Bills and pension' },
  'insertCard.step3All': { zh: '选要办的', en: 'Choose' },
  'insertCard.noCard': { zh: '没带卡？', en: 'No card?' },
  'insertCard.window': { zh: '请去 {window} 号窗口', en: 'Go to window {window}' },
  'insertCard.cardFace': { zh: '社会保障卡', en: '社会保障卡' },

  'readingCard.title': { zh: '正在读卡', en: 'Reading the card' },
  'readingCard.hold': { zh: '请不要拔卡', en: 'Leave the card in' },
  'readingCard.time': { zh: '一般两三秒', en: 'Two or three seconds' },

  'cardProblem.expired': { zh: '卡上的有效期', en: 'Valid until' },
  'cardProblem.safe': { zh: '没有扣钱', en: 'Nothing was taken' },

  'enterPin.title': { zh: '请输密码', en: 'Enter your PIN' },
  'enterPin.forDeclaration': { zh: '输密码，确认申报', en: 'PIN, to declare' },
  'enterPin.forWithdrawal': { zh: '输密码，解除挂失', en: 'PIN, to withdraw the report' },
  'enterPin.where': {
    zh: '在下面的密码键盘上输',
    en: 'On the PIN pad below',
    spoken: { zh: '请在下面的密码键盘上输密码', en: 'Please type on the PIN pad below' },
  },
  'enterPin.cover': { zh: '用手挡一挡', en: 'Cover the pad with your hand' },
  'enterPin.done': { zh: '输完，按键盘上的绿键', en: 'Then press the green key' },
  'enterPin.stop': {
    zh: '不输了，按键盘上的红键',
    en: 'To stop, press the red key',
    spoken: { zh: '密码键盘上的红键也一样', en: 'the red key of the PIN pad does the same' },
  },
  'enterPin.entered': { zh: '已输 {count} 位', en: '{count} digits entered' },
  'enterPin.checking': { zh: '正在核对密码', en: 'Checking the PIN' },
  'enterPin.refused': { zh: '密码不对，还可以试 {tries} 次', en: 'No match. Tries left: {tries}' },
  'enterPin.refusedAgain': { zh: '密码不对，请再输一次', en: 'No match. Please try again' },
  'enterPin.last': { zh: '只剩最后一次', en: 'One try is left' },
  'enterPin.lastSub': { zh: '再不对，卡会锁住，钱还在', en: 'Another miss locks the card. Your money stays.' },
  'enterPin.lastHelp': { zh: '想不起来？去窗口重设', en: 'Not sure? Have it reset at the window' },
  'enterPin.useLast': { zh: '我记得，再输一次', en: 'I remember, try again' },
  'enterPin.stay': { zh: '卡读好了，先别拔', en: 'Card read. Leave it in' },

  'lookingUp.title': { zh: '正在查您的费用', en: 'Looking up your bill' },
  'lookingUp.sub': { zh: '在问医保中心和医院', en: 'Asking the centre and the hospital' },
  'lookingUp.hold': { zh: '请先别拔卡', en: 'Leave the card in' },
  'scene.terminal': { zh: '这台机器', en: 'This machine' },
  'scene.centre': { zh: '医保中心', en: 'Centre' },
  'scene.hospital': { zh: '医院', en: 'Hospital' },

  'who.hello': { zh: '{name}，您好', en: 'Hello {name}' },
  'who.number': { zh: '证件尾号 {tail}', en: 'ID ends {tail}' },
  'who.reveal': {
    zh: '按住看全名',
    en: 'Hold to see name',
    spoken: { zh: '给看得见的人：在屏幕上显示全名', en: 'For who sees: the whole name on the screen' },
  },
  'who.question': { zh: '交哪一笔？', en: 'Which bill?' },
  'who.either': { zh: '想办哪一样？', en: 'Which one?' },
  'who.one': { zh: '还没交', en: 'unpaid' },
  'who.blocked': { zh: '上一次还在查，先别交', en: 'Being checked, do not pay yet' },
  'who.more': { zh: '看下一页', en: 'Next page' },
  'who.page': { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },

  'nothingUnpaid.title': { zh: '您没有要交的钱', en: 'You have nothing to pay' },
  'nothingUnpaid.sub': { zh: '刚开的单子，过几分钟再来', en: 'A new bill may take a few minutes' },
  'nothingUnpaid.ask': { zh: '有疑问，去 {window} 号窗口', en: 'Questions? Go to window {window}' },
});
