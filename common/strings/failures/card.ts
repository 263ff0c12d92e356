import { type FailureSentences, say } from '../failure-sentence.ts';

/** Card, reader, PIN and pad: what stops before the money is touched. */
export const cardFailures = {
  CARD_REMOVED: {
    person: say('卡拔出来了，没有扣钱。请重新插卡。', 'The card came out. Nothing was taken. Please put it in again.'),
    remedy: say(
      '请居民重新插卡到底；若反复，清洁读卡器触点。',
      'Have the card put in fully again; if it repeats, clean the reader contacts.',
    ),
  },
  CARD_FOREIGN: {
    person: say(
      '这张卡这里不能用。请取卡，换社保卡。',
      'This card cannot be used here. Please take it and use a social-security card.',
    ),
    remedy: say(
      '看卡面：不是社保卡就换卡；是社保卡就到发卡窗口检测应用。',
      'Look at the card: if it is another kind, change it; if not, have its application tested at the issuing desk.',
    ),
  },
  CARD_MUTE: {
    person: say(
      '没读到芯片。请取卡，有芯片的一头先进。',
      'The chip did not answer. Please take the card and put the chip end in first.',
    ),
    remedy: say(
      '翻面再插；擦净芯片；换一张卡试；仍不应答就清洁或更换读卡器。',
      'Turn the card, wipe the chip, try another card; if none answers, clean or change the reader.',
    ),
  },
  CARD_GARBAGE: {
    person: say(
      '芯片没读清楚。请取卡，擦一擦再插。',
      'The chip could not be read. Please take the card, wipe it and try again.',
    ),
    remedy: say(
      '擦净芯片再试一次；同一张卡还读不清就到发卡窗口换卡。',
      'Wipe the chip and try once more; if the same card is still unreadable, replace it at the issuing desk.',
    ),
  },
  CARD_LOCKED: {
    person: say(
      '卡锁住了，里面的钱还在。请去窗口解锁。',
      'The card is locked; its money is safe. Please have it unlocked at the window.',
    ),
    remedy: say(
      '核对身份证件后，在发卡系统解锁应用，再回终端插卡。',
      'Check the identity document, unlock the application in the issuing system, then insert again.',
    ),
  },
  CARD_STALE: {
    person: say('换过卡了，没有扣钱。请重新插卡。', 'The card was changed. Nothing was taken. Please put it in again.'),
    remedy: say(
      '请居民拔卡，等三秒，再插同一张卡。',
      'Have the card taken out, wait three seconds, insert the same card.',
    ),
  },
  CARD_ABSENT: {
    person: say('没看到卡。请插社保卡，插到底。', 'No card was seen. Please put the card in fully.'),
    remedy: say(
      '把卡插到底；读卡器灯不亮就检查接线。',
      'Push the card fully in; if the reader lamp stays dark, check its cable.',
    ),
  },
  CARD_BUSY: {
    person: say('读卡器正忙，请等几秒，再插一次。', 'The reader is busy. Please wait a few seconds and insert again.'),
    remedy: say(
      '关掉占用读卡器的其他程序，再插卡。',
      'Close the other program that holds the reader, then insert again.',
    ),
  },
  CARD_TOO_MANY: {
    person: say(
      '插了两张卡。留下要用的社保卡，另一张请取走。',
      'There are two cards. Leave the one you want to use and take the other out.',
    ),
    remedy: say(
      '取出一张卡；命令行用 --reader 指明读卡器。',
      'Take one card out; on the command line name the reader with --reader.',
    ),
  },
  CARD_EXPIRED: {
    person: say(
      '卡过了有效期，账户里的钱还在。请去窗口换卡。',
      'The card has expired; the account money is safe. Please change it at the window.',
    ),
    remedy: say(
      '核对卡面有效期与终端日期；卡确已过期就办换卡。',
      'Compare the date on the card with the terminal clock; if it has expired, issue a new card.',
    ),
  },
  CARD_NEEDS_HSM: {
    person: say(
      '这张新卡，这台机器还不能读。请去窗口办。',
      'This machine cannot read this newer card yet. Please go to the window.',
    ),
    remedy: say(
      '3.00 版卡要密码机：在人工窗口办理，并把卡版本告诉运维。',
      'A version 3.00 card needs the security module: serve at the desk and tell the operator the card version.',
    ),
  },
  CARD_INCOMPLETE: {
    person: say(
      '卡里的资料不全。请去窗口补好再来。',
      'The card lacks some data. Please have it completed at the window.',
    ),
    remedy: say(
      '用 minka card read 看缺哪一项，在发卡系统补写该文件。',
      'Use `minka card read` to see what is missing and write that file in the issuing system.',
    ),
  },
  READER_GONE: {
    person: say(
      '读卡器没连上，没有扣钱。请去窗口办。',
      'The card reader is not connected. Nothing was taken. Please go to the window.',
    ),
    remedy: say(
      '插紧读卡器的线；灯不亮就换一个口；仍不见就换读卡器。',
      'Push the reader cable in; if its lamp is dark, use another port; else change the reader.',
    ),
  },
  READER_SERVICE_DOWN: {
    person: say(
      '读卡服务正在恢复，没有扣钱。请稍等。',
      'The card service is coming back. Nothing was taken. Please wait a moment.',
    ),
    remedy: say(
      '等一分钟自动恢复；没好就重启 pcscd 服务，再看读卡器灯。',
      'Wait one minute for it to come back; else restart the pcscd service and look at the reader lamp.',
    ),
  },
  READER_STUCK: {
    person: say(
      '读卡器没有回答，没有扣钱。请取卡再插。',
      'The reader gave no answer. Nothing was taken. Please take the card and insert again.',
    ),
    remedy: say(
      '取卡，把读卡器断电十秒再接上。',
      'Take the card out, unplug the reader for ten seconds and plug it in again.',
    ),
  },
  PIN_WRONG: {
    person: say('密码不对，没有扣钱。请再输一次。', 'That PIN does not match. Nothing was taken. Please try again.'),
    remedy: say(
      '提醒居民想好再输；忘了就核对证件，在窗口重置密码。',
      'Advise to think before trying; if forgotten, check the identity document and reset the PIN at the desk.',
    ),
  },
  PIN_BLOCKED: {
    person: say(
      '为了保护您的钱，密码锁住了。请去窗口解锁。',
      'To protect your money the PIN is locked. Please have it unlocked at the window.',
    ),
    remedy: say(
      '核对身份证件后，在发卡系统解锁并重置卡密码。',
      'Check the identity document, then unblock and reset the card PIN in the issuing system.',
    ),
  },
  PIN_INITIAL: {
    person: say(
      '还是出厂密码，钱很安全。请先改成自己的密码。',
      'The card still has its first PIN. Your money is safe. Please set a PIN of your own first.',
    ),
    remedy: say(
      '请居民在终端上按“现在改密码”；不会用的，核对身份证件后在窗口改。',
      'Have the holder press “Change the PIN now” at the terminal, or set it at the window after an identity check.',
    ),
  },
  PIN_CANCELLED: {
    person: say('您按了取消，没有扣钱。请取卡。', 'You pressed cancel. Nothing was taken. Please take your card.'),
    remedy: say('不用处理；要接着办就重新插卡。', 'Nothing to mend; insert the card again to go on.'),
  },
  PIN_TIMEOUT: {
    person: say(
      '没等到密码，没有扣钱。请取卡，再来一次。',
      'No PIN was entered. Nothing was taken. Please take the card and start again.',
    ),
    remedy: say(
      '教居民在密码键盘上输完按“确认”；按了没反应就查键盘接线。',
      'Show how to type on the pad and press its enter key; if it does not react, check the pad cable.',
    ),
  },
  PAD_GONE: {
    person: say(
      '密码键盘没连上，没有扣钱。请去窗口办。',
      'The PIN pad is not connected. Nothing was taken. Please go to the window.',
    ),
    remedy: say(
      '插紧密码键盘的串口线和电源；仍不见就换键盘。',
      'Push in the serial cable and the power of the PIN pad; else change the pad.',
    ),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
