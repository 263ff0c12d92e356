import { type FailureSentences, say } from '../failure-sentence.ts';

/** Centre, HIS and settlement. */
export const moneyFailures = {
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
  CENTRE_BALANCE_CHANGED: {
    person: say(
      '没有扣钱，账户余额刚变了。请取卡，再插一次。',
      'Nothing was taken. Your account balance has just changed. Please take the card out and put it in again.',
    ),
    remedy: say(
      '重新读卡、重新预结算，把新的金额给居民看过，再结。',
      'Read the card anew, pre-settle again, show the person the new amounts, settle then.',
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
  CASHIER_UNREACHABLE: {
    person: say(
      '账已结好，旁边收款机连不上。现金部分请去窗口交。',
      'The bill is settled; the machine beside cannot be reached. Please pay the cash part at the window.',
    ),
    remedy: say(
      '查收款机的电源、网线和它的程序；站点文件的 cashier.url 要是它的地址。它不通时现金部分去窗口交。',
      'Check the power, cable and program of the cashier, and that cashier.url of the site profile is its address. Until then cash is paid at the window.',
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
  SETTLEMENT_REVERSED: {
    person: say(
      '没有扣钱，刚才那笔已撤回。可以重新办。',
      'Nothing was taken; that payment was withdrawn. It may be done again.',
    ),
    remedy: say(
      '重新预结算，再结一次。那是新的一笔，有自己的报文号。',
      'Pre-settle and settle again. That is a new settlement with a message id of its own.',
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
} as const satisfies Readonly<Record<string, FailureSentences>>;
