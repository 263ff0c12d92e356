import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { Stay, Stays } from '../settlement/stay/port.ts';
import { failed } from './answers.ts';
import { courseOf } from './course.ts';
import type { BillingCore } from './deps.ts';
import { createInHand, type InHandParts } from './in-hand.ts';
import type { Person } from './persons.ts';
import type { PersonRef, StayFacts, StayVerbs } from './port.ts';

export interface StayParts extends InHandParts {
  readonly presentAs: (ref: PersonRef) => Promise<Person | null>;
  readonly core: () => BillingCore | null;
  readonly noCore: () => Failure;
  /** The failure that an exception of the store means. */
  readonly failureOf: (cause: unknown) => FailureCode;
}

const facts = ({ encounterId, mdtrtId }: Stay): StayFacts => ({ encounterId, mdtrtId });

/**
 * The verbs of a stay for a caller who knows the hospital's number of it. A stay that is not there, and one that another
 * origin admitted: `BILL_NONE`, and nothing is asked of anybody.
 */
export function createStayVerbs(parts: StayParts): StayVerbs {
  const { presentAs, refuse, origin } = parts;
  const inHand = createInHand(parts, ({ stays }, encounterId) => stays.open(encounterId)?.origin);

  const ofStay = <T>(
    encounterId: string,
    work: (stays: Stays, stay: Stay) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> =>
    inHand(encounterId, async ({ stays, store }) => {
      const row = store.stays.open(encounterId);
      if (row?.mdtrtId == null) return refuse(failed('BILL_NONE'));
      return work(stays, { id: row.id, encounterId, mdtrtId: row.mdtrtId });
    });

  const told = (done: Result<Stay, Failure>): Result<StayFacts, Failure> => (done.ok ? ok(facts(done.value)) : done);
  const withEncounter = (verb: 'change' | 'discharge') => (encounter: HisEncounter) =>
    ofStay(encounter.encounterId, async (stays, stay) => told(await stays[verb](stay, encounter)));

  return {
    course: (encounter) => {
      const core = parts.core();
      if (core === null) return err(parts.noCore());
      try {
        return ok(courseOf(core.store, encounter, origin));
      } catch (cause) {
        return err(failed(parts.failureOf(cause)));
      }
    },
    admit: (ref, encounter) =>
      inHand(encounter.encounterId, async ({ stays }) => {
        const who = await presentAs(ref);
        if (who === null) return refuse(failed('PERSON_GONE'));
        if (encounter.stay === undefined) return err(failed('HIS_BAD_ANSWER'));
        return told(await stays.admit({ holder: who.visitor.holder, insured: who.insured, encounter, origin }));
      }),
    change: withEncounter('change'),
    addFees: (encounterId, lines) => ofStay(encounterId, async (stays, stay) => told(await stays.addFees(stay, lines))),
    clearFees: (encounterId) => ofStay(encounterId, async (stays, stay) => told(await stays.clearFees(stay))),
    discharge: withEncounter('discharge'),
    undoDischarge: (encounterId) => ofStay(encounterId, async (stays, stay) => told(await stays.undoDischarge(stay))),
    cancel: (encounterId) => ofStay(encounterId, (stays, stay) => stays.cancel(stay)),
  };
}
