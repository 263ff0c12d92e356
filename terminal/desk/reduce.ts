import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskEffect, DeskEvent } from './events.ts';
import { amend, clear, find, go, type Moment, type Move, stay } from './moves.ts';
import { isOffered, offer } from './offer.ts';
import * as bill from './on-bill.ts';
import { onCard, onHostGone } from './on-card.ts';
import { onRefundEnded, onResolved } from './on-late.ts';
import { onCaseChecked, onLookedUp, onLookup } from './on-lookup.ts';
import * as money from './on-money.ts';
import * as refund from './on-refund.ts';
import * as shift from './on-shift.ts';
import { onLend, onStaffIntent, onTakeBack } from './on-staff.ts';
import { onCourse, onStayStep, onStayStepped } from './on-stay.ts';
import type { DeskPolicy } from './policy.ts';
import type { Stage, StageOf } from './stage.ts';
import type { State } from './state.ts';

/** What comes of one event. `accepted`: an intent that was offered on the snapshot that it names. */
export interface Turn {
  readonly state: State;
  readonly effects: readonly DeskEffect[];
  readonly accepted: boolean;
}

type Handler<K extends DeskEvent['kind']> = (
  state: State,
  event: Extract<DeskEvent, { kind: K }>,
  moment: Moment,
) => Move;

/** Answers to an effect that nobody waits for any more change nothing; a preparation that comes too late is given back. */
function late(state: State, event: DeskEvent): Move {
  if (event.kind === 'found' && event.result.ok) {
    return { state, effects: [{ kind: 'letGo', ref: event.result.value.person.ref }] };
  }
  if (event.kind !== 'quoted' || !event.result.ok) return stay(state);
  const { encounterId } = event.result.value;
  const { stage } = state;
  const stands = stage.kind === 'bill' && stage.bill.choice.encounter.encounterId === encounterId;
  return stands ? stay(state) : { state, effects: [{ kind: 'abandon', encounterId }] };
}

/** The bill that awaits this answer, also while something else stands over it. */
function onDoing<E extends Extract<DeskEvent, { readonly op: number }>>(
  handle: (state: State, stage: StageOf<'bill'>, event: E, moment: Moment) => Move,
) {
  return (state: State, event: E, moment: Moment): Move => {
    const { stage } = state;
    if (stage.kind !== 'bill' || stage.bill.doing?.op !== event.op) return late(state, event);
    return handle(state, stage, event, moment);
  };
}

/** A stage of this kind that awaits this answer. */
function onOp<K extends 'refund' | 'shift', E extends Extract<DeskEvent, { readonly op: number }>>(
  kind: K,
  handle: (state: State, stage: StageOf<K>, event: E, moment: Moment) => Move,
) {
  return (state: State, event: E, moment: Moment): Move => {
    const { stage } = state;
    if (stage.kind !== kind || !('op' in stage) || stage.op !== event.op) return late(state, event);
    return handle(state, stage as StageOf<K>, event, moment);
  };
}

/** The whole table: every event, and what comes of it. A pair that is not meant changes nothing. */
const table: { readonly [K in DeskEvent['kind']]: Handler<K> } = {
  intent: (state, { intent }, moment) => onIntent(state, intent, moment),
  card: onCard,
  pad: (state, { status }) => stay({ ...state, pad: status }),
  printer: (state, { status }) => stay({ ...state, printer: status === null ? 'none' : printerOf(status) }),
  hostGone: (state, _event, moment) => onHostGone(state, moment),
  fault: (state, { code }) => stay({ ...state, fault: code }),
  facts: (state, { facts }) =>
    JSON.stringify(facts) === JSON.stringify(state.facts) ? stay(state) : withFacts(state, facts),
  tick: (state) => stay(state),
  lend: onLend,
  takeBack: (state, _event, moment) => onTakeBack(state, moment),
  found: (state, event, moment) =>
    state.stage.kind === 'reading' && state.stage.op === event.op
      ? bill.onFound(state, event, moment)
      : late(state, event),
  reread: onDoing((state, stage, event) => bill.onReadAgain(state, stage, event)),
  step: onDoing((state, stage, event) => bill.onStep(state, stage, event)),
  quoted: onDoing((state, stage, event) => bill.onQuoted(state, stage, event)),
  course: onCourse,
  stayStepped: onDoing((state, stage, event) => onStayStepped(state, stage, event)),
  settled: onDoing((state, stage, event, moment) => money.onSettled(state, stage, event, moment)),
  collection: money.onCollection,
  printed: (state, event) => money.onPrinted(state, event),
  resolved: onResolved,
  refundEnded: onRefundEnded,
  refundable: onOp('refund', refund.onRefundable),
  refundProved: onOp('refund', refund.onRefundProved),
  refunded: onOp('refund', refund.onRefunded),
  copied: onCopied,
  lookedUp: onLookedUp,
  caseChecked: onCaseChecked,
  shiftOpened: (state, event, moment) =>
    openingOp(state.stage) === event.op ? shift.onShiftOpened(state, event, moment) : stay(state),
  reported: onOp('shift', (state, stage, event) => shift.onReported(state, stage, event)),
  shiftClosed: onOp('shift', shift.onShiftClosed),
  saved: onOp('shift', (state, stage, event) => shift.onSaved(state, stage, event)),
};

function openingOp(stage: Stage): number | null {
  if (stage.kind === 'shut') return stage.op;
  return stage.kind === 'staff' && stage.back.kind === 'shut' ? stage.back.op : null;
}

function printerOf(status: Exclude<Extract<DeskEvent, { kind: 'printer' }>['status'], null>): State['printer'] {
  switch (status.kind) {
    case 'ready':
      return status.nearEnd ? 'nearEnd' : 'ready';
    case 'cutterJam':
      return 'fault';
    default:
      return status.kind;
  }
}

/** A shift that is open in the journal opens the desk at a start; none shuts it. */
function withFacts(before: State, facts: State['facts']): Move {
  const state = { ...before, facts };
  if (state.stage.kind === 'shut' && state.stage.op === null && facts.shift !== null) {
    return amend(state, { kind: 'waiting' });
  }
  return stay(state);
}

function onCopied(state: State, { op, result }: Extract<DeskEvent, { kind: 'copied' }>): Move {
  const { stage } = state;
  if (stage.kind === 'dayList' && stage.op === op) {
    const ended = result.ok ? money.printed(result.value) : null;
    const trouble = result.ok ? (ended?.failure ?? null) : result.error;
    return amend(state, { ...stage, op: null, trouble, printed: ended?.state === 'printed' });
  }
  if (result.ok) return money.onPrinted(state, { kind: 'printed', op, outcome: result.value });
  if (stage.kind !== 'result' || stage.outcome.kind !== 'settled' || stage.outcome.print.op !== op) return stay(state);
  const print = { op: null, state: 'notPrinted', failure: result.error } as const;
  return amend(state, { ...stage, outcome: { ...stage.outcome, print } });
}

function onIntent(state: State, intent: DeskIntent, moment: Moment): Move {
  const { stage } = state;
  const { at } = moment;
  switch (intent.kind) {
    case 'setLocale':
      return stay({ ...state, locale: intent.locale });
    case 'setLook':
      return stay({ ...state, look: { ...state.look, ...intent.look } });
    case 'openShift':
      return shift.onOpenShift(state, intent);
    case 'shift':
      return shift.onShift(state, moment);
    case 'readCard':
      return find(state, at);
    case 'next':
      return clear(state, at);
    case 'letGo':
      return bill.onLetGo(state, moment);
    case 'refund':
      return refund.onRefund(state, intent, moment);
    case 'copy':
      return refund.onCopy(state, intent);
    case 'work':
      return { state, effects: [{ kind: 'openWork' }] };
    case 'dayList': {
      const back = stage.kind === 'cardProblem' ? ({ kind: 'waiting' } as const) : stage;
      if (back.kind !== 'waiting' && back.kind !== 'person' && back.kind !== 'bill' && back.kind !== 'result')
        return stay(state);
      return go(state, { kind: 'dayList', back, op: null, trouble: null, printed: false }, at);
    }
    default:
      return onStageIntent(state, intent, moment);
  }
}

/** What only one screen has. */
function onStageIntent(state: State, intent: DeskIntent, moment: Moment): Move {
  const { stage } = state;
  const { kind } = intent;
  if (stage.kind === 'person' && kind === 'openBill') return bill.onOpenBill(state, stage, intent, moment);
  if (stage.kind === 'bill') {
    if (kind === 'reread') return bill.onReread(state, stage, moment);
    if (kind === 'reupload' || kind === 'quote') return bill.onQuote(state, stage, moment);
    if (kind === 'setUseAccount') return bill.onUseAccount(state, stage, intent, moment);
    if (kind === 'settle') return money.onSettle(state, stage, intent, moment);
    if (kind === 'stayStep') return onStayStep(state, stage, intent, moment);
  }
  if (stage.kind === 'refund' && kind === 'confirmRefund') return refund.onConfirmRefund(state, stage, intent);
  if (stage.kind === 'shift') {
    if (kind === 'countCash') return go(state, { ...stage, step: 'count', failure: null }, moment.at);
    if (kind === 'closeShift') return shift.onCloseShift(state, stage, intent);
    if (kind === 'printShift') return shift.onPrintShift(state, stage);
    if (kind === 'saveShift') return shift.onSaveShift(state, stage);
  }
  if (kind === 'lookup') return onLookup(state, intent, moment);
  if (kind === 'staffReport' && stage.kind !== 'staff') {
    return { state, effects: [{ kind: 'openWork' }, { kind: 'staff', intent }] };
  }
  return stage.kind === 'staff' && kind.startsWith('staff')
    ? onStaffIntent(state, stage, intent as Parameters<typeof onStaffIntent>[2])
    : stay(state);
}

function move(state: State, event: DeskEvent, moment: Moment): Move | null {
  if (event.kind === 'intent') {
    const { version, intent } = event;
    if (version < state.offerSince || version > state.version) return null;
    if (!isOffered(state, moment.policy, intent)) return null;
  }
  // The table pairs each kind with its own member; the compiler cannot follow that through an index.
  const handle = table[event.kind] as Handler<DeskEvent['kind']>;
  return handle(state, event, moment);
}

/** Counts seconds on the glass. */
export function counts({ stage }: State): boolean {
  if (stage.kind === 'bill') return stage.bill.doing !== null;
  if (stage.kind === 'lookup') return stage.op !== null;
  return stage.kind === 'reading' || (stage.kind === 'refund' && stage.phase !== 'confirm');
}

/** The desk machine: one event, the next state, and what has to be done. Pure; `at` is monotonic ms. */
export function reduce(state: State, event: DeskEvent, at: number, policy: DeskPolicy): Turn {
  const moved = move(state, event, { at, policy });
  if (moved === null) return { state, effects: [], accepted: false };
  const { effects } = moved;
  const same = moved.state === state && !(event.kind === 'tick' && counts(state));
  if (same) return { state, effects, accepted: true };
  const version = state.version + 1;
  const entered = moved.state.since !== state.since || offer(moved.state.stage) !== offer(state.stage);
  const offerSince = entered ? version : state.offerSince;
  return { state: { ...moved.state, version, offerSince }, effects, accepted: true };
}
