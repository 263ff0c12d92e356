import { formatDateTime } from '../../common/kernel/dates.ts';
import type { RefundRow, RefundUntil } from '../store/refunds.ts';
import type { VisitRow } from '../store/visits.ts';
import { createWorklist } from '../worklist/worklist.ts';
import { createCentreCalls } from './centre-calls.ts';
import { type CoreDeps, RECOVERY_WAITS } from './deps.ts';
import { createFence } from './fence.ts';
import { createGivingBack } from './giving-back.ts';
import { createHolding } from './hold.ts';
import { createIntent } from './intent.ts';
import type { Life, Serial } from './life.ts';
import { createNotices } from './notices.ts';
import { createPreSettle } from './pre-settle.ts';
import { createAskPredecessor } from './predecessor.ts';
import { createPreparation } from './preparation.ts';
import type { Prepare } from './prepare-input.ts';
import { createPursuit } from './pursuit.ts';
import { createRefundPursuit } from './refund/pursuit.ts';
import { createBeginRefund, createRefunds } from './refund/refunds.ts';
import { createRefundRuling } from './refund/ruling.ts';
import { type ApplyRefund, createApplyRefund } from './refund/transition.ts';
import { createRegistrationParts } from './registration/parts.ts';
import { createLook, createLookTwice } from './sighting.ts';
import { createStaffCalls } from './staff-calls.ts';
import { createStayParts } from './stay/parts.ts';
import { createApply } from './transition.ts';
import { createFindVisit, createUndo } from './undo.ts';
import { createUnseen } from './unseen.ts';
import { createWatchers } from './watchers.ts';
import type { Work } from './work.ts';

/** The money core's parts, put together; `settlements.ts` is what they do as one. */
export function createParts(
  deps: CoreDeps,
  { life, serial, work, attended }: { life: Life; serial: Serial; work: Work; attended: (id: number) => boolean },
) {
  const { store, outbox, clock, audit } = deps;
  const waits = deps.waits ?? RECOVERY_WAITS;
  const calls = createCentreCalls(deps);
  const notices = createNotices(deps);
  const worklist = createWorklist({
    store,
    clock,
    audit,
    tell: (record) => outbox.enqueue({ destination: 'operator', ...record }),
  });
  const staff = createStaffCalls(worklist);
  const findVisit = createFindVisit(deps, calls);
  const undo = createUndo(deps, calls, findVisit);
  const fence = createFence(deps, calls);
  const look = createLook(deps, calls);
  const lookTwice = createLookTwice({ look, calls, life, waits });

  const holding = createHolding(deps, notices);
  const preSettle = createPreSettle(deps, calls);
  const stay = createStayParts(deps, { calls, fence, holding, preSettle });
  const prepareVisit = createPreparation(deps, { calls, holding, findVisit, preSettle });
  const registration = createRegistrationParts(deps, { calls, holding, preSettle: stay.preSettle });
  const prepare: Prepare = (input, open) => {
    const { encounterId, stay: bed } = input.encounter;
    if (bed !== undefined) return stay.prepare(input, open);
    const isKept = store.registrations.open(encounterId) !== null;
    return isKept ? registration.prepare(input, open) : prepareVisit(input, open);
  };
  /** What a refund leaves: of a stay what it says itself, of a visit its registration, and then its preparation. */
  const undoRefunded = async (visit: VisitRow, until: RefundUntil): Promise<boolean> =>
    (await (visit.form === 'inpatient' ? stay.unwind(visit, until) : registration.unwind(visit))) && undo(visit);

  const refundMoves = createWatchers<RefundRow>();
  const moveRefund = createApplyRefund(deps, { calls, notices, staff, worklist });
  const applyRefund: ApplyRefund = (id, event, facts) => {
    const row = moveRefund(id, event, facts);
    refundMoves.tell(row);
    return row;
  };
  const refundPursuit = createRefundPursuit(deps, {
    calls,
    apply: applyRefund,
    fence,
    waits,
    life,
    undo: (visit, until) => serial(visit.encounterId, () => undoRefunded(visit, until)),
    lookTwice,
  });
  const refunds = createRefunds(deps, refundPursuit, work.insist);

  const beginRefund = createBeginRefund(deps, applyRefund);
  const unseen = createUnseen(deps, { staff, beginRefund });
  const apply = createApply(deps, { calls, notices, staff, waits, attended, beginRefund, unseen });
  return {
    waits,
    calls,
    worklist,
    undo,
    look,
    lookTwice,
    lookFor: refundPursuit.look,
    beginRefund,
    applyRefund,
    fence,
    apply,
    refunds,
    refundMoves,
    unseen,
    askPredecessor: createAskPredecessor(deps, calls, worklist),
    prepare,
    preSettle: registration.preSettle,
    stay,
    registration,
    intend: createIntent(deps, calls),
    pursuit: createPursuit(deps, { calls, apply, look, lookTwice, fence, waits, life }),
    givingBack: createGivingBack(deps, { notices, undo, background: work.background, serial, life, waits }),
    refundRuling: createRefundRuling(deps, {
      pursuit: refundPursuit,
      apply: applyRefund,
      // The ruling is on record by then: a database that fails at this moment does not leave its refund to the next start.
      wake: () => work.insist(async () => refunds.wake()),
      now: () => formatDateTime(clock.now()),
    }),
  };
}
