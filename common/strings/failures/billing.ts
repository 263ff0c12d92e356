import { type FailureSentences, say } from '../failure-sentence.ts';

/** Bills at a desk, and what the hospital's own system asks for them. */
export const billingFailures = {
  BILL_BUSY: {
    person: say('别处正在办这张单子，没有扣钱。', 'This bill is being dealt with elsewhere. Nothing was taken.'),
    remedy: say(
      '看是谁在办（自助机、收费台或医院系统）；等它办完或放弃，再来。',
      'See who has it (kiosk, desk or hospital system); wait until it is done or given up there, then ask again.',
    ),
  },
  BILL_GONE: {
    person: say('这张单子要重新算，没有扣钱。', 'This bill has to be worked out anew. Nothing was taken.'),
    remedy: say(
      '重新预结算，把新的金额给居民看过，再结。',
      'Pre-settle again, show the person the new amounts, settle then.',
    ),
  },
  BILL_SETTLED: {
    person: say(
      '这张单子已经结算过，没有再扣钱。',
      'This bill has been settled already. Nothing was taken a second time.',
    ),
    remedy: say(
      '在医院系统里查这次就诊的结算，照那一笔收款；不要再结一次。',
      'Look the settlement of this encounter up in the hospital system and collect by that one; do not settle it again.',
    ),
  },
  BILL_GIVEN_BACK: {
    person: say(
      '这笔钱已经退回，不用再交。交过的现金会退给您。',
      'This payment was given back, and nothing is due for it. Cash that you paid for it is returned to you.',
    ),
    remedy: say(
      '不要收现金；已经收过的退给居民。要再结，重新预结算。',
      'Collect no cash; return what was taken for it. To bill it again, pre-settle anew.',
    ),
  },
  BILL_NONE: {
    person: say('没有找到这张单子，没有扣钱。', 'There is no such bill here. Nothing was taken.'),
    remedy: say(
      '查就诊号或报文号；是不是别的系统办的。',
      'Check the encounter or message id, and whether another system has it.',
    ),
  },
  STAY_NOT_DISCHARGED: {
    person: say('还没有办出院，现在不能结算。', 'You have not been discharged yet, so nothing can be settled.'),
    remedy: say(
      '请病区在医院系统办出院；办好再结。',
      'Have the ward enter the discharge in the hospital system; settle after it.',
    ),
  },
  STAY_DISCHARGED: {
    person: say('已经办了出院，没有改动。', 'You have been discharged already. Nothing was changed.'),
    remedy: say(
      '要改费用或住院信息，先撤销出院（2405），改完再办。',
      'To change fees or data of the stay, undo the discharge (2405) first, then discharge again.',
    ),
  },
  STAY_SETTLED: {
    person: say('这次住院已经结算，没有改动。', 'This stay is settled already. Nothing was changed.'),
    remedy: say(
      '要改先退费（2305），退完再改、再结。',
      'To change it, give the settlement back (2305) first, then change and settle anew.',
    ),
  },
  PERSON_GONE: {
    person: say(
      '卡已取走，没有扣钱。请重新插卡。',
      'The card was taken out. Nothing was taken. Please put it in again.',
    ),
    remedy: say('请居民插卡到底，重新读卡，再办。', 'Have the card put in fully, read it anew, then go on.'),
  },
  TERMINAL_IN_USE: {
    person: say('这台机器正有人用，请稍等。', 'Somebody is using this machine. Please wait a moment.'),
    remedy: say(
      '等居民或工作人员在终端上办完；一台终端要么给居民自助，要么由收费台或医院系统用。',
      'Wait until the resident or the staff are done there; a terminal serves residents, or a desk and the hospital system.',
    ),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
