import { sentences } from '../sentence.ts';

/** What the guided tour says while it goes through the main job. */
export const tourCaptions = sentences({
  welcome: {
    zh: '左边是终端，右边是演示台：卡、密码键盘、打印机、网络，都在这里动手。',
    en: 'On the left the kiosk, on the right the dock: card, PIN pad, printer and network are moved here.',
  },
  insert: {
    zh: '{name}来缴费，把卡插进去。读卡器、串口、网络都是真的。',
    en: '{name} comes to pay and puts the card in. Reader service, serial lines and network are real.',
  },
  pin: {
    zh: '终端请{name}输密码。密码只到键盘和卡，屏幕只知道按了几下。',
    en: 'The kiosk asks for the PIN. It goes from pad to card; the screen only learns how many keys.',
  },
  who: {
    zh: '终端向中心和医院问过了：是谁，要付什么。',
    en: 'The terminal has asked centre and hospital: who it is, and what is due.',
  },
  visit: { zh: '先看费用是哪来的。', en: 'First: what the visit cost.' },
  split: { zh: '再看谁来付：医保、账户、自己。', en: 'Then: who pays how much.' },
  confirm: { zh: '按下去之前，按键上就写着要付多少。', en: 'The key that moves money repeats the amount.' },
  soon: {
    zh: '捣个乱：打印机里只剩 60 毫米纸。',
    en: 'A little mischief: only 60 mm of paper are left in the printer.',
  },
  settled: {
    zh: '结好了。先说钱是安全的，再说别的。凭条开始出来。',
    en: 'Settled. The money comes first, everything else after it. The slip begins to come out.',
  },
  paperOut: {
    zh: '纸用完了，凭条停在一半。钱已经付好，不会再付一次。',
    en: 'The paper has run out half-way. The money is settled and will not be taken twice.',
  },
  refill: {
    zh: '装上纸，同一张凭条自己接着打完，只有一张。',
    en: 'With new paper the same slip goes on by itself; there is only one.',
  },
  card: { zh: '拔卡，撕下凭条。', en: 'The card out, the slip torn off.' },
  ledgers: {
    zh: '四本账：中心、医院、终端日志、纸，一分不差。',
    en: 'Four ledgers: centre, hospital, journal and paper agree to the fen.',
  },
});
