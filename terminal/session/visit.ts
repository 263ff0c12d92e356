import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { fen } from '../../common/kernel/money.ts';
import type { Failure, Prepared } from '../ports.ts';
import type { SessionEvent } from './events.ts';
import { amend, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import type { Stage } from './stage.ts';
import type { Found, Visitor } from './stage-facts.ts';
import type { State } from './state.ts';

/** Failures that mend themselves, so that trying again is worth a key. */
const WORTH_ANOTHER_TRY: ReadonlySet<Failure['code']> = new Set([
  'CENTRE_UNREACHABLE',
  'CENTRE_UNKNOWN',
  'CENTRE_BAD_ANSWER',
  'HIS_UNREACHABLE',
  'HIS_BAD_ANSWER',
  'HIS_HELD_ELSEWHERE',
]);

/** Centre and HIS answered who this is and what is unpaid. */
export function onLookedUp(state: State, event: Extract<SessionEvent, { kind: 'lookedUp' }>, { at }: Moment): Move {
  const { stage } = state;
  if (stage.kind !== 'lookingUp' || stage.op !== event.op) return stay(state);
  const { visitor } = stage;
  if (!event.result.ok) {
    const { code, reason } = event.result.error;
    if (code === 'HIS_NOTHING_UNPAID') return go(state, { kind: 'nothingUnpaid', visitor }, at);
    const retry = WORTH_ANOTHER_TRY.has(code) ? 'lookUp' : null;
    return go(state, { kind: 'stepFailed', visitor, failure: code, reason, retry, at: null }, at);
  }
  const found = event.result.value;
  if (found.choices.length === 0) return go(state, { kind: 'nothingUnpaid', visitor }, at);
  return go(state, { kind: 'whoYouAre', visitor, found }, at);
}

/** Where a preparation starts from. */
export interface Opened {
  readonly visitor: Visitor;
  readonly found: Found;
  readonly encounter: HisEncounter;
}

/** hold → 2201 → 2203 → 2204 → 2206. */
export function prepare(state: State, opened: Opened, useAccount: boolean, at: number): Move {
  const { visitor, found, encounter } = opened;
  const { state: counted, op } = nextOp(state);
  const stage = { kind: 'preparing', visitor, found, encounter, op, step: 'hold', useAccount, from: null } as const;
  return go(counted, stage, at, [
    { kind: 'prepare', op, holder: visitor.holder, insured: found.insured, encounter, useAccount },
  ]);
}

/** 2206 again with another answer about the account. */
export function reprice(state: State, opened: Opened, from: Prepared, useAccount: boolean, at: number): Move {
  const { visitor, found, encounter } = opened;
  const { state: counted, op } = nextOp(state);
  const stage = { kind: 'preparing', visitor, found, encounter, op, step: 'preSettle', useAccount, from } as const;
  return go(counted, stage, at, [{ kind: 'reprice', op, prepared: from, useAccount }]);
}

/** A preparation came one step further. */
export function onPrepareStep(state: State, event: Extract<SessionEvent, { kind: 'prepareStep' }>): Move {
  const { stage } = state;
  if (stage.kind !== 'preparing' || stage.op !== event.op) return stay(state);
  return amend(state, { ...stage, step: event.step });
}

/** A preparation ended. One that nobody waits for any more is undone, unless the same visit is open again. */
export function onPrepared(state: State, event: Extract<SessionEvent, { kind: 'prepared' }>, { at }: Moment): Move {
  const { stage } = state;
  if (stage.kind === 'preparing' && stage.op === event.op) {
    const { visitor, found, encounter, useAccount } = stage;
    if (event.result.ok) return go(state, { kind: 'split', visitor, found, prepared: event.result.value }, at);
    const { code, reason } = event.result.error;
    const retry = WORTH_ANOTHER_TRY.has(code) ? 'prepare' : null;
    const from = { found, encounter, useAccount };
    return go(state, { kind: 'stepFailed', visitor, failure: code, reason, retry, at: from }, at);
  }
  if (openEncounter(stage) === event.encounterId) return stay(state);
  const target = event.result.ok ? event.result.value : { encounterId: event.encounterId };
  return { state, effects: [{ kind: 'abandon', target }] };
}

/** The encounter that the stage works on, or null. */
export function openEncounter(stage: Stage): string | null {
  switch (stage.kind) {
    case 'stillThere':
      return openEncounter(stage.back);
    case 'preparing':
      return stage.encounter.encounterId;
    case 'visit':
      return stage.prepared === null ? null : stage.encounter.encounterId;
    case 'split':
    case 'confirm':
    case 'working':
    case 'notPaid':
    case 'unknown':
      return stage.prepared.encounter.encounterId;
    case 'done':
      return stage.settled.prepared.encounter.encounterId;
    default:
      return null;
  }
}

/** Whether asking about the account makes sense: there is something in it. */
export function hasAccount(found: Found): boolean {
  return found.insured.insurances[0].balance > fen(0);
}
