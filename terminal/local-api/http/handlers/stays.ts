import type { stayOperations } from '../../../../common/contracts/billing/operations/stays.ts';
import type { Pii } from '../../../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import type { StayFacts } from '../../../billing/port.ts';
import { nameless } from '../../../billing/words.ts';
import type { CardHolder, Failure } from '../../../ports.ts';
import type { Store } from '../../../store/store.ts';
import type { Handlers } from '../context.ts';
import { problemOf } from '../problem.ts';

type Whose = Pii<CardHolder> | null;

/** The other side's words are told without the name of whose stay it is. */
const refused = (failure: Failure, whose: Whose) => err(problemOf(nameless(failure, whose)));
const told = (done: Result<StayFacts, Failure>, whose: Whose) =>
  done.ok ? ok(done.value) : refused(done.error, whose);

/** A hospital stay before its settlement. */
export function stayHandlers({ store }: { readonly store: () => Store | null }): Handlers<keyof typeof stayOperations> {
  const whoseIs = (encounterId: string): Whose => store()?.stays.open(encounterId)?.person ?? null;
  return {
    async admitStay({ person, encounter }, { billing }) {
      const done = await billing.stay.admit(person, encounter);
      return told(done, done.ok ? null : await billing.reveal(person));
    },
    async changeStay({ encounter }, { billing }) {
      const whose = whoseIs(encounter.encounterId);
      return told(await billing.stay.change(encounter), whose);
    },
    async addStayFees({ encounterId, lines }, { billing }) {
      const whose = whoseIs(encounterId);
      return told(await billing.stay.addFees(encounterId, lines), whose);
    },
    async clearStayFees({ encounterId }, { billing }) {
      const whose = whoseIs(encounterId);
      return told(await billing.stay.clearFees(encounterId), whose);
    },
    async dischargeStay({ encounter }, { billing }) {
      const whose = whoseIs(encounter.encounterId);
      return told(await billing.stay.discharge(encounter), whose);
    },
    async undoStayDischarge({ encounterId }, { billing }) {
      const whose = whoseIs(encounterId);
      return told(await billing.stay.undoDischarge(encounterId), whose);
    },
    async cancelStay({ encounterId }, { billing }) {
      const whose = whoseIs(encounterId);
      const done = await billing.stay.cancel(encounterId);
      return done.ok ? ok({}) : refused(done.error, whose);
    },
  };
}
