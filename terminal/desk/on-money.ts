import type { Tender } from '../../common/contracts/desk/bill.ts';
import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { SettledBill } from '../billing/port.ts';
import { troubleCode } from '../session/result.ts';
import type { DeskEffect, DeskEvent } from './events.ts';
import { amend, begin, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import { baseOf, dueOf, NO_PRINT, type Outcome, overBase, type Print, type Stage, type StageOf } from './stage.ts';
import type { State } from './state.ts';

type IntentOf<K extends DeskIntent['kind']> = Extract<DeskIntent, { kind: K }>;
type EventOf<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>;

/** Settling, and what follows from its answer: 收款机, slip, the result on the glass. */

/** The money moves where the key repeats the amount on the glass, and what is handed over covers it. */
export function onSettle(
  state: State,
  stage: StageOf<'bill'>,
  intent: IntentOf<'settle'>,
  { at, policy }: Moment,
): Move {
  const { quoted } = stage.bill;
  if (quoted === null || quoted.stale || intent.cash !== dueOf(quoted)) return stay(state);
  const { tender } = intent;
  if (tender.by === 'cash' && tender.received < intent.cash) return stay(state);
  if (tender.by === 'cashier' && (!policy.hasCashier || intent.cash === 0)) return stay(state);
  const { quote } = quoted;
  return begin(state, stage, { what: 'settling', tender, at }, (op) => ({ kind: 'settle', op, quote }));
}

export function onSettled(state: State, stage: StageOf<'bill'>, { answer }: EventOf<'settled'>, moment: Moment): Move {
  const { client, bill } = stage;
  const { encounterId } = bill.choice.encounter;
  const { psnType } = client.person;
  const show = (to: State, outcome: Outcome, effects: readonly DeskEffect[]): Move =>
    go(to, { kind: 'result', client, outcome }, moment.at, effects);
  if (answer.kind === 'refused') {
    const { failure, next } = answer;
    return show(state, { kind: 'refused', of: 'settlement', encounterId, failure, next }, []);
  }
  if (answer.kind === 'unknown') {
    const print = beginPrint(state, moment);
    const { messageId, next } = answer;
    const sent = { kind: 'unknown', of: 'settlement', encounterId, messageId, next } as const;
    const outcome = { ...sent, print: print.print, tender: bill.doing?.tender ?? null, resettle: false };
    return show(print.state, outcome, print.effect({ slip: 'unknown', messageId, psnType }));
  }
  const {
    state: shown,
    outcome,
    effects,
  } = settledNow(state, answer.value, bill.doing?.tender ?? null, moment, psnType);
  return show(shown, outcome, effects);
}

/** What a success shows and begins: the external cashier where she is to be paid there, or its slip. */
export function settledNow(
  state: State,
  bill: SettledBill,
  counted: Tender | null,
  moment: Moment,
  psnType: string | null,
): { readonly state: State; readonly outcome: Outcome; readonly effects: readonly DeskEffect[] } {
  const { messageId, split } = bill;
  const tender: Tender = counted ?? { by: 'cash', received: split.cash };
  const settled = { kind: 'settled', bill, tender } as const;
  if (tender.by === 'cashier' && split.cash > 0) {
    const { state: next, op } = nextOp(state);
    const outcome = { ...settled, collecting: op, collection: { state: 'asking' }, print: NO_PRINT } as const;
    return { state: next, outcome, effects: [{ kind: 'collect', op, messageId }] };
  }
  const print = beginPrint(state, moment);
  const outcome = { ...settled, collecting: null, collection: null, print: print.print };
  return { state: print.state, outcome, effects: print.effect({ slip: 'settlement', messageId, psnType }) };
}

/** The slip follows once the cash part has come to an end, so that it can say what was taken. */
export function onCollection(state: State, event: EventOf<'collection'>, moment: Moment): Move {
  const { stage } = state;
  const base = baseOf(stage);
  if (base?.kind !== 'result') return stay(state);
  const { outcome, client } = base;
  if (outcome.kind !== 'settled' || outcome.collecting !== event.op) return stay(state);
  const { collection } = event;
  if (collection.state === 'asking' || collection.state === 'stopping') {
    return amend(state, overBase(stage, { ...base, outcome: { ...outcome, collection } }));
  }
  const print = beginPrint(state, moment);
  const slip = {
    slip: 'settlement',
    messageId: outcome.bill.messageId,
    psnType: client?.person.psnType ?? null,
  } as const;
  const ended: Outcome = { ...outcome, collecting: null, collection, print: print.print };
  return amend(print.state, overBase(stage, { ...base, outcome: ended }), print.effect(slip));
}

type Slip = Pick<Extract<DeskEffect, { kind: 'print' }>, 'slip' | 'messageId' | 'psnType'>;

function beginPrint(
  state: State,
  { policy }: Moment,
): { readonly state: State; readonly print: Print; readonly effect: (slip: Slip) => readonly DeskEffect[] } {
  if (!policy.hasPrinter) return { state, print: NO_PRINT, effect: () => [] };
  const { state: next, op } = nextOp(state);
  return {
    state: next,
    print: { op, state: 'printing', failure: null },
    effect: (slip) => [{ kind: 'print', op, ...slip }],
  };
}

/** How a slip ended, wherever it is shown; one whose screen has gone changes nothing. */
export function onPrinted(state: State, { op, outcome }: EventOf<'printed'>): Move {
  const { stage } = state;
  const ended = printed(outcome);
  if (stage.kind === 'shift' && stage.print.op === op) return amend(state, { ...stage, print: ended });
  const changed = resultPrinted(stage, op, ended);
  return changed === null ? stay(state) : amend(state, changed);
}

function resultPrinted(stage: Stage, op: number, print: Print): Stage | null {
  const base = baseOf(stage);
  if (base?.kind !== 'result' || !('print' in base.outcome) || base.outcome.print.op !== op) return null;
  return overBase(stage, { ...base, outcome: { ...base.outcome, print } });
}

export function printed(outcome: PrintOutcome): Print {
  if (outcome.kind === 'printed') return { op: null, state: 'printed', failure: null };
  const failure = troubleCode(outcome.trouble) ?? 'PRINT_UNKNOWN';
  return { op: null, state: outcome.kind === 'unknown' ? 'unknown' : 'notPrinted', failure };
}
