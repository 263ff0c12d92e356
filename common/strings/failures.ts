import type { Sentence } from './sentence.ts';

/** What a failure says: `person` to the resident before the machine, `remedy` to the staff who mend it. */
export interface FailureSentences {
  readonly person: Sentence;
  readonly remedy: Sentence;
}

const say = (zh: string, en: string): Sentence => ({ zh, en });

/**
 * Two sentences for every failure code (LOOK, Voice): what is safe comes first, then what to do. The person is never
 * blamed and never reads 失败, 错误 or 异常; the remedy is a concrete act, not a description. That every code of
 * contracts/failures has its entry here is checked by the test beside this file and by every typed use.
 */
export const failureSentences = {
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
    person: say('插了两张卡。请只留一张。', 'There are two cards. Please leave only one.'),
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
      '还是出厂密码，钱很安全。请先去窗口改密码。',
      'The card still has its first PIN. Your money is safe. Please change the PIN at the window first.',
    ),
    remedy: say(
      '核对身份证件后，帮居民把初始密码改成自己的密码。',
      'Check the identity document and help the holder set a PIN of their own.',
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
  HOST_GONE: {
    person: say(
      '读卡和打印正在恢复，没有扣钱。请稍等。',
      'Card reading and printing are coming back. Nothing was taken. Please wait a moment.',
    ),
    remedy: say(
      '等十秒自动恢复；反复出现就把终端重启，并报运维。',
      'Wait ten seconds for it to come back; if it repeats, restart the terminal and report it.',
    ),
  },
  PRINTER_OFFLINE: {
    person: say(
      '账已记好，只是打印机没连上。凭条可去窗口补打。',
      'Your record is safe; only the printer is not connected. Get the slip at the window.',
    ),
    remedy: say(
      '查打印机电源和串口线，再跑 minka printer status。',
      'Check the printer power and serial cable, then run `minka printer status`.',
    ),
  },
  PRINTER_PAPER_OUT: {
    person: say(
      '账已记好，只是纸用完了。换好纸会接着打。',
      'Your record is safe; only the paper ran out. It goes on when there is paper.',
    ),
    remedy: say(
      '开盖，换 80 毫米热敏纸，光面朝上，合盖；凭条会自动接着打。',
      'Open the cover, load an 80 mm thermal roll, coated side up, close it; the slip goes on by itself.',
    ),
  },
  PRINTER_COVER_OPEN: {
    person: say(
      '账已记好，只是打印机盖没合上。合好会接着打。',
      'Your record is safe; only the printer cover is open. It goes on when closed.',
    ),
    remedy: say(
      '把打印机盖按到“咔”一声；凭条会自动接着打。',
      'Press the printer cover until it clicks; the slip goes on by itself.',
    ),
  },
  PRINTER_CUTTER: {
    person: say(
      '账已记好，只是切刀卡住了。凭条可去窗口补打。',
      'Your record is safe; only the cutter is stuck. Get the slip at the window.',
    ),
    remedy: say(
      '断电，开盖，取出碎纸，转切刀轮让刀复位，再上电。',
      'Power off, open, remove the scraps, turn the cutter wheel home, power on.',
    ),
  },
  PRINTER_FAULT: {
    person: say(
      '账已记好，只是打印机停了。凭条可去窗口补打。',
      'Your record is safe; only the printer has stopped. Get the slip at the window.',
    ),
    remedy: say(
      '断电，等打印头凉五分钟，再上电；还停就换打印机。',
      'Power off, let the head cool five minutes, power on; if it stops again, change the printer.',
    ),
  },
  PRINT_UNKNOWN: {
    person: say(
      '账已记好。请看出纸口，没有凭条就去窗口补打。',
      'Your record is safe. Please look at the paper slot; if there is no slip, get one at the window.',
    ),
    remedy: say(
      '看出纸口有没有完整凭条；没有就在窗口补打，凭条上会写“补打”。',
      'Look for a complete slip in the slot; if none, print a copy at the desk, marked as a copy.',
    ),
  },
  CENTRE_UNREACHABLE: {
    person: say(
      '没有扣钱，医保中心暂时连不上。请稍后再试，或去窗口。',
      'Nothing was taken. The insurance centre cannot be reached now. Try later or go to the window.',
    ),
    remedy: say(
      '查网线和专网路由；能通就再试；不通报网络值班。',
      'Check the cable and the route to the insurance network; if it is down, call the network desk.',
    ),
  },
  CENTRE_REFUSED: {
    person: say(
      '没有扣钱，医保中心没同意这笔。请去窗口问。',
      'Nothing was taken. The insurance centre did not accept this payment. Please ask at the window.',
    ),
    remedy: say(
      '看中心回的原话，按原话在医院系统改好就诊或费用，再来结算。',
      "Read the centre's own words, correct the visit or the fees in the hospital system, then settle again.",
    ),
  },
  CENTRE_UNKNOWN: {
    person: say(
      '还不知道结上了没有，我们正在查。请先别再交一次。',
      'We do not know yet whether it is settled; we are finding out. Please do not pay again yet.',
    ),
    remedy: say(
      '别另结。先用 5203 按原报文号查；查不到再用 2601 冲正。',
      'Do not settle anew. Query 5203 for the original message id; if it is not there, reverse it with 2601.',
    ),
  },
  CENTRE_BAD_ANSWER: {
    person: say(
      '没有扣钱，中心的回答没看懂。请去窗口办。',
      "Nothing was taken. The centre's answer could not be understood. Please go to the window.",
    ),
    remedy: say(
      '记下报文号，把这一笔交给中心接口负责人核对。',
      "Note the message id and give it to the centre's interface contact to check.",
    ),
  },
  CENTRE_MONEY_MISMATCH: {
    person: say(
      '没有扣钱，中心算的数对不上。请去窗口核对。',
      "Nothing was taken. The centre's figures do not add up. Please have them checked at the window.",
    ),
    remedy: say(
      '对照费用明细和中心返回的各项金额，找出差额，报中心核对。',
      "Compare the fee lines with the centre's amounts, find the difference and report it.",
    ),
  },
  CENTRE_OTHER_PERSON: {
    person: say(
      '没有扣钱，中心答的不是您。请去窗口办。',
      'Nothing was taken. The centre answered for someone else. Please go to the window.',
    ),
    remedy: say(
      '不要继续结算；核对卡号与人员编号，马上报中心。',
      'Stop settling; compare card number and person number and report to the centre at once.',
    ),
  },
  PERSON_NOT_INSURED: {
    person: say(
      '没有扣钱，现在查不到您的参保。请去窗口问。',
      'Nothing was taken. No insurance in force was found for you. Please ask at the window.',
    ),
    remedy: say(
      '查参保地与缴费状态；参保正常就核对卡里的证件号码。',
      'Check place and state of insurance; if it is in force, compare the identity number on the card.',
    ),
  },
  HIS_UNREACHABLE: {
    person: say(
      '没有扣钱，医院系统暂时连不上。请稍后再试，或去窗口。',
      'Nothing was taken. The hospital system cannot be reached now. Try later or go to the window.',
    ),
    remedy: say(
      '查医院内网；能通就请信息科看接口服务是否在跑。',
      'Check the hospital network; if it is up, ask the IT department whether the interface service runs.',
    ),
  },
  HIS_BAD_ANSWER: {
    person: say(
      '没有扣钱，医院的费用没看懂。请去窗口办。',
      'Nothing was taken. The hospital system sent fees we could not read. Please go to the window.',
    ),
    remedy: say(
      '记下就诊号，请信息科核对这次就诊的费用数据。',
      "Note the encounter number and ask the IT department to check this visit's fee data.",
    ),
  },
  HIS_HELD_ELSEWHERE: {
    person: say(
      '没有扣钱，这笔正在别处办。请去那边，或稍后再来。',
      'Nothing was taken. This visit is being paid elsewhere. Go there, or come back later.',
    ),
    remedy: say(
      '在医院系统看是哪台终端或窗口占着；办完或放开后再结。',
      'See in the hospital system which terminal or window holds it; settle after it is done or released.',
    ),
  },
  HIS_TOTAL_DIFFERS: {
    person: say(
      '没有扣钱，费用刚刚变了。请再看一遍，或去窗口问。',
      'Nothing was taken. The fees have just changed. Please look again or ask at the window.',
    ),
    remedy: say(
      '请开单科室确认费用；确认后让居民重新插卡。',
      'Have the department confirm the fees; then have the card put in again.',
    ),
  },
  HIS_NOTHING_UNPAID: {
    person: say('您在这里没有要交的钱。', 'You have nothing to pay here.'),
    remedy: say(
      '居民说有单子就查医院系统：单子是否已开、是否挂在本人名下。',
      'If there should be a bill, check in the hospital system that it is entered and under this person.',
    ),
  },
  SETTLEMENT_OPEN: {
    person: say(
      '上一次结算还在查，请先别再交。查清会告诉您。',
      'An earlier payment is still being checked. Please do not pay again; you will be told.',
    ),
    remedy: say(
      '在待查清单里找这次就诊，按 5203、2601 的次序查清后再结。',
      'Find this visit on the work-list and clear it by 5203, then 2601, before settling again.',
    ),
  },
  OPERATOR_UNREACHABLE: {
    person: say('您的账已记好，记录稍后自动送出。', 'Your record is safe and will be sent on by itself.'),
    remedy: say(
      '查外网；用 minka queue list 看积压，通了会自动补送。',
      'Check the network; look at `minka queue list`; rows are sent by themselves when it is back.',
    ),
  },
  OPERATOR_REJECTED: {
    person: say('您的账已记好，有一条记录要工作人员看。', 'Your record is safe; one record needs a look by the staff.'),
    remedy: say(
      '用 minka queue show 看退回的原因，改好配置或报运营方。',
      'Read the reason with `minka queue show`; mend the profile or report to the operator.',
    ),
  },
  STORE_LOCKED: {
    person: say(
      '这台机器正在准备，没有扣钱。请去旁边的机器。',
      'This machine is getting ready. Nothing was taken. Please use the next one.',
    ),
    remedy: say(
      '数据库被另一个程序占着：关掉多开的终端程序，再启动。',
      'Another process holds the database: end the second terminal program and start again.',
    ),
  },
  STORE_NEWER: {
    person: say(
      '这台机器要更新，没有扣钱。请去旁边的机器。',
      'This machine needs an update. Nothing was taken. Please use the next one.',
    ),
    remedy: say(
      '数据库来自更新的版本：装回不低于它的版本，不要删库。',
      'The database is of a newer version: install that version or later; do not delete it.',
    ),
  },
  STORE_CORRUPT: {
    person: say(
      '这台机器先停用，账都留着。请去旁边的机器。',
      'This machine is closed for now; every record is kept. Please use the next one.',
    ),
    remedy: say(
      '不要删除；把数据库文件整份留存，报运维按备份恢复。',
      'Do not delete anything; keep the database file as it is and have it restored from the backup.',
    ),
  },
  STORE_KEY: {
    person: say(
      '这台机器先停用，账都留着。请去旁边的机器。',
      'This machine is closed for now; every record is kept. Please use the next one.',
    ),
    remedy: say(
      '数据库钥匙不对：找回原钥匙，不要新建；报运维。',
      'The database key does not fit: recover the original key, make no new one; report it.',
    ),
  },
  STORE_FULL: {
    person: say(
      '这台机器先停用，账都留着。请去旁边的机器。',
      'This machine is closed for now; every record is kept. Please use the next one.',
    ),
    remedy: say(
      '磁盘满了：清出 1 GB 以上空间（不动数据库），会自动恢复。',
      'The disk is full: free at least 1 GB (not the database); it comes back by itself.',
    ),
  },
  CONFIG_INVALID: {
    person: say('这台机器还没设好。请去旁边的机器。', 'This machine is not set up yet. Please use the next one.'),
    remedy: say(
      '跑 minka config check，按指出的那一行改站点文件。',
      'Run `minka config check` and correct the line it names in the site profile.',
    ),
  },
  CONFIG_MISSING: {
    person: say('这台机器还没设好。请去旁边的机器。', 'This machine is not set up yet. Please use the next one.'),
    remedy: say(
      '放好站点文件，启动时用 --profile 指明它。',
      'Put the site profile in place and name it with --profile at start.',
    ),
  },
  CONFIG_PRODUCTION_LAB_DEVICE: {
    person: say('这台机器还没设好。请去旁边的机器。', 'This machine is not set up yet. Please use the next one.'),
    remedy: say(
      '正式环境里有演示设备：拆掉它，或把站点文件改回 lab。',
      'A lab device is present in production: remove it, or set the profile back to lab.',
    ),
  },
  QUEUE_NOT_FOUND: {
    person: say('没有找到这条记录。请去窗口查。', 'This record was not found. Please ask at the window.'),
    remedy: say('用 minka queue list 找到正确的编号再看。', 'Find the right id with `minka queue list`.'),
  },
  TERMINAL_UNREACHABLE: {
    person: say(
      '这台机器正在恢复，没有重复扣钱。请稍等。',
      'This machine is coming back. Nothing is charged twice. Please wait a moment.',
    ),
    remedy: say(
      '看终端程序是否在跑、--run 指的目录对不对；没跑就启动它。',
      'See whether the terminal runs and whether --run names its directory; start it if not.',
    ),
  },
  REVEAL_REFUSED: {
    person: say('全部内容要本人或工作人员才能看。', 'The full details are only for the holder or the staff.'),
    remedy: say(
      '只在演示模式能直接看；正式环境请用工作人员身份。',
      'Free only in lab mode; in production use a staff identity.',
    ),
  },
  SESSION_IDLE: {
    person: say(
      '等了一会儿没人按，没有扣钱。请取卡。',
      'Nobody pressed for a while. Nothing was taken. Please take your card.',
    ),
    remedy: say('不用处理；卡留在机器里就交给失物登记。', 'Nothing to mend; a card left behind goes to lost property.'),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
