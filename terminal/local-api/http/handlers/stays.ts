import type { stayOperations } from '../../../../common/contracts/billing/operations/stays.ts';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import type { StayFacts } from '../../../billing/port.ts';
import type { Failure } from '../../../ports.ts';
import type { Handlers } from '../context.ts';
import { problemOf } from '../problem.ts';

const told = (done: Result<StayFacts, Failure>) => (done.ok ? ok(done.value) : err(problemOf(done.error)));

/** A hospital stay before its settlement. */
export function stayHandlers(): Handlers<keyof typeof stayOperations> {
  return {
    admitStay: async ({ person, encounter }, { billing }) => told(await billing.stay.admit(person, encounter)),
    changeStay: async ({ encounter }, { billing }) => told(await billing.stay.change(encounter)),
    addStayFees: async ({ encounterId, lines }, { billing }) => told(await billing.stay.addFees(encounterId, lines)),
    clearStayFees: async ({ encounterId }, { billing }) => told(await billing.stay.clearFees(encounterId)),
    dischargeStay: async ({ encounter }, { billing }) => told(await billing.stay.discharge(encounter)),
    undoStayDischarge: async ({ encounterId }, { billing }) => told(await billing.stay.undoDischarge(encounterId)),
    async cancelStay({ encounterId }, { billing }) {
      const done = await billing.stay.cancel(encounterId);
      return done.ok ? ok({}) : err(problemOf(done.error));
    },
  };
}
