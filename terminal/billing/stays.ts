import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure, Origin } from '../ports.ts';
import { whyNotFor } from '../settlement/origins.ts';
import type { Stay, Stays } from '../settlement/stay/port.ts';
import { failed } from './answers.ts';
import { courseOf } from './course.ts';
import type { BillingCore } from './deps.ts';
import type { Person } from './persons.ts';
import type { PersonRef, StayFacts, StayVerbs } from './port.ts';

export interface StayParts {
  readonly withCore: <T>(work: (core: BillingCore) => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;
  readonly presentAs: (ref: PersonRef) => Promise<Person | null>;
  readonly refuse: (failure: Failure) => Result<never, Failure>;
  readonly origin: Origin;
  readonly core: () => BillingCore | null;
  readonly noCore: () => Failure;
  /** The failure that an exception of the store means. */
  readonly failureOf: (cause: unknown) => FailureCode;
  /** Takes the encounter in this caller's hand; false where it is in another's. */
  readonly take: (encounterId: string) => boolean;
  /** Puts down what no bill of this caller's has in hand. */
  readonly putDown: (encounterId: string) => void;
}

const facts = ({ encounterId, mdtrtId }: Stay): StayFacts => ({ encounterId, mdtrtId });

/**
 * The verbs of a stay for a caller who knows the hospital's number of it. A stay that is not there, and one that another
 * origin admitted: `BILL_NONE`, and nothing is asked of anybody.
 */
export function createStayVerbs(parts: StayParts): StayVerbs {
  const { withCore, presentAs, refuse, origin, take, putDown } = parts;
  /** How many verbs have it in hand: the last one puts it down. */
  const running = new Map<string, number>();

  /** In this caller's hands while the verb runs; a stay between two verbs is in nobody's. */
  const inHand = <T>(
    encounterId: string,
    work: (stays: Stays, core: BillingCore) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> =>
    withCore(async (core) => {
      const stay = core.store.stays.open(encounterId);
      // Of its own stay the core says what stands in the way.
      const why = stay?.origin === origin ? null : whyNotFor(core.store, encounterId, origin);
      if (why !== null) return refuse(failed(why));
      if (!take(encounterId)) return refuse(failed('BILL_BUSY'));
      running.set(encounterId, (running.get(encounterId) ?? 0) + 1);
      try {
        return await work(core.stays, core);
      } finally {
        const others = (running.get(encounterId) ?? 1) - 1;
        running.set(encounterId, others);
        if (others === 0) {
          running.delete(encounterId);
          putDown(encounterId);
        }
      }
    });

  const ofStay = <T>(
    encounterId: string,
    work: (stays: Stays, stay: Stay) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> =>
    inHand(encounterId, async (stays, { store }) => {
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
      inHand(encounter.encounterId, async (stays) => {
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
