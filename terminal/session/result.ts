import type { PrintOutcome, PrintTrouble } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { ZERO_FEN } from '../../common/kernel/money.ts';
import type { SettleResult } from '../ports.ts';
import { beginCollecting } from './collecting.ts';
import type { Effect, SessionEvent, SlipRequest } from './events.ts';
import { amend, begin, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import type { Stage, StageOf } from './stage.ts';
import type { Found, Print } from './stage-facts.ts';
import type { State } from './state.ts';
import { isResult, type ResultStage } from './steps.ts';

/** The money begins to move; from here to the result nothing of the person's ends the session. */
export function settle(state: State, stage: StageOf<'split' | 'confirm'>, { at, policy }: Moment): Move {
  const { visitor, found, prepared } = stage;
  const { state: counted, op } = nextOp(state);
  return go(counted, { kind: 'working', visitor, found, prepared, op, step: 'recorded' }, at, [
    { kind: 'settle', op, prepared, limitMs: policy.personLimitMs },
  ]);
}

/** A settlement came one step further. */
export function onSettleStep(state: State, event: Extract<SessionEvent, { kind: 'settleStep' }>): Move {
  const { stage } = state;
  if (stage.kind !== 'working' || stage.op !== event.op) return stay(state);
  return amend(state, { ...stage, step: event.step });
}

/** A settlement ended within the person's time. */
export function onSettleEnded(
  state: State,
  event: Extract<SessionEvent, { kind: 'settleEnded' }>,
  moment: Moment,
): Move {
  const { stage } = state;
  if (stage.kind !== 'working' || stage.op !== event.op) return stay(state);
  return show(state, stage, event.result, moment);
}

/** A settlement that was unknown is resolved; shown only to the person who still stands before "unknown". */
export function onResolved(state: State, event: Extract<SessionEvent, { kind: 'resolved' }>, moment: Moment): Move {
  const { stage } = state;
  if (stage.kind !== 'unknown' || stage.messageId !== event.messageId || event.result.kind === 'unknown') {
    return stay(state);
  }
  return show(state, stage, event.result, moment);
}

function show(state: State, from: StageOf<'working' | 'unknown'>, result: SettleResult, moment: Moment): Move {
  const { visitor, found, prepared } = from;
  const quietSince = moment.at;
  const notPaid = { kind: 'notPaid', visitor, found, prepared, quietSince } as const;
  switch (result.kind) {
    case 'settled': {
      const { settled } = result;
      const others = othersThan(found, prepared.encounter.encounterId);
      const { collectMs } = moment.policy;
      if (collectMs !== null && settled.split.cash > ZERO_FEN) {
        return beginCollecting(state, { visitor, settled, others }, collectMs, moment);
      }
      const slip = { kind: 'settlement', visitor, settled, collection: null } as const;
      const base = { kind: 'done', visitor, settled, others, collecting: null, collection: null, quietSince } as const;
      return printed(state, slip, (print) => ({ ...base, print }), moment);
    }
    case 'unknown': {
      const { messageId, checkCode } = result;
      const slip = { kind: 'unknown', visitor, prepared, messageId, checkCode } as const;
      const base = { kind: 'unknown', visitor, found, prepared, messageId, quietSince } as const;
      return printed(state, slip, (print) => ({ ...base, print }), moment);
    }
    case 'reversed': {
      const slip = { kind: 'reversed', visitor, prepared, messageId: result.messageId } as const;
      const outcome = {
        failure: 'CENTRE_UNKNOWN',
        reason: null,
        retry: true,
        open: false,
        sinceReversed: true,
      } as const;
      return printed(state, slip, (print) => ({ ...notPaid, ...outcome, print }), moment);
    }
    case 'refused': {
      const { code, reason } = result.failure;
      const slip = { kind: 'refused', visitor, prepared, reason } as const;
      const outcome = { failure: code, reason, retry: false, open: true, sinceReversed: false } as const;
      return printed(state, slip, (print) => ({ ...notPaid, ...outcome, print }), moment);
    }
    case 'notSent': {
      const { code, reason } = result.failure;
      const print: Print = { op: null, state: 'none', failure: null };
      const outcome = { failure: code, reason, retry: true, open: true, sinceReversed: false } as const;
      return go(state, { ...notPaid, ...outcome, print }, moment.at);
    }
  }
}

/** How many of the other bills could be paid now. */
function othersThan({ choices }: Found, encounterId: string): number {
  return choices.filter((one) => !one.blocked && one.encounter.encounterId !== encounterId).length;
}

/** A success that is left: whether she was told of it, screen and printer say. */
export function leftSuccess({ stage: from }: State, { stage: to }: State): readonly Effect[] {
  return from.kind === 'done' && to.kind !== 'done' ? [{ kind: 'left', messageId: from.settled.messageId }] : [];
}

/** Enters a result screen and starts its slip, where there is a printer. */
function printed(state: State, slip: SlipRequest, stage: (print: Print) => ResultStage, moment: Moment): Move {
  if (!moment.policy.hasPrinter) return go(state, stage({ op: null, state: 'none', failure: null }), moment.at);
  const { state: counted, op } = nextOp(state);
  const effects: readonly Effect[] = [{ kind: 'print', op, slip }];
  const next = go({ ...counted, printing: op }, stage({ op, state: 'queued', failure: null }), moment.at, effects);
  return next;
}

/** A print job moved on, or waits for a hand. */
export function onPrintProgress(state: State, event: Extract<SessionEvent, { kind: 'printProgress' }>): Move {
  const { stage } = state;
  if (printOf(stage)?.op !== event.op || event.op !== state.printing) {
    // The person is gone already: nobody will mend the printer for this slip while the next one waits.
    const orphan = event.op === state.printing && event.waiting !== null;
    return { state, effects: orphan ? [{ kind: 'abandonPrint', op: event.op }] : [] };
  }
  const print: Print = { op: event.op, state: waitState(event.waiting), failure: troubleCode(event.waiting) };
  const before = printOf(stage);
  if (print.state === before?.state && print.failure === before.failure) return stay(state);
  return amend(state, withPrint(stage, print));
}

/** The slip that the stage tells of, or null. */
function printOf(stage: Stage): Print | null {
  if (stage.kind === 'stillThere') return printOf(stage.back);
  return hasPrint(stage) ? stage.print : null;
}

/** A stage that tells how a slip fares. */
function hasPrint(stage: Stage): stage is ResultStage | StageOf<'service' | 'policy' | 'lossDone'> {
  return isResult(stage) || ['service', 'policy', 'lossDone'].includes(stage.kind);
}

function withPrint(stage: Stage, print: Print): Stage {
  if (stage.kind === 'stillThere') return { ...stage, back: withPrint(stage.back, print) };
  return hasPrint(stage) ? { ...stage, print } : stage;
}

function waitState(waiting: PrintTrouble | null): Print['state'] {
  if (waiting === null) return 'printing';
  return waiting === 'coverOpen' ? 'waitingForCover' : 'waitingForPaper';
}

/** A print job ended. A card that waited for that is read now. */
export function onPrinted(before: State, event: Extract<SessionEvent, { kind: 'printed' }>, { at }: Moment): Move {
  const state: State = before.printing === event.op ? { ...before, printing: null } : before;
  const { stage } = state;
  if (stage.kind === 'reading' && stage.held === 'print' && state.printing === null) return begin(state, at);
  if (printOf(stage)?.op !== event.op) return stay(state);
  const print: Print = { op: null, state: event.outcome.kind, failure: outcomeFailure(event.outcome) };
  const told = withPrint(stage, print);
  return amend(state, isResult(told) ? { ...told, quietSince: at } : told);
}

function outcomeFailure(outcome: PrintOutcome): FailureCode | null {
  if (outcome.kind === 'printed') return null;
  return troubleCode(outcome.trouble) ?? 'PRINT_UNKNOWN';
}

/** The failure that a person is told for a printer's trouble. */
export function troubleCode(trouble: PrintTrouble | null): FailureCode | null {
  switch (trouble) {
    case null:
      return null;
    case 'offline':
    case 'noAnswer':
      return 'PRINTER_OFFLINE';
    case 'paperOut':
      return 'PRINTER_PAPER_OUT';
    case 'coverOpen':
      return 'PRINTER_COVER_OPEN';
    case 'cutterJam':
      return 'PRINTER_CUTTER';
    case 'hostGone':
      return 'HOST_GONE';
    case 'fault':
    case 'layout':
      return 'PRINTER_FAULT';
  }
}
