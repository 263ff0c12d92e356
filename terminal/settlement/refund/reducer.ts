import type { AuditCode } from '../../../common/contracts/audit.ts';
import type { RefundState } from '../../store/refunds.ts';

/**
 * The life of one refund of a known settlement: 2208, then 2205 and 2202 (domain-facts B6.1, 8); of a stay's 2305, then
 * 2405, 2302 and 2404, as far as it is to be undone. Pure: what happens is data, `transition.ts` does it.
 *
 *   ready      no 2208 of ours can still take effect: ask 5203, then make one
 *   intended   its message id and exact bytes are durable; bytes may have left from here on
 *   unknown    its outcome is not known: ask 5203, whose `refd_setl_flag` says whether the settlement was given back
 *   fencing    a 2601 with the 2208's message id is durable: send it until it is answered, byte for byte
 *   stopped    not done in six tries, and nothing of it is under way: two people decide
 *   refunded   the money is back; whether something else of the message stands is still to be asked, fee lines and
 *              registration are still to be undone
 *   done · kept   final: given back and undone · given up, the settlement stands
 */
export type RefundEvent =
  /** 5203 has the settlement, and it is not refunded. */
  | 'queryStanding'
  /** 5203 has the settlement with `refd_setl_flag` 1. */
  | 'queryRefunded'
  /** 5203 was answered and has no such settlement: by itself this proves nothing. */
  | 'queryMissing'
  /** 5203 got no answer. */
  | 'queryFailed'
  /** 2208 was answered: right encounter, the same sum with the sign turned. */
  | 'answeredRefunded'
  /** A business refusal. What it means for the settlement, 5203 says. */
  | 'answeredRefused'
  | 'answeredNotSent'
  /** All else that a send can end in. */
  | 'answeredUnknown'
  /** The terminal was started again with this one open. */
  | 'restarted'
  /** 2601 done, already reversed, or nothing to reverse: that 2208 is void for ever, and the settlement stands. */
  | 'fenced'
  | 'fenceFailed'
  /** 2601 was refused for another reason: the 2208 may have been done. */
  | 'fenceRefused'
  /** Six tries, and nothing under way. */
  | 'spent'
  /** Refused, and 5203 shows that it stands: for who asked at the desk that is the answer, and nobody else is called. */
  | 'refusedForGood'
  /** 5203 was asked without a number, 2205 and 2202 have been answered. */
  | 'undone'
  | 'undoFailed'
  /** Two people, by name: give it up · 5203 shows that it is already gone · try again. */
  | 'resolvedStands'
  | 'resolvedVoid'
  | 'resolvedRefund';

/** What must happen with a transition, in its transaction. */
export type RefundEffect =
  /** Make the 2208 with its exact bytes; a try. */
  | 'makeRefund'
  /** A round in which the centre answered, and nothing could be made of it: a try too. */
  | 'countTry'
  /** Make the 2601 for it. */
  | 'makeFence'
  | 'dropFence'
  /** Keep when and how it was given back; tell HIS and operator; the visit is to be undone. */
  | 'recordRefunded'
  /** Count a round; after several a person is called. */
  | 'countRound'
  /** Rounds and tries begin anew. */
  | 'resetRounds'
  /** Who asks for it now, why, and under which number. */
  | 'takeOrder'
  | 'callStaff'
  /** What called a person ends by itself. */
  | 'endCall'
  /** A second effect of the same message stands: a matter of its own. */
  | 'flagBeside'
  /** A settlement that came late and is not given back after all needs its own decision again. */
  | 'askAgain';

export interface RefundTransition {
  readonly to: RefundState;
  readonly effects: readonly RefundEffect[];
  readonly audit: AuditCode;
}

const to = (state: RefundState, effects: readonly RefundEffect[], audit: AuditCode): RefundTransition => ({
  to: state,
  effects,
  audit,
});
const refunded = to('refunded', ['recordRefunded', 'endCall'], 'refund.done');
const given = to('kept', ['endCall', 'askAgain'], 'refund.kept');
const declined = to('ready', ['countRound'], 'refund.declined');
const becameUnknown = to('unknown', [], 'refund.unknown');
const again = to('ready', ['resetRounds'], 'refund.resumed');

/** Every move there is; a pair that is not here changes nothing. */
export const refundTransitions: {
  readonly [state in RefundState]: { readonly [event in RefundEvent]?: RefundTransition };
} = {
  ready: {
    queryStanding: to('intended', ['makeRefund'], 'refund.intent'),
    queryRefunded: refunded,
    queryMissing: to('ready', ['countTry', 'countRound'], 'refund.unanswered'),
    queryFailed: to('ready', ['countRound'], 'refund.unanswered'),
    refusedForGood: to('kept', ['endCall'], 'refund.refused'),
    spent: to('stopped', ['callStaff'], 'refund.stopped'),
    resolvedStands: given,
  },
  intended: {
    answeredRefunded: refunded,
    answeredRefused: declined,
    answeredNotSent: declined,
    answeredUnknown: becameUnknown,
    restarted: becameUnknown,
  },
  unknown: {
    queryRefunded: refunded,
    // The 2208 may still come; only its fence makes way for another.
    queryStanding: to('fencing', ['makeFence'], 'refund.fencing'),
    queryMissing: to('fencing', ['makeFence'], 'refund.fencing'),
    queryFailed: to('unknown', ['countRound'], 'refund.unanswered'),
  },
  fencing: {
    fenced: to('ready', ['dropFence'], 'refund.fenced'),
    fenceFailed: to('fencing', ['countRound'], 'refund.unanswered'),
    fenceRefused: to('unknown', ['dropFence', 'countRound'], 'refund.unanswered'),
  },
  stopped: {
    resolvedRefund: again,
    resolvedStands: given,
    resolvedVoid: refunded,
  },
  refunded: {
    undone: to('done', ['endCall', 'flagBeside'], 'refund.unwound'),
    undoFailed: to('refunded', ['countRound'], 'refund.unanswered'),
  },
  done: {},
  // Two people may take it up once more.
  kept: { resolvedRefund: to('ready', ['takeOrder', 'resetRounds'], 'refund.resumed') },
};

/** The move for this event, or null where it changes nothing. */
export function reduceRefund(state: RefundState, event: RefundEvent): RefundTransition | null {
  return refundTransitions[state][event] ?? null;
}

/** Whether it goes on by itself: neither over nor waiting for a person. */
export function isUnderWay(state: RefundState): boolean {
  return state !== 'done' && state !== 'kept' && state !== 'stopped';
}

/** Whether it is not over: nothing of its encounter may be settled meanwhile. */
export function isUndecided(state: RefundState): boolean {
  return state !== 'done' && state !== 'kept';
}
