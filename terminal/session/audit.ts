import { type FailureCode, failures } from '../../common/contracts/failures.ts';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import type { Effect } from './events.ts';
import { cardIn, type Stage, type StageOf, type State } from './state.ts';

type AuditEffect = Extract<Effect, { kind: 'audit' }>;

function failed(code: FailureCode): AuditEffect {
  return { kind: 'audit', code: failures[code].audit, facts: { failure: code } };
}

function hasVisitor(stage: Stage): boolean {
  return stage.kind === 'stillThere' ? hasVisitor(stage.back) : 'visitor' in stage;
}

/** What stood before the question: showing that again is no new answer. */
function beforeOf({ asked }: StageOf<'asking'>): ServiceAnswer | null {
  return asked.kind === 'service' ? asked.before : null;
}

/** The auditable acts of a transition, derived from it and from nowhere else. Facts hold no personal data. */
export function auditOf(before: State, now: State): readonly AuditEffect[] {
  const [from, to] = [before.stage, now.stage];
  if (from === to) return [];
  const acts: AuditEffect[] = [];
  if (!hasVisitor(from) && hasVisitor(to)) {
    acts.push({ kind: 'audit', code: 'card.read', facts: {} }, { kind: 'audit', code: 'session.started', facts: {} });
  }
  if (from.kind === 'pin' && to.kind === 'lookingUp') acts.push({ kind: 'audit', code: 'pin.verified', facts: {} });
  if (from.kind === 'pin' && to.kind === 'pin' && to.op !== from.op && to.refused) acts.push(failed('PIN_WRONG'));
  if (from.kind === 'asking' && to.kind === 'service' && to.answer !== beforeOf(from)) {
    acts.push({ kind: 'audit', code: 'benefits.shown', facts: { service: to.answer.service } });
  }
  if (from.kind !== to.kind && (to.kind === 'cardProblem' || to.kind === 'pinProblem' || to.kind === 'stepFailed')) {
    acts.push(failed(to.failure));
  }
  if (hasVisitor(from) && cardIn(before) && !cardIn(now)) acts.push(failed('CARD_REMOVED'));
  if (hasVisitor(from) && !hasVisitor(to)) {
    const reason = to.kind === 'takeCard' ? to.reason : to.kind === 'idle' ? 'cardOut' : 'problem';
    acts.push({ kind: 'audit', code: 'session.ended', facts: { stage: from.kind, reason } });
  }
  return acts;
}
