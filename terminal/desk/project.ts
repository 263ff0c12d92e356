import type { DeskPrint, DeskResult } from '../../common/contracts/desk/bill.ts';
import { LOOKUP_ROWS, type LookupView } from '../../common/contracts/desk/lookups.ts';
import type { DeskHead, DeskScreen, DeskSnapshot } from '../../common/contracts/desk/snapshot.ts';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import { subFen } from '../../common/kernel/money.ts';
import { PLAIN_VISIT } from '../billing/lookups.ts';
import { billView, choiceView, personView } from './bill-view.ts';
import { keysOf } from './keys.ts';
import type { DeskPolicy } from './policy.ts';
import { shiftScreen } from './shift-view.ts';
import { type Client, clientOf, type Outcome, type Print, type StageOf } from './stage.ts';
import { generationOf, type State } from './state.ts';

/** What a snapshot says that is the same for every person. */
export type DeskFrame = Pick<DeskSnapshot, 'mode' | 'locale' | 'look' | 'site'>;

/** Monotonic ms for counts, epoch ms for the clock on the glass. */
export interface ProjectionTime {
  readonly at: number;
  readonly now: number;
}

const READER: Readonly<Record<CardStatus['kind'], DeskHead['reader']>> = {
  serviceDown: 'gone',
  noReader: 'gone',
  empty: 'empty',
  present: 'card',
  mute: 'mute',
  tooMany: 'tooMany',
};

/** The state as the screen may know it: masked facts only; lines and the day list are asked for in windows. */
export function project(state: State, frame: DeskFrame, policy: DeskPolicy, time: ProjectionTime): DeskSnapshot {
  return {
    version: state.version,
    ...frame,
    locale: state.locale ?? frame.locale,
    look: { ...frame.look, ...state.look },
    at: time.now,
    head: { ...state.facts, reader: READER[state.card.kind], printer: policy.hasPrinter ? state.printer : 'none' },
    screen: screenOf(state, policy, time.at),
    keys: keysOf(state, policy),
  };
}

function screenOf(state: State, policy: DeskPolicy, at: number): DeskScreen {
  const { stage, fault } = state;
  const sinceMs = Math.max(0, at - state.since);
  const generation = generationOf(state);
  const person = (client: Client) => personView(client, generation);
  const whoever = () => {
    const client = clientOf(stage);
    return client === null ? null : person(client);
  };
  switch (stage.kind) {
    case 'shut':
      if (fault !== null) return { kind: 'outOfService', failure: fault };
      return { kind: 'shift', view: { step: 'open', failure: stage.failure, working: stage.op !== null } };
    case 'waiting':
      return fault === null ? { kind: 'waiting' } : { kind: 'outOfService', failure: fault };
    case 'reading':
      return { kind: 'reading', sinceMs };
    case 'cardProblem':
      return { kind: 'cardProblem', failure: stage.failure.code, reason: shorten(stage.failure.reason) };
    case 'person':
      return {
        kind: 'person',
        person: person(stage.client),
        choices: stage.client.choices.slice(0, 20).map(choiceView),
      };
    case 'bill': {
      const pin = state.pad.kind === 'entering' ? state.pad.digits : null;
      const time = { at, limitMs: policy.limitMs, pin, division: policy.division };
      return { kind: 'bill', person: person(stage.client), bill: billView(stage.client, stage.bill, time) };
    }
    case 'result':
      return { kind: 'result', person: whoever(), result: resultView(stage.outcome) };
    case 'refund':
      return refundScreen(stage, whoever(), sinceMs);
    case 'lookup':
      return { kind: 'lookup', person: person(stage.back.client), view: lookupView(stage, sinceMs) };
    case 'dayList':
      return { kind: 'dayList', trouble: stage.trouble, printed: stage.printed };
    case 'shift':
      return shiftScreen(stage);
    case 'staff':
      return { kind: 'staff', view: stage.view };
  }
}

function lookupView({ question, op, rows, failure }: StageOf<'lookup'>, sinceMs: number): LookupView {
  const { about, of } = question;
  const { medicalType, disease } = of ?? PLAIN_VISIT;
  const named = disease === null ? null : shorten(`${disease.code} ${disease.name}`);
  return {
    about,
    asked: about === 'benefit' ? { medicalType, disease: named } : null,
    workingMs: op === null ? null : sinceMs,
    rows: rows.slice(0, LOOKUP_ROWS),
    total: rows.length,
    failure: failure?.code ?? null,
    reason: shorten(failure?.reason ?? null),
  };
}

function refundScreen(
  stage: StageOf<'refund'>,
  person: ReturnType<typeof personView> | null,
  sinceMs: number,
): DeskScreen {
  const { of, phase, partial, stay, trouble } = stage;
  if (of === null || phase === 'looking') return { kind: 'reading', sinceMs };
  const { encounterId, messageId, setlId, settledAt, split } = of;
  const said = trouble === null ? null : { failure: trouble.code, reason: shorten(trouble.reason) };
  const refund = { encounterId, messageId, setlId, settledAt, split, stay, phase, partial, sinceMs, trouble: said };
  return { kind: 'refund', person, refund };
}

export function printView({ state, failure }: Print): DeskPrint {
  return { state, failure };
}

function resultView(outcome: Outcome): DeskResult {
  switch (outcome.kind) {
    case 'settled': {
      const { bill, tender, collection, print } = outcome;
      const { encounterId, messageId, setlId, settledAt, split, changed } = bill;
      const received = tender.by === 'cash' ? tender.received : null;
      const enough = received !== null && received >= split.cash;
      return {
        ...{ kind: 'settled', encounterId, messageId, setlId, settledAt, split, changed, received },
        ...{ change: enough ? subFen(received, split.cash) : null, collection, print: printView(print) },
      };
    }
    case 'refused': {
      const { of, encounterId, failure, next } = outcome;
      return { kind: 'refused', of, encounterId, failure: failure.code, reason: shorten(failure.reason), next };
    }
    case 'unknown': {
      const { of, encounterId, messageId, next, print } = outcome;
      return { kind: 'unknown', of, encounterId, messageId, next, print: printView(print) };
    }
    case 'refunded': {
      const { encounterId, messageId, refundedAt, cashReturned } = outcome.bill;
      return { kind: 'refunded', encounterId, messageId, refundedAt, cashReturned, resettle: outcome.resettle };
    }
  }
}

function shorten(reason: string | null): string | null {
  return reason === null ? null : [...reason].slice(0, 100).join('');
}
