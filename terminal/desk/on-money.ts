import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import { troubleCode } from '../session/result.ts';
import type { DeskEffect, DeskEvent } from './events.ts';
import { amend, begin, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import { baseOf, dueOf, NO_PRINT, type Outcome, type Print, type Stage, type StageOf } from './stage.ts';
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
  const print = beginPrint(state, moment);
  if (answer.kind === 'unknown') {
    const { messageId, next } = answer;
    const outcome = { kind: 'unknown', of: 'settlement', encounterId, messageId, next, print: print.print } as const;
    return show(print.state, outcome, print.effect({ slip: 'unknown', messageId, psnType }));
  }
  const tender = bill.doing?.tender ?? { by: 'cash', received: answer.value.split.cash };
  const settled = { kind: 'settled', bill: answer.value, tender } as const;
  const { messageId } = answer.value;
  if (tender.by === 'cashier' && answer.value.split.cash > 0) {
    const next = nextOp(state);
    const outcome = { ...settled, collecting: next.op, collection: { state: 'asking' }, print: NO_PRINT } as const;
    return show(next.state, outcome, [{ kind: 'collect', op: next.op, messageId }]);
  }
  const outcome = { ...settled, collecting: null, collection: null, print: print.print };
  return show(print.state, outcome, print.effect({ slip: 'settlement', messageId, psnType }));
}

/** The slip follows once the cash part has come to an end, so that it can say what was taken. */
export function onCollection(
  state: State,
  stage: StageOf<'result'>,
  event: EventOf<'collection'>,
  moment: Moment,
): Move {
  const { outcome, client } = stage;
  if (outcome.kind !== 'settled' || outcome.collecting !== event.op) return stay(state);
  const { collection } = event;
  if (collection.state === 'asking' || collection.state === 'stopping') {
    return amend(state, { ...stage, outcome: { ...outcome, collection } });
  }
  const print = beginPrint(state, moment);
  const slip = {
    slip: 'settlement',
    messageId: outcome.bill.messageId,
    psnType: client?.person.psnType ?? null,
  } as const;
  const ended: Outcome = { ...outcome, collecting: null, collection, print: print.print };
  return amend(print.state, { ...stage, outcome: ended }, print.effect(slip));
}

/** What was unknown is known: the result on the glass says so. */
export function onResolved(state: State, event: EventOf<'resolved'>, moment: Moment): Move {
  const stage = baseOf(state.stage);
  if (stage?.kind !== 'result' || stage.outcome.kind !== 'unknown') return stay(state);
  const { outcome } = stage;
  if (outcome.messageId !== event.messageId || state.stage !== stage) return stay(state);
  if (event.bill === null) {
    const failure = { code: 'CENTRE_REFUSED', reason: null } as const;
    const refused: Outcome = {
      kind: 'refused',
      of: outcome.of,
      encounterId: outcome.encounterId,
      failure,
      next: 'again',
    };
    return go(state, { ...stage, outcome: refused }, moment.at);
  }
  const print = beginPrint(state, moment);
  const { messageId } = event.bill;
  const tender = { by: 'cash', received: event.bill.split.cash } as const;
  const settled = { kind: 'settled', bill: event.bill, tender, collecting: null, collection: null } as const;
  const psnType = stage.client?.person.psnType ?? null;
  return go(
    print.state,
    { ...stage, outcome: { ...settled, print: print.print } },
    moment.at,
    print.effect({ slip: 'settlement', messageId, psnType }),
  );
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
  if (stage.kind !== 'result' || !('print' in stage.outcome) || stage.outcome.print.op !== op) return null;
  return { ...stage, outcome: { ...stage.outcome, print } };
}

export function printed(outcome: PrintOutcome): Print {
  if (outcome.kind === 'printed') return { op: null, state: 'printed', failure: null };
  const failure = troubleCode(outcome.trouble) ?? 'PRINT_UNKNOWN';
  return { op: null, state: outcome.kind === 'unknown' ? 'unknown' : 'notPrinted', failure };
}
