import type { AuditCode } from '../../common/contracts/audit.ts';
import { type FailureCode, failures } from '../../common/contracts/failures.ts';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import type { Effect } from './events.ts';
import { personOf } from './proof.ts';
import type { Stage, StageOf } from './stage.ts';
import { cardIn, type State } from './state.ts';

type AuditEffect = Extract<Effect, { kind: 'audit' }>;

function failed(code: FailureCode): AuditEffect {
  return { kind: 'audit', code: failures[code].audit, facts: { failure: code } };
}

function hasVisitor(stage: Stage): boolean {
  return personOf(stage) !== null;
}

/** What stood before the question: showing that again is no new answer. */
function beforeOf({ asked }: StageOf<'asking'>): ServiceAnswer | null {
  return asked.kind === 'service' ? asked.before : null;
}

/** The step that the person is in, behind an idle warning too: neither the warning nor its answer is an act. */
function standing(stage: Stage): Stage {
  return stage.kind === 'stillThere' ? standing(stage.back) : stage;
}

const CHANGE = { changed: 'pin.changed', kept: 'pin.kept', unknown: 'pin.change-unknown' } as const satisfies Readonly<
  Record<StageOf<'pinResult'>['outcome'], AuditCode>
>;

/** The old PIN of a change was not right: another entry, or the question whether to use the last try. */
function isRefusedAgain(from: Stage, to: Stage): boolean {
  if (from.kind !== 'pinChange' || to.kind !== 'pinChange' || !to.refused) return false;
  return from.op !== to.op ? from.step !== 'askLastTry' : to.step === 'askLastTry' && from.step !== 'askLastTry';
}

/** The auditable acts of a transition, derived from it and from nowhere else. Facts hold no personal data. */
export function auditOf(before: State, now: State): readonly AuditEffect[] {
  const [from, to] = [before.stage, now.stage];
  if (from === to) return [];
  const [was, is] = [standing(from), standing(to)];
  const acts: AuditEffect[] = [];
  if (!hasVisitor(from) && hasVisitor(to)) {
    acts.push({ kind: 'audit', code: 'card.read', facts: {} }, { kind: 'audit', code: 'session.started', facts: {} });
  }
  if (from.kind === 'pin' && (to.kind === 'lookingUp' || to.kind === 'asking'))
    acts.push({ kind: 'audit', code: 'pin.verified', facts: {} });
  if (from.kind === 'pin' && to.kind === 'pin' && to.op !== from.op && to.refused) acts.push(failed('PIN_WRONG'));
  if (to.kind === 'asking' && to.asked.kind === 'service' && to.asked.act === 'withdrawLoss') {
    acts.push({ kind: 'audit', code: 'card.withdrawal-asked', facts: {} });
  }
  if (from.kind === 'asking' && to.kind === 'service' && to.answer !== beforeOf(from)) {
    acts.push({ kind: 'audit', code: 'benefits.shown', facts: { service: to.answer.service } });
  }
  if (from.kind === 'asking' && to.kind === 'service' && to.answer.service === 'card' && to.answer.withdrawn) {
    acts.push({ kind: 'audit', code: 'card.loss-withdrawn', facts: {} });
  }
  if (to.kind === 'loss' && to.step === 'reporting') acts.push({ kind: 'audit', code: 'card.loss-asked', facts: {} });
  if (was.kind !== is.kind && is.kind === 'lossDone' && is.card.state === 'lost') {
    acts.push({ kind: 'audit', code: 'card.loss-reported', facts: { assurance: 'electronicCard' } });
  }
  if (to.kind === 'pinChanging') acts.push({ kind: 'audit', code: 'pin.changing', facts: {} });
  if (to.kind === 'pinResult' && from.kind !== to.kind)
    acts.push({ kind: 'audit', code: CHANGE[to.outcome], facts: {} });
  if (isRefusedAgain(from, to)) acts.push(failed('PIN_WRONG'));
  if (is.kind === 'policy' && is.page !== null && !(was.kind === 'policy' && was.page?.id === is.page.id)) {
    acts.push({ kind: 'audit', code: 'policy.shown', facts: { page: is.page.id } });
  }
  if (was.kind !== is.kind && (is.kind === 'cardProblem' || is.kind === 'pinProblem' || is.kind === 'stepFailed')) {
    acts.push(failed(is.failure));
  }
  if (from.kind === 'takeCard' && to.kind === 'takeCard' && to.left && !from.left) {
    acts.push({ kind: 'audit', code: 'card.left', facts: {} });
  }
  if (hasVisitor(from) && cardIn(before) && !cardIn(now)) acts.push(failed('CARD_REMOVED'));
  if (hasVisitor(from) && !hasVisitor(to)) {
    const reason = to.kind === 'takeCard' ? to.reason : to.kind === 'idle' ? 'cardOut' : 'problem';
    acts.push({ kind: 'audit', code: 'session.ended', facts: { stage: from.kind, reason } });
  }
  return acts;
}
