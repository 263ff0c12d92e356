import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskEvent } from './events.ts';
import { begin, clear, go, type Moment, type Move, openBill, stay, withBill } from './moves.ts';
import { checked } from './on-lookup.ts';
import type { StageOf } from './stage.ts';
import type { State } from './state.ts';

type IntentOf<K extends DeskIntent['kind']> = Extract<DeskIntent, { kind: K }>;
type EventOf<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>;

/** The person and her bill, up to the pre-settlement. */

export function onOpenBill(state: State, stage: StageOf<'person'>, intent: IntentOf<'openBill'>, { at }: Moment): Move {
  const choice = stage.client.choices.find(({ encounter }) => encounter.encounterId === intent.encounterId);
  return choice === undefined ? stay(state) : checked(go(state, openBill(stage, choice), at));
}

/** The card was read and centre and hospital have answered: one bill is opened at once. */
export function onFound(state: State, event: EventOf<'found'>, { at }: Moment): Move {
  const { result } = event;
  if (!result.ok) return go(state, { kind: 'cardProblem', failure: result.error }, at);
  const stage: StageOf<'person'> = { kind: 'person', client: result.value };
  const [first, ...others] = result.value.choices;
  return checked(go(state, first !== undefined && others.length === 0 ? openBill(stage, first) : stage, at));
}

/** 按中心 and F2's sister: the hospital says the bill again. An earlier pre-settlement is no longer of this bill. */
export function onReread(state: State, stage: StageOf<'bill'>, { at }: Moment): Move {
  const { encounterId } = stage.bill.choice.encounter;
  const ref = stage.client.person.ref;
  return begin(state, stage, { what: 'rereading', at }, (op) => ({ kind: 'reread', op, ref, encounterId }));
}

export function onReadAgain(state: State, stage: StageOf<'bill'>, event: EventOf<'reread'>): Move {
  const { result } = event;
  if (!result.ok) return withBill(state, stage, { doing: null, trouble: result.error });
  const { quoted } = stage.bill;
  const same = JSON.stringify(result.value.encounter) === JSON.stringify(stage.bill.choice.encounter);
  const stale = quoted === null || same ? quoted : { ...quoted, stale: true };
  return checked(withBill(state, stage, { doing: null, trouble: null, choice: result.value, quoted: stale }));
}

/**
 * Whatever is missing up to 2206. Asked for again it clears what is not settled (2205) and uploads every line anew: the
 * money core does so whenever a bill is prepared that has been uploaded before.
 */
export function onQuote(state: State, stage: StageOf<'bill'>, { at, policy }: Moment): Move {
  const { choice, quoted } = stage.bill;
  const { encounter } = choice;
  const useAccount = quoted?.useAccount ?? policy.accountFirst;
  const ref = stage.client.person.ref;
  return begin(state, stage, { what: 'preparing', at }, (op) => ({ kind: 'prepare', op, ref, encounter, useAccount }));
}

export function onUseAccount(
  state: State,
  stage: StageOf<'bill'>,
  { use }: IntentOf<'setUseAccount'>,
  { at }: Moment,
): Move {
  const { quoted } = stage.bill;
  if (quoted === null || quoted.useAccount === use) return stay(state);
  const quoteId = quoted.quote.id;
  return begin(state, stage, { what: 'repricing', at }, (op) => ({ kind: 'reprice', op, quoteId, useAccount: use }));
}

export function onStep(state: State, stage: StageOf<'bill'>, { step }: EventOf<'step'>): Move {
  const { doing } = stage.bill;
  return doing === null ? stay(state) : withBill(state, stage, { doing: { ...doing, step } });
}

export function onQuoted(state: State, stage: StageOf<'bill'>, { result, at }: EventOf<'quoted'>): Move {
  if (!result.ok) return withBill(state, stage, { doing: null, trouble: result.error });
  const quote = result.value;
  const quoted = { quote, useAccount: quote.prepared.useAccount, at, stale: false };
  return withBill(state, stage, { doing: null, trouble: null, quoted });
}

/** Esc. One level back; the person is let go of where there is none. */
export function onLetGo(state: State, { at }: Moment): Move {
  const { stage } = state;
  if (stage.kind === 'bill') {
    if (stage.bill.doing?.step === 'pin') return { state, effects: [{ kind: 'cancelPin' }] };
    if (stage.client.choices.length > 1) {
      const { encounterId } = stage.bill.choice.encounter;
      return go(state, { kind: 'person', client: stage.client }, at, [{ kind: 'abandon', encounterId }]);
    }
    return clear(state, at);
  }
  if (stage.kind === 'shift' && stage.step === 'closed')
    return go(state, { kind: 'shut', op: null, failure: null }, at);
  if ('back' in stage) return go(state, stage.back, at);
  return clear(state, at);
}
