import { type FailureSentences, say } from '../failure-sentence.ts';

/** A staff act that was not done: the first sentence is for whoever stands there, the second says what to do. */
export const staffFailures = {
  STAFF_BUSY: {
    person: say('另一位同事正在办，请稍等。', 'A colleague is at it. Please wait a moment.'),
    remedy: say(
      '等终端上的那一件办完，或在屏幕上按「结束」，再来。',
      'Wait until the act at the terminal is done, or press End on its screen, then ask again.',
    ),
  },
  STAFF_SESSION: {
    person: say('有人正在用机器，请稍等。', 'Somebody is using the machine. Please wait.'),
    remedy: say(
      '等这位群众办完、取走卡，屏幕回到「请插社保卡」再来。',
      'Wait until the person is done, the card is out and the screen asks for a card again.',
    ),
  },
  STAFF_SETTLEMENT_OPEN: {
    person: say('有一笔账正在查，请稍等。', 'A settlement is still being looked up. Please wait.'),
    remedy: say(
      '机器正在自己查；几分钟后再来，查不出的会上待办。',
      'It is being recovered by itself; come back in minutes, what cannot be found goes to the work-list.',
    ),
  },
  STAFF_NO_LIST: {
    person: say('还没有工作人员名单。', 'There is no staff list yet.'),
    remedy: say('用 minka staff import 导入签过字的名单。', 'Import the signed list with `minka staff import`.'),
  },
  STAFF_UNKNOWN: {
    person: say('这张卡不在名单上，请取卡。', 'This card is not on the list. Please take it.'),
    remedy: say(
      '用名单上的本人社保卡；换过卡的，请更新名单。',
      'Use the social-security card that is on the list; after a new card, have the list renewed.',
    ),
  },
  STAFF_NOT_VALID: {
    person: say('您的权限今天不在期内。', 'Your authority does not cover today.'),
    remedy: say(
      '看名单上的起止日期；要继续就导入新的名单。',
      'Look at the first and last day in the list; import a new list to extend it.',
    ),
  },
  STAFF_ROLE: {
    person: say('这件事，请别的同事办。', 'This act needs a colleague with another role.'),
    remedy: say(
      '对账：收费员或审计。动钱：两名收费员，或收费员加审计。其余看 docs/staff.md。',
      'The books take a cashier or an auditor; money takes two cashiers, or a cashier and an auditor; docs/staff.md has the rest.',
    ),
  },
  STAFF_SAME_PERSON: {
    person: say('第二位要换一个人。', 'The second person must be somebody else.'),
    remedy: say('请另一位有权限的同事带自己的卡来。', 'Ask another entitled colleague to come with her own card.'),
  },
  STAFF_PIN: {
    person: say('密码不对，这次没有办。', 'The PIN does not match. Nothing was done.'),
    remedy: say(
      '重新开始这件事；想不起密码，先别再试，去发卡处重设。',
      'Begin the act again; if the PIN is forgotten, stop trying and have it reset by the issuer.',
    ),
  },
  STAFF_CARD_OUT: {
    person: say('卡拔早了，没有办。', 'The card came out too early. Nothing was done.'),
    remedy: say(
      '重新开始这件事；卡插到底，屏幕说请取卡时再取。',
      'Begin the act again; leave your card in until the screen says to take it.',
    ),
  },
  STAFF_TIMEOUT: {
    person: say('等了一会儿没有人，没有办。', 'Nobody came in time. Nothing was done.'),
    remedy: say('人和卡都在终端前，再重新开始。', 'Begin again when the person stands at the terminal with her card.'),
  },
  STAFF_CANCELLED: {
    person: say('已停下，没有办。', 'Stopped. Nothing was done.'),
    remedy: say('要办就重新开始。', 'Begin again if it is still wanted.'),
  },
  STAFF_TICKET_NEEDED: {
    person: say('这件事，要工作人员办。', 'This act is for the staff.'),
    remedy: say(
      '先在终端上用本人的卡和密码证明身份（minka 会带着做）。',
      'Prove yourself at the terminal by card and PIN first; `minka` leads through it.',
    ),
  },
  STAFF_TICKET_EXPIRED: {
    person: say('证明过期了，没有办。', 'The proof is no longer good. Nothing was done.'),
    remedy: say('重新证明身份，六十秒内办完。', 'Prove yourself again and do the act within 60 seconds.'),
  },
  STAFF_TICKET_USED: {
    person: say('这份证明已经用过。', 'This proof was used before.'),
    remedy: say('一份证明只办一件事：重新证明身份。', 'One proof is good for one act: prove yourself again.'),
  },
  STAFF_TICKET_OTHER: {
    person: say('证明的是另一件事，没有办。', 'The proof was for another act. Nothing was done.'),
    remedy: say(
      '编号、办法、理由都要和证明时一样：重新证明身份。',
      'Number, answer and reason must be those that were signed for: prove yourself again.',
    ),
  },
  RECEIPT_NONE: {
    person: say('没有这一笔的凭条，没有补打。', 'There is no receipt of this number. Nothing was printed.'),
    remedy: say(
      '用报文号或中心的结算编号；没结上的、退了的、待办上说中心没有或对不上的，不补打。',
      "Take the message id or the centre's settlement number; none of what was not settled, was given back, or is in doubt on the work-list.",
    ),
  },
  STAFF_LIST_INVALID: {
    person: say('这份名单用不了，没有导入。', 'This list cannot be used. Nothing was imported.'),
    remedy: say(
      '按 docs/staff.md 改：编号和标记不重复，今天要有技术员和审计两个人。',
      'Mend it as docs/staff.md says: ids and marks unique, a technician and another person as auditor today.',
    ),
  },
  STAFF_LIST_PLACE: {
    person: say('名单没有放对地方，没有导入。', 'The list is not in its place. Nothing was imported.'),
    remedy: say(
      '放进站点文件的目录，别人不能写（chmod 600），再导入。',
      "Put it in the site profile's folder, writable by its owner alone (chmod 600), then import it.",
    ),
  },
  STAFF_LIST_COPY: {
    person: say('名单读不出来，没有办。', 'The staff list cannot be read. Nothing was done.'),
    remedy: say(
      '查数据目录和旁边 .begun 目录的磁盘和权限；副本都没了，就用 minka staff import 重新导入。',
      'Check disk and rights of the data folder and of `.begun` beside it; if no copy is left, import the signed list again.',
    ),
  },
  SHIFT_OPEN: {
    person: say('这台已经开着一个班，没有再开。', 'A shift is open here already. None was begun.'),
    remedy: say('先点钱交班（F10），再开下一个班。', 'Count and close that shift first (F10), then open the next one.'),
  },
  SHIFT_NONE: {
    person: say('还没有开班，没有收费。', 'No shift is open. Nothing was taken.'),
    remedy: say('收费员插自己的卡、输密码开班（F10）。', 'A cashier opens her shift by card and PIN (F10).'),
  },
  SHIFT_CHANGED: {
    person: say('应有现金变了，班还没有交。', 'What should be in the drawer has changed. The shift is still open.'),
    remedy: say('看新的应有现金，再点一遍，再交班。', 'Look at what is expected now, count again, then close.'),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
