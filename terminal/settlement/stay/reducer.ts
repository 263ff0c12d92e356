import type { AuditCode } from '../../../common/contracts/audit.ts';
import type { StayState } from '../../store/stays.ts';

/**
 * The life of one stay at the centre, as far as this terminal has told it (domain-facts, appendix 2). Pure: what happens
 * is data, `steps.ts` does it. No money moves in it.
 *
 *   admitting    a 2401 is durable; bytes may have left
 *   admitted     the person is in hospital
 *   discharging  a 2402 is durable
 *   discharged   it can be settled
 *   returning    a 2405 is durable
 *   cancelling   a 2404 is durable
 *   cancelled    final: there is no such stay, or no longer
 *
 * A step whose answer was lost stays where it is: whoever comes next asks 5201 or 5303 first, and only then sends anew.
 */
export type StayEvent =
  /** A message is made: 2402, 2405, 2404. */
  | 'discharge'
  | 'return'
  | 'cancel'
  /** It was answered with success. */
  | 'done'
  /** It was refused, or no byte of it was sent. */
  | 'declined'
  /** The centre has the stay, and the person is in hospital by it. */
  | 'seenIn'
  /** The centre has the stay, and the person is not in hospital. */
  | 'seenOut'
  /** 5201 has no such stay, and its 2401 is void. */
  | 'missing'
  /** What it was taken for is contradicted by a refusal: the centre is asked before the next step. */
  | 'doubted';

export interface StayTransition {
  readonly to: StayState;
  /** Its row of the audit chain, in the same transaction. */
  readonly audit: AuditCode;
}

const to = (state: StayState, audit: AuditCode): StayTransition => ({ to: state, audit });

/** Every move there is; a pair that is not here changes nothing. */
export const stayTransitions: {
  readonly [state in StayState]: { readonly [event in StayEvent]?: StayTransition };
} = {
  admitting: {
    done: to('admitted', 'stay.done'),
    declined: to('cancelled', 'stay.declined'),
    seenIn: to('admitted', 'stay.found'),
    seenOut: to('discharged', 'stay.found'),
    missing: to('cancelled', 'stay.declined'),
  },
  admitted: {
    discharge: to('discharging', 'stay.intent'),
    cancel: to('cancelling', 'stay.intent'),
    doubted: to('discharging', 'stay.doubted'),
  },
  discharging: {
    done: to('discharged', 'stay.done'),
    declined: to('admitted', 'stay.declined'),
    seenIn: to('admitted', 'stay.found'),
    seenOut: to('discharged', 'stay.found'),
  },
  discharged: {
    return: to('returning', 'stay.intent'),
    doubted: to('discharging', 'stay.doubted'),
  },
  returning: {
    done: to('admitted', 'stay.done'),
    declined: to('discharged', 'stay.declined'),
    seenIn: to('admitted', 'stay.found'),
    seenOut: to('discharged', 'stay.found'),
  },
  cancelling: {
    done: to('cancelled', 'stay.done'),
    declined: to('admitted', 'stay.declined'),
    seenIn: to('admitted', 'stay.found'),
    seenOut: to('cancelled', 'stay.found'),
  },
  cancelled: {},
};

/** The move for this event, or null where it changes nothing. */
export function reduceStay(state: StayState, event: StayEvent): StayTransition | null {
  return stayTransitions[state][event] ?? null;
}

/** Whether its last step has no known outcome. */
export function isDoubtful(state: StayState): boolean {
  return state === 'admitting' || state === 'discharging' || state === 'returning' || state === 'cancelling';
}
