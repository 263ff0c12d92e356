import { sentences } from '../sentence.ts';

/** What state the four ledgers of one settlement are in (contracts/dock, `ledgerWords`). */
export const ledgerSentences = sentences({
  allAgree: { zh: '四本账一分不差。', en: 'All four agree to the fen.' },
  differ: { zh: '有账对不上：看标出来的格子。', en: 'They differ: see the marked figures.' },
  paperMissing: {
    zh: '纸上没有这一笔：凭条没打出来，或结果不明，终端不会自己重打。请到窗口拿。',
    en: 'No slip of it: not printed or not known to be, and the terminal never prints it again by itself. The window gives one.',
  },
  paperTwice: { zh: '同一张凭条出来两次，不应该。', en: 'The same slip came out twice; it must not.' },
  paperPrinting: { zh: '凭条正在打，或停在半路等人。', en: 'The slip is being printed, or waits half-way for a hand.' },
  paperHalf: {
    zh: '只有半张凭条，断在半路：终端不知道打到哪里，不会自己重打。请到窗口拿。',
    en: 'Half a slip only, it broke off: the terminal does not know how far it came and never prints it again by itself. The window gives one.',
  },
  paperUnreadable: { zh: '纸上的金额读不出来。', en: 'The amounts on the paper cannot be read.' },
  centreAhead: {
    zh: '中心已经入账，终端还不知道：回答没有到。',
    en: 'The centre has settled it; the terminal does not know yet, the answer never came.',
  },
  terminalAsks: {
    zh: '结果不明。终端在用 5203 查这一笔，查清以前谁也不能再结。',
    en: 'Unknown. The terminal asks for it with 5203; until it knows, nobody can settle this visit again.',
  },
  terminalFences: {
    zh: '中心说没有这一笔。终端正用 2601 让它永远作废。',
    en: 'The centre says it has none. The terminal makes the message void for ever with 2601.',
  },
  sentNoAnswer: { zh: '已经发出，正等中心回答。', en: 'Sent; the answer of the centre is awaited.' },
  hisWaits: {
    zh: '医院还没收到：这一行在终端队列里等着，通了自己会送。',
    en: "The hospital was not told yet: the row waits in the terminal's queue and goes by itself when it can.",
  },
  hisSetAside: {
    zh: '医院没有收下：这一行搁置了，要人来看。',
    en: 'The hospital did not take it: the row is set aside for a person to look at.',
  },
  hisReleaseWaits: {
    zh: '告诉医院放开这次就诊的那一行还在队列里。',
    en: 'The row that gives the visit back to the hospital still waits in the queue.',
  },
  hisUntold: {
    zh: '医院不知道，队列里也没有这一行，不应该。',
    en: 'The hospital does not know, and no row waits; it must not be.',
  },
  refusedCleanly: { zh: '中心没有同意，谁也没付钱。', en: 'The centre refused; nobody paid anything.' },
  notSentCleanly: {
    zh: '没有发出去，谁也没付钱，可以再来一次。',
    en: 'It never left; nobody paid anything, and it may be tried again.',
  },
  reversedCleanly: { zh: '已经作废（2601），谁也没付钱。', en: 'Made void (2601); nobody paid anything.' },
  movedWithoutUs: {
    zh: '终端说没付，中心却入了账，不应该。',
    en: 'The terminal says unpaid, yet the centre has it; it must not be.',
  },
  centreLost: {
    zh: '终端说付了，中心没有这一笔，不应该。',
    en: 'The terminal says paid, yet the centre has nothing; it must not be.',
  },
});

/** States of a cell, by witness. */
export const ledgerStates = sentences({
  'centre.none': { zh: '没有', en: 'nothing' },
  'centre.settled': { zh: '已结算', en: 'settled' },
  'centre.refunded': { zh: '已退', en: 'refunded' },
  'centre.reversed': { zh: '已冲正', en: 'reversed' },
  'his.unknown': { zh: '没有这次就诊', en: 'no such visit' },
  'his.unpaid': { zh: '未付', en: 'unpaid' },
  'his.held': { zh: '占用中', en: 'held' },
  'his.settled': { zh: '已结算', en: 'settled' },
  'his.settledOtherwise': { zh: '由另一笔结算', en: 'by another one' },
  'journal.none': { zh: '没有', en: 'nothing' },
  'journal.intended': { zh: '已记下，在发', en: 'written, being sent' },
  'journal.unknown': { zh: '不明', en: 'unknown' },
  'journal.fencing': { zh: '作废中', en: 'being made void' },
  'journal.settled': { zh: '已结算', en: 'settled' },
  'journal.refused': { zh: '被拒', en: 'refused' },
  'journal.notSent': { zh: '没发出', en: 'not sent' },
  'journal.reversed': { zh: '已作废', en: 'void' },
  'paper.none': { zh: '没有纸', en: 'no paper' },
  'paper.printing': { zh: '正在打', en: 'being printed' },
  'paper.half': { zh: '半张，断了', en: 'half a slip' },
  'paper.settlement': { zh: '结算单', en: 'settlement slip' },
  'paper.open': { zh: '待查凭单', en: 'slip: result open' },
  'paper.notSettled': { zh: '没结算凭单', en: 'slip: not settled' },
  'paper.unreadable': { zh: '读不出', en: 'unreadable' },
});
