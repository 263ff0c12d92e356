import type { ServiceAct } from '../../common/contracts/session/services/acts.ts';
import type { Home, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { Failure } from '../ports.ts';
import type { OfferedAct } from './acts.ts';
import type { Effect, SessionEvent } from './events.ts';
import { go, type Moment, type Move, nextOp, stay, undo } from './moves.ts';
import type { Origin, StageOf } from './stage.ts';
import type { Asked, Visitor } from './stage-facts.ts';
import type { State } from './state.ts';

/**
 * The services beside the payment: asked for, shown, printed, left. Nothing here knows which services there are; a new
 * one changes nothing in this file (docs/adding-a-service.md).
 */

/** Asking again may help. */
const WORTH_ANOTHER_TRY: ReadonlySet<Failure['code']> = new Set([
  'BENEFITS_UNREACHABLE',
  'BENEFITS_BAD_ANSWER',
  'DECLARATION_UNKNOWN',
]);

/** Who asks, and where the way back leads. */
interface Asker {
  readonly visitor: Visitor;
  readonly origin: Origin;
}

function ask(state: State, { visitor, origin }: Asker, asked: Asked, { at }: Moment): Move {
  const { state: counted, op } = nextOp(state);
  const { holder } = visitor;
  const effect: Effect =
    asked.kind === 'home'
      ? { kind: 'askHome', op, holder }
      : { kind: 'askService', op, holder, service: asked.service, part: asked.part, ...actOf(asked) };
  return go(counted, { kind: 'asking', visitor, origin, asked, op }, at, [...undo(state.stage), effect]);
}

function actOf({ act }: Extract<Asked, { kind: 'service' }>): { readonly act?: ServiceAct } {
  return act === undefined ? {} : { act };
}

/** Has done what the PIN was given for; the service's answer says how things stand then. */
export function doAct(state: State, from: StageOf<'service'>, { act, part }: OfferedAct, moment: Moment): Move {
  const { home, answer } = from;
  return ask(state, from, { kind: 'service', home, service: answer.service, part, before: answer, act }, moment);
}

/** Which services there are; null where the profile has none. */
export function openHome(state: State, asker: Asker, moment: Moment): Move | null {
  return moment.policy.hasServices ? ask(state, asker, { kind: 'home' }, moment) : null;
}

/** One of the services of the home page; null for one that it does not have. */
export function openService(
  state: State,
  { visitor, origin, home }: StageOf<'home'>,
  service: ServiceName,
  moment: Moment,
): Move | null {
  if (!home.services.includes(service)) return null;
  return ask(state, { visitor, origin }, { kind: 'service', home, service, part: null, before: null }, moment);
}

/** Another part of the service that is shown. */
export function turnService(state: State, stage: StageOf<'service'>, part: string, moment: Moment): Move {
  const { home, answer } = stage;
  return ask(state, stage, { kind: 'service', home, service: answer.service, part, before: answer }, moment);
}

/** Which services there are, shown only to the person who still waits for it. */
export function onHomeAsked(
  state: State,
  { op, result }: Extract<SessionEvent, { kind: 'homeAsked' }>,
  { at }: Moment,
): Move {
  const { stage } = state;
  if (stage.kind !== 'asking' || stage.op !== op || stage.asked.kind !== 'home') return stay(state);
  if (!result.ok) return failed(state, stage, result.error, at);
  return showHome(state, stage, result.value, at);
}

/** The answer of a service, shown only to the person who still waits for it. */
export function onServiceAsked(
  state: State,
  { op, result }: Extract<SessionEvent, { kind: 'serviceAsked' }>,
  { at }: Moment,
): Move {
  const { stage } = state;
  if (stage.kind !== 'asking' || stage.op !== op || stage.asked.kind !== 'service') return stay(state);
  if (!result.ok) return failed(state, stage, result.error, at);
  return showService(state, stage, stage.asked.home, result.value, at);
}

/** Whether the answer of this number is still waited for. */
export function isAwaited({ stage }: State, op: number): boolean {
  return stage.kind === 'asking' && stage.op === op;
}

function showHome(state: State, { visitor, origin }: Asker, home: Home, at: number, left?: ServiceName): Move {
  const stage = { kind: 'home', visitor, origin, home, ...(left === undefined ? {} : { left }) } as const;
  return go(state, stage, at, undo(state.stage));
}

function showService(state: State, { visitor, origin }: Asker, home: Home, answer: ServiceAnswer, at: number): Move {
  return go(state, { kind: 'service', visitor, origin, home, answer, print: null }, at);
}

/** What may have been done is not done again: it is asked how things stand. */
function onlyAsked(asked: Asked): Asked {
  if (asked.kind === 'home') return asked;
  const { act: _done, ...question } = asked;
  return { ...question, part: null };
}

function failed(state: State, { visitor, origin, asked }: StageOf<'asking'>, error: Failure, at: number): Move {
  const retry = WORTH_ANOTHER_TRY.has(error.code) ? 'ask' : null;
  const said = { failure: error.code, reason: error.reason, retry } as const;
  const aside = { origin, asked: error.code === 'DECLARATION_UNKNOWN' ? onlyAsked(asked) : asked };
  return go(state, { kind: 'stepFailed', visitor, ...said, at: null, aside }, at);
}

/** Asks once more what came to nothing. */
export function askAgain(state: State, { visitor, aside }: StageOf<'stepFailed'>, moment: Moment): Move | null {
  return aside === undefined ? null : ask(state, { visitor, origin: aside.origin }, aside.asked, moment);
}

/** One step back: from a question to where it was asked, from a service to the home page, from there to the bills. */
export function backFrom(
  state: State,
  stage: StageOf<'asking' | 'home' | 'service' | 'stepFailed'>,
  { at }: Moment,
): Move | null {
  const { visitor } = stage;
  switch (stage.kind) {
    case 'home':
      return toOrigin(state, stage, at);
    case 'service':
      return showHome(state, stage, stage.home, at, stage.answer.service);
    case 'asking':
      return backFromAsked(state, stage, stage.asked, at);
    case 'stepFailed': {
      if (stage.aside === undefined) return null;
      const { origin, asked } = stage.aside;
      return backFromAsked(state, { visitor, origin }, asked, at);
    }
  }
}

function backFromAsked(state: State, asker: Asker, asked: Asked, at: number): Move {
  if (asked.kind === 'home') return toOrigin(state, asker, at);
  if (asked.before === null) return showHome(state, asker, asked.home, at, asked.service);
  return showService(state, asker, asked.home, asked.before, at);
}

function toOrigin(state: State, { visitor, origin }: Asker, at: number): Move {
  const undone = undo(state.stage);
  switch (origin.kind) {
    case 'found':
      return go(state, { kind: 'whoYouAre', visitor, found: origin.found, after: 'services' }, at, undone);
    case 'nothing':
      return go(state, { kind: 'nothingUnpaid', visitor }, at, undone);
    case 'failed':
      return go(state, { ...origin.failed, visitor, after: 'services' }, at, undone);
  }
}

/** Whether the slip may be asked for: not yet, or nothing of it reached the paper. One that may be out is not repeated. */
export function mayPrint(stage: Pick<StageOf<'service'>, 'print'>): boolean {
  return stage.print === null || stage.print.state === 'notPrinted';
}

/** Prints the slip of what is shown, once. */
export function printService(state: State, stage: StageOf<'service'>, { at, policy }: Moment): Move | null {
  if (!policy.hasPrinter || !mayPrint(stage) || state.printing !== null) return null;
  const { visitor, answer } = stage;
  const { state: counted, op } = nextOp(state);
  const print = { op, state: 'queued', failure: null } as const;
  const effect = { kind: 'print', op, slip: { kind: 'service', visitor, answer, locale: state.locale } } as const;
  return {
    state: { ...counted, printing: op, stage: { ...stage, print }, activeAt: at },
    effects: [effect],
  };
}
