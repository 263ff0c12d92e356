import type { AuditCode } from '../../common/contracts/audit.ts';
import type { SettlementState } from '../store/settlements.ts';

/**
 * The life of one settlement (DESIGN §4). Pure: what happens is data, `transition.ts` does it.
 *
 *   intended   message id and exact bytes are durable; bytes may have left from here on
 *   unknown    the outcome is not known: ask 5203
 *   fencing    a 2601 with the original message id is durable: send it until it is answered, byte for byte
 *   settled · refused · notSent · reversed   final: no reply changes them (risks I6); see `reversed` for people
 */
export type SettlementEvent =
  /** 2207 was answered: right person, encounter and total, sound identities. */
  | 'answeredSettled'
  | 'answeredRefused'
  | 'answeredNotSent'
  /** All else that a send can end in, a wrong person, encounter or amount included. */
  | 'answeredUnknown'
  /** The terminal was started again with this one open. */
  | 'restarted'
  /** 5203 has a row with our message id that is not refunded. */
  | 'queryFound'
  /** 5203 has a row with our message id whose person, encounter or figures cannot be right: nobody may rely on it. */
  | 'queryUnsound'
  /** 5203 was answered and has no such row: by itself this proves nothing, so a fence follows. */
  | 'queryMissing'
  /** 5203 got no answer. */
  | 'queryFailed'
  /** 5203, asked once more after people said that it stands, does not show it any more. */
  | 'lookedGone'
  /** 2601 done, already reversed, or nothing to reverse. */
  | 'fenced'
  /** The centre refused the 2207, and its 2601 shows that it never had it: its refusal was the whole truth. */
  | 'refusalProven'
  /** 2601 got no answer: it may have been done. */
  | 'fenceFailed'
  /** 2601 was refused for another reason: it was not done, the settlement may stand. */
  | 'fenceRefused'
  /** Two people, by name, and 5203 bears them out (`resolve.ts`): it is settled · nothing was paid · give it back. */
  | 'resolvedStands'
  | 'resolvedVoid'
  | 'resolvedRefund';

/** What must happen with a transition, in its transaction. */
export type Effect =
  /** Keep the centre's answer; tell HIS and operator. */
  | 'recordSettled'
  /** Give the encounter back to the HIS, undo the upload at the centre, tell the operator. */
  | 'releaseReversed'
  /** The same, as what it was: a refusal, with the centre's words. */
  | 'releaseRefused'
  /** It counted, and the centre has it no more: tell HIS and operator, undo the upload, call nobody to tell the person. */
  | 'takeBack'
  /** Free the encounter for a new intent of the same preparation. */
  | 'freeEncounter'
  /** Make the 2601 with its exact bytes. */
  | 'makeFence'
  /** Forget the fence that was refused; the next one is a new message. */
  | 'dropFence'
  /** Look once more, later, whether a settlement has come after the fence. */
  | 'planVerify'
  /** Send the 2601 now: it has yet to do its work, though people have spoken. */
  | 'planFence'
  /** Count a round of recovery; after several a person is called. */
  | 'countRound'
  /** Count a round in which the 2601 was sent and did not do; after several a person is called. */
  | 'countFence'
  /** A person has looked at it: the count begins anew. */
  | 'forgetFailures'
  /** The outcome is known: what called a person about it ends by itself. */
  | 'endCall'
  /** Nobody has seen it yet. Where nobody is at the terminal any more: to the work-list; the profile may have it given back. */
  | 'flagAbsent'
  /** A positive answer after a final state that says otherwise: to the work-list. */
  | 'flagLate'
  /** Settled here, and not at the centre any more: to the work-list. */
  | 'flagGone'
  /** A row of ours that nobody may rely on: to the work-list. */
  | 'flagUnsound'
  /** Begin to give it back (`refund/`). */
  | 'beginRefund';

export interface Transition {
  readonly to: SettlementState;
  readonly effects: readonly Effect[];
  /** Its row of the audit chain, in the same transaction: there is no move without one (risks I17). */
  readonly audit: AuditCode;
}

const to = (state: SettlementState, effects: readonly Effect[], audit: AuditCode): Transition => ({
  to: state,
  effects,
  audit,
});
const settledBy = (audit: AuditCode): Transition => to('settled', ['recordSettled', 'endCall', 'flagAbsent'], audit);
const becameUnknown = to('unknown', [], 'settlement.unknown');
/** A person's word frees the encounter; the 2601 goes out all the same, at once, and 5203 is asked once more afterwards. */
const madeVoid: readonly Effect[] = ['releaseReversed', 'endCall', 'forgetFailures', 'planFence'];

/** Every move there is; a pair that is not here changes nothing. */
export const transitions: {
  readonly [state in SettlementState]: { readonly [event in SettlementEvent]?: Transition };
} = {
  intended: {
    answeredSettled: settledBy('settlement.settled'),
    answeredRefused: to('refused', ['freeEncounter'], 'settlement.refused'),
    answeredNotSent: to('notSent', ['freeEncounter'], 'settlement.not-sent'),
    answeredUnknown: becameUnknown,
    restarted: becameUnknown,
  },
  unknown: {
    queryFound: settledBy('settlement.found'),
    // 2601 with our message id takes an unsound row back like one that is still to come.
    queryUnsound: to('fencing', ['makeFence', 'flagUnsound'], 'settlement.unsound'),
    queryMissing: to('fencing', ['makeFence'], 'settlement.fencing'),
    queryFailed: to('unknown', ['countRound'], 'settlement.unanswered'),
    // An early 2601 may take it back all the same, where the centre keeps none of its promises: it is looked at again.
    resolvedStands: to('settled', ['recordSettled', 'endCall', 'planVerify'], 'settlement.resolved'),
    resolvedVoid: to('reversed', ['makeFence', ...madeVoid], 'settlement.resolved'),
  },
  fencing: {
    // The fence may already be at the centre, so only its own answer can end this state, not another query; nor may a
    // person say that it stands, because the fence could still take it back. That nothing was paid she may say.
    fenced: to('reversed', ['releaseReversed', 'endCall', 'planVerify'], 'settlement.reversed'),
    // `reversed` all the same: whether something of it comes after its 2601 is looked at here too.
    refusalProven: to('reversed', ['releaseRefused', 'endCall', 'planVerify'], 'settlement.refused'),
    fenceFailed: to('fencing', ['countFence'], 'settlement.unanswered'),
    fenceRefused: to('unknown', ['dropFence', 'countFence'], 'settlement.fence-refused'),
    resolvedVoid: to('reversed', madeVoid, 'settlement.resolved'),
  },
  settled: {
    resolvedRefund: to('settled', ['beginRefund'], 'refund.begun'),
    // No reply moves it; what has become of it only people can say.
    lookedGone: to('settled', ['flagGone'], 'settlement.gone'),
    // By two people, who say of a row of the books that it is gone; its 2601 sees to it that it stays so.
    resolvedVoid: to('reversed', ['takeBack', 'endCall', 'forgetFailures', 'planFence'], 'settlement.resolved'),
  },
  refused: {},
  notSent: {},
  reversed: {
    // Void by people's word while the 2601 was unanswered: only `fenced` ends it. An unanswered one calls nobody, they
    // knew of it; one that is refused makes way for another, once 5203 shows that nothing has come meanwhile.
    fenced: to('reversed', ['endCall', 'planVerify'], 'settlement.reversed'),
    fenceFailed: to('reversed', [], 'settlement.unanswered'),
    fenceRefused: to('reversed', ['dropFence', 'countFence'], 'settlement.fence-refused'),
    queryMissing: to('reversed', ['makeFence'], 'settlement.fencing'),
    queryFound: to('reversed', ['flagLate'], 'settlement.late-reply'),
    queryUnsound: to('reversed', ['flagLate'], 'settlement.late-reply'),
    // The one way out of a final state, and only by two people: what came late stays.
    resolvedStands: to('settled', ['recordSettled', 'planVerify'], 'settlement.resolved'),
    resolvedVoid: to('reversed', ['forgetFailures'], 'settlement.resolved'),
    resolvedRefund: to('reversed', ['beginRefund'], 'refund.begun'),
  },
};

/** The move for this event, or null where it changes nothing. */
export function reduce(state: SettlementState, event: SettlementEvent): Transition | null {
  return transitions[state][event] ?? null;
}

/** Whether the outcome is final. */
export function isFinal(state: SettlementState): boolean {
  return state !== 'intended' && state !== 'unknown' && state !== 'fencing';
}
