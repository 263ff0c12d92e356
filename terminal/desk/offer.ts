import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import { whyNot } from './offers.ts';
import type { DeskPolicy } from './policy.ts';
import type { Stage } from './stage.ts';
import type { State } from './state.ts';
import { whyNotStep } from './stay-steps.ts';

/** What an intent could be meant for: where that changes, an earlier snapshot's key no longer counts. */
export function offer(stage: Stage): string {
  switch (stage.kind) {
    case 'bill': {
      const { choice, quoted, doing } = stage.bill;
      const stood = `${choice.course?.state} ${choice.course?.lines.there}`;
      return `bill ${choice.encounter.encounterId} ${choice.differences.length} ${stood} ${quoted?.quote.id} ${quoted?.stale} ${doing?.op}`;
    }
    case 'result':
      return `result ${'bill' in stage.outcome ? stage.outcome.bill.messageId : stage.outcome.encounterId}`;
    case 'refund':
      return `refund ${stage.phase} ${stage.of?.messageId}`;
    case 'shift':
      return `shift ${stage.step} ${stage.report?.expected}`;
    case 'staff':
      return `staff ${stage.view.kind} ${stage.pressed}`;
    default:
      return `${stage.kind} ${'op' in stage ? stage.op : ''}`;
  }
}

/** Whether an intent can be followed now; each step of a stay is offered by itself. */
export function isOffered(state: State, policy: DeskPolicy, intent: DeskIntent): boolean {
  const { stage } = state;
  if (whyNot(state, policy, intent.kind) !== null) return false;
  return intent.kind !== 'stayStep' || (stage.kind === 'bill' && whyNotStep(stage.bill.choice, intent.step) === null);
}
