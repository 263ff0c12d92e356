import type { visitOperations } from '../../../../common/contracts/billing/operations/visits.ts';
import type { Pii } from '../../../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import type { StayFacts } from '../../../billing/port.ts';
import { nameless } from '../../../billing/words.ts';
import type { CardHolder, Failure } from '../../../ports.ts';
import type { Store } from '../../../store/store.ts';
import type { Handlers } from '../context.ts';
import { problemOf } from '../problem.ts';

type Whose = Pii<CardHolder> | null;

/** The other side's words are told without the name of whose visit it is. */
const refused = (failure: Failure, whose: Whose) => err(problemOf(nameless(failure, whose)));
const told = (done: Result<StayFacts, Failure>, whose: Whose) =>
  done.ok ? ok(done.value) : refused(done.error, whose);

/** A visit before its bill, step by step. */
export function visitHandlers({
  store,
}: {
  readonly store: () => Store | null;
}): Handlers<keyof typeof visitOperations> {
  const whoseIs = (encounterId: string): Whose => store()?.registrations.open(encounterId)?.person ?? null;
  return {
    async registerVisit({ person, encounter }, { billing }) {
      const done = await billing.visit.register(person, encounter);
      return told(done, done.ok ? null : await billing.reveal(person));
    },
    async diagnoseVisit({ encounter }, { billing }) {
      const whose = whoseIs(encounter.encounterId);
      return told(await billing.visit.diagnose(encounter), whose);
    },
    async addVisitFees({ encounterId, lines }, { billing }) {
      const whose = whoseIs(encounterId);
      return told(await billing.visit.addFees(encounterId, lines), whose);
    },
    async clearVisitFees({ encounterId }, { billing }) {
      const whose = whoseIs(encounterId);
      return told(await billing.visit.clearFees(encounterId), whose);
    },
    async cancelVisit({ encounterId }, { billing }) {
      const whose = whoseIs(encounterId);
      const done = await billing.visit.cancel(encounterId);
      return done.ok ? ok({}) : refused(done.error, whose);
    },
  };
}
