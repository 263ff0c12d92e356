import { type FailureSentences, say } from '../failure-sentence.ts';

/** A work-list row that was not ended; only staff read these. */
export const worklistFailures = {
  WORKLIST_NOT_FOUND: {
    person: say('这一条待办已经办完，或者没有这一条。', 'This row is already ended, or there is none.'),
    remedy: say('用 minka worklist list 看现在有哪些。', 'See what is there now with `minka worklist list`.'),
  },
  WORKLIST_NOT_ALLOWED: {
    person: say('这一条不能这样了结。', 'This row cannot be ended in this way.'),
    remedy: say(
      '看这一条能选哪几种（minka worklist list）。同一次就诊另有已结的，先办退费；同一报文记了两笔，多的到中心柜台撤；中心没有了，两人选「作废」。',
      'Choose one that `minka worklist list` shows for it. Another settlement stands: refund this one. Two under one message: the second goes back at the counter. Gone there: two people, `void`.',
    ),
  },
  WORKLIST_FENCE_OPEN: {
    person: say(
      '冲正还没有回音，或者刚发过，现在定不了。',
      'The reversal of this one is not answered yet, or was sent only just now; it stays open.',
    ),
    remedy: say(
      '没有回音的会自动重发，中心通了自己了结；刚发过的，五分钟后再来。',
      'An unanswered reversal is sent again and ends the row by itself; after one just sent, come back in five minutes.',
    ),
  },
  WORKLIST_NOT_PROVEN: {
    person: say('中心的账不是这样，没有照办。', 'The centre’s books do not say so; nothing was changed.'),
    remedy: say(
      '在中心查这次就诊：已结选「成立」并用 --setl-id 给出结算号，没有选「作废」，要退选「退费」。',
      'Look the encounter up at the centre: settled, `stands` with its number after --setl-id; not there, `void`; else `refund`.',
    ),
  },
  WORKLIST_UNANSWERED: {
    person: say('中心没有答上来，没有照办。', 'The centre gave no answer; nothing was changed.'),
    remedy: say(
      '等中心能答了再来；别的机器结算照常，就报中心接口负责人，不通才查网络。',
      "Come back when the centre answers. Where other terminals settle, tell the centre's interface contact; else see to the network.",
    ),
  },
} as const satisfies Readonly<Record<string, FailureSentences>>;
