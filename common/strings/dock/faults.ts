import { sentences } from '../sentence.ts';

/** What the other side of a fault feels like (contracts, `faultKinds`). */
export const faultSentences = sentences({
  loseReplyAfterCommit: { zh: '办了，但回答丢了', en: 'done, but the reply is lost' },
  loseBeforeCommit: { zh: '没办，连接断了', en: 'not done, the connection breaks' },
  delayMs: { zh: '办了，晚些才回答', en: 'done, the reply comes late' },
  delayThenCommitAfterHangup: { zh: '等对方挂断才办', en: 'done only after the caller hung up' },
  http500: { zh: '回答一页 500', en: 'a page with 500' },
  http404html: { zh: '回答一页 404', en: 'a page with 404' },
  http429: { zh: '说太忙（429）', en: 'says it is too busy (429)' },
  http409: { zh: '说有冲突（409）', en: 'says there is a conflict (409)' },
  garbage: { zh: '办了，回答是乱码', en: 'done, the reply is garbage' },
  halfBody: { zh: '办了，回答只有一半', en: 'done, half of the reply' },
  slowDrip: { zh: '办了，回答一个字一个字来', en: 'done, the reply drips byte by byte' },
  redirect307: { zh: '叫去别处（307）', en: 'sends elsewhere (307)' },
  nullOutput: { zh: '办了，回答里没有内容', en: 'done, the reply has no output' },
  infcodeNumber: { zh: '办了，结果码写成数字', en: 'done, infcode as a number' },
  businessRefusal: { zh: '不同意', en: 'refuses' },
  systemError: { zh: '说系统出错', en: 'says system error' },
  wrongPerson: { zh: '办了，回答是别人的', en: "done, the reply is another person's" },
  wrongAmounts: { zh: '办了，回答的金额不平', en: 'done, the amounts do not add up' },
  wrongMsgid: { zh: '办了，回答带别的报文号', en: 'done, with another message id' },
  refuseConnections: { zh: '端口关着一会儿', en: 'refuses connections for a while' },
  tlsReset: { zh: '加密握手被打断', en: 'the TLS handshake is reset' },
});

/** Troubles that are set with one key; what each shows. */
export const presetSentences = sentences({
  lostReply: { zh: '结算办了，回答丢了', en: 'Settled, but the reply is lost' },
  lostRequest: { zh: '结算没办就断线', en: 'Cut off before it is settled' },
  lateReply: { zh: '结算的回答晚 8 秒', en: 'The reply comes 8 s late' },
  refusal: { zh: '中心不同意结算', en: 'The centre refuses' },
  cashierLost: { zh: '收款机收了，回答丢三次', en: 'The cashier is paid, three replies are lost' },
  benefitsGone: { zh: '社保查询三次不通', en: 'Three benefit queries get no answer' },
  hisDeaf: { zh: '医院三次收不到通知', en: 'The hospital misses three notices' },
});
