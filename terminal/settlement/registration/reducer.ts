import type { AuditCode } from '../../../common/contracts/audit.ts';
import type { RegistrationState } from '../../store/registrations.ts';

/**
 * The life of one registration at the centre, as far as this terminal has told it (domain-facts B6.2). Pure: what happens
 * is data, `steps.ts` does it. No money moves in it.
 *
 *   registering  a 2201 is durable; bytes may have left
 *   registered   the centre has the visit
 *   cancelling   a 2202 is durable
 *   cancelled    final: there is no such registration, or no longer
 *
 * A step whose answer was lost stays where it is: whoever comes next asks 5201 first, and only then sends anew.
 */
export type RegistrationEvent =
  /** A 2202 is made. */
  | 'cancel'
  /** The step was answered with success. */
  | 'done'
  /** It was refused, or no byte of it was sent. */
  | 'declined'
  /** 5201 has the registration. */
  | 'found'
  /** 5201 does not have it. */
  | 'missing';

export interface RegistrationTransition {
  readonly to: RegistrationState;
  /** Its row of the audit chain, in the same transaction. */
  readonly audit: AuditCode;
}

const to = (state: RegistrationState, audit: AuditCode): RegistrationTransition => ({ to: state, audit });

/** Every move there is; a pair that is not here changes nothing. */
export const registrationTransitions: {
  readonly [state in RegistrationState]: { readonly [event in RegistrationEvent]?: RegistrationTransition };
} = {
  registering: {
    done: to('registered', 'registration.done'),
    declined: to('cancelled', 'registration.declined'),
    found: to('registered', 'registration.found'),
    missing: to('cancelled', 'registration.declined'),
  },
  registered: {
    cancel: to('cancelling', 'registration.intent'),
  },
  cancelling: {
    done: to('cancelled', 'registration.done'),
    declined: to('registered', 'registration.declined'),
    found: to('registered', 'registration.found'),
    missing: to('cancelled', 'registration.found'),
  },
  cancelled: {},
};

export function reduceRegistration(state: RegistrationState, event: RegistrationEvent): RegistrationTransition | null {
  return registrationTransitions[state][event] ?? null;
}

/** A step is under way, or nobody knows what became of it. */
export function isDoubtful(state: RegistrationState): boolean {
  return state === 'registering' || state === 'cancelling';
}
