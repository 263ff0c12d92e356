import type { Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { Registration, Registrations } from '../settlement/registration/port.ts';
import { failed } from './answers.ts';
import { createInHand, type InHandParts } from './in-hand.ts';
import type { Person } from './persons.ts';
import type { PersonRef, StayFacts, VisitVerbs } from './port.ts';

export interface VisitParts extends InHandParts {
  readonly presentAs: (ref: PersonRef) => Promise<Person | null>;
}

const told = (done: Result<Registration, Failure>): Result<StayFacts, Failure> => {
  if (!done.ok) return done;
  const { encounterId, mdtrtId } = done.value;
  return { ok: true, value: { encounterId, mdtrtId } };
};

/**
 * The verbs of a visit for a caller who knows the hospital's number of it. A registration that is not there, and one that
 * another origin made: `BILL_NONE`, and nothing is asked of anybody.
 */
export function createVisitVerbs(parts: VisitParts): VisitVerbs {
  const { presentAs, refuse, origin } = parts;
  const inHand = createInHand(parts, ({ registrations }, encounterId) => registrations.open(encounterId)?.origin);

  const ofVisit = <T>(
    encounterId: string,
    work: (registrations: Registrations, registration: Registration) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> =>
    inHand(encounterId, async ({ store, registrations }) => {
      const row = store.registrations.open(encounterId);
      if (row === null) return refuse(failed('BILL_NONE'));
      // Of one whose answer was lost the core asks for the number first.
      return work(registrations, { id: row.id, encounterId, mdtrtId: row.mdtrtId ?? '' });
    });

  return {
    register: (ref, encounter) =>
      inHand(encounter.encounterId, async ({ registrations }) => {
        const who = await presentAs(ref);
        if (who === null) return refuse(failed('PERSON_GONE'));
        const { holder } = who.visitor;
        return told(await registrations.register({ holder, insured: who.insured, encounter, origin }));
      }),
    diagnose: (diagnosed) =>
      ofVisit(diagnosed.encounterId, async (registrations, one) => told(await registrations.describe(one, diagnosed))),
    addFees: (encounterId, lines) =>
      ofVisit(encounterId, async (registrations, one) => told(await registrations.addFees(one, lines))),
    clearFees: (encounterId) =>
      ofVisit(encounterId, async (registrations, one) => told(await registrations.clearFees(one))),
    cancel: (encounterId) => ofVisit(encounterId, (registrations, one) => registrations.cancel(one)),
  };
}
