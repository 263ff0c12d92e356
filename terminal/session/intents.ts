import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { StaffIntent } from '../../common/contracts/session/staff-view.ts';
import { offeredAct } from './acts.ts';
import { askPin, lookUp } from './card.ts';
import { onCheckIntent, openCheck } from './check.ts';
import { payAtWindow } from './collecting.ts';
import { setLocale } from './locale.ts';
import { setLook } from './look.ts';
import { endLoss, openLoss, reportLoss, retryLoss } from './loss.ts';
import { after, begin, end, go, type Moment, type Move, undo } from './moves.ts';
import { askForAct, leavePin, tryOnceMore } from './pin.ts';
import { changePin, changeWithLastTry, leavePinChange } from './pin-change.ts';
import { backFromPolicy, openPolicy, printPolicy } from './policy.ts';
import { settle } from './result.ts';
import { askAgain, backFrom, openHome, openService, printService, turnService } from './services.ts';
import { onStaffIntent } from './staff.ts';
import type { StageOf } from './stage.ts';
import { generationOf, type State } from './state.ts';
import { stageGeneration, steps } from './steps.ts';
import { hasAccount, prepare, reprice } from './visit.ts';

/**
 * The bills could not be had, and the other services do not need them. Only after failures that follow the centre's word
 * on who holds the card: one that it refuses, or has not seen (a card that was replaced, say), opens nothing.
 */
const KNOWN_HOLDER: ReadonlySet<FailureCode> = new Set([
  'HIS_UNREACHABLE',
  'HIS_BAD_ANSWER',
  'HIS_TOTAL_DIFFERS',
  'PERSON_NOT_INSURED',
]);

export function offersHome({ at, aside, failure }: StageOf<'stepFailed'>): boolean {
  return at === null && aside === undefined && KNOWN_HOLDER.has(failure);
}

/** Whether the person's own card is still in; a new try needs it. */
export function ownCardIn(state: State): boolean {
  const generation = generationOf(state.card);
  return generation !== null && generation === stageGeneration(state.stage);
}

/**
 * Does what the person wants, or null where it is not offered. `version` is the snapshot on the glass: one that is
 * older than what the screen offers now is refused, so a second tap never lands on the next screen.
 */
export function onIntent(state: State, version: number, intent: Intent, moment: Moment): Move | null {
  const { stage } = state;
  if (intent.kind === 'setLocale') return setLocale(state, intent.locale, moment);
  if (intent.kind === 'setLook') return setLook(state, intent.look, moment);
  if (version < state.offerSince || version > state.version) return null;
  if (!steps[stage.kind].intents.includes(intent.kind)) return null;
  if (intent.kind === 'end') {
    // While the cashier is asked, leaving means the window; the slip still comes.
    if (stage.kind === 'done' && stage.collecting !== null) return payAtWindow(state, stage);
    if (stage.kind === 'loss') return endLoss(state, stage, moment);
    if (stage.kind === 'pinChange') return leavePinChange(state, stage, 'end', moment);
    return end(state, endReason(stage.kind), moment.at);
  }
  switch (stage.kind) {
    case 'pin':
      if (intent.kind === 'back') return leavePin(state, stage, moment.at);
      return stage.phase === 'askLastTry' ? tryOnceMore(state, stage, moment.at) : null;
    case 'pinProblem':
      return changePin(state, stage, moment);
    case 'pinChange':
      return intent.kind === 'back'
        ? leavePinChange(state, stage, 'back', moment)
        : changeWithLastTry(state, stage, moment.at);
    case 'pinResult':
      // Read anew, and asked for the PIN that it has.
      return ownCardIn(state) ? after(undo(stage), begin(state, moment.at)) : null;
    case 'staff':
      return isStaffIntent(intent) ? onStaffIntent(state, stage, intent) : null;
    case 'whoYouAre':
      if (intent.kind === 'openHome') {
        return openHome(state, { visitor: stage.visitor, origin: { kind: 'found', found: stage.found } }, moment);
      }
      return intent.kind === 'openVisit' ? openVisit(state, stage, intent.encounterId, moment) : null;
    case 'nothingUnpaid':
      return openHome(state, { visitor: stage.visitor, origin: { kind: 'nothing' } }, moment);
    case 'loss':
      return intent.kind === 'confirmLoss' ? reportLoss(state, stage, moment) : retryLoss(state, stage, moment);
    case 'check':
      return onCheckIntent(state, stage, intent, moment);
    case 'idle':
      if (intent.kind === 'openCheck') return openCheck(state, moment);
      if (intent.kind === 'openLoss') return openLoss(state, moment);
      return intent.kind === 'openPolicy' ? openPolicy(state, intent.to, moment) : null;
    case 'policy':
      return onPolicy(state, stage, intent, moment);
    case 'asking':
      return backFrom(state, stage, moment);
    case 'home':
      if (intent.kind === 'openPolicy') return openPolicy(state, intent.to, moment);
      return intent.kind === 'openService'
        ? openService(state, stage, intent.service, moment)
        : backFrom(state, stage, moment);
    case 'service':
      return onService(state, stage, intent, moment);
    case 'visit':
      return intent.kind === 'back' ? leaveVisit(state, stage, moment) : acceptFees(state, stage, moment);
    case 'split':
      return onSplit(state, stage, intent, moment);
    case 'confirm':
      return onConfirm(state, stage, intent, moment);
    case 'notPaid':
      return retryPayment(state, stage, moment);
    case 'stepFailed':
      return onStepFailed(state, stage, intent, moment);
    case 'stillThere':
      return go(state, stage.back, moment.at);
    case 'done':
      return onDone(state, stage, intent, moment);
    default:
      return null;
  }
}

function isStaffIntent(intent: Intent): intent is StaffIntent {
  return steps.staff.intents.some((kind) => kind === intent.kind);
}

function endReason(kind: keyof typeof steps): 'finished' | 'cancelled' | 'problem' {
  if (kind === 'done' || kind === 'notPaid' || kind === 'unknown') return 'finished';
  if (kind === 'pinResult' || kind === 'nothingUnpaid' || kind === 'home' || kind === 'service') return 'finished';
  if (kind === 'policy' || kind === 'lossDone' || kind === 'check') return 'finished';
  return kind === 'cardProblem' || kind === 'pinProblem' || kind === 'stepFailed' ? 'problem' : 'cancelled';
}

/** Whether the PIN is to be given again before money, because other things were looked at since it was. */
function asksAgain({ after: seen }: StageOf<'whoYouAre' | 'stepFailed'>, policy: Moment['policy']): boolean {
  return seen === 'services' && policy.pinBeforeAccount;
}

function openVisit(state: State, stage: StageOf<'whoYouAre'>, encounterId: string, moment: Moment): Move | null {
  const { at, policy } = moment;
  const choice = stage.found.choices.find(({ encounter }) => encounter.encounterId === encounterId);
  if (choice === undefined) return null;
  const { visitor, found } = stage;
  if (choice.blocked) {
    const failed = { failure: 'SETTLEMENT_OPEN', reason: null, retry: null, at: null } as const;
    return go(state, { kind: 'stepFailed', visitor, ...failed }, at);
  }
  if (asksAgain(stage, policy)) return askPin(state, visitor, moment);
  return go(state, { kind: 'visit', visitor, found, encounter: choice.encounter, prepared: null }, at);
}

function leaveVisit(state: State, stage: StageOf<'visit'>, { at }: Moment): Move {
  return go(state, { kind: 'whoYouAre', visitor: stage.visitor, found: stage.found }, at, undo(stage));
}

function acceptFees(state: State, stage: StageOf<'visit'>, { at, policy }: Moment): Move {
  const { visitor, found, prepared } = stage;
  if (prepared !== null) return go(state, { kind: 'split', visitor, found, prepared }, at);
  return prepare(state, stage, policy.accountFirst && hasAccount(found), at);
}

function onSplit(state: State, stage: StageOf<'split' | 'confirm'>, intent: Intent, { at }: Moment): Move | null {
  const { visitor, found, prepared } = stage;
  const opened = { visitor, found, encounter: prepared.encounter };
  switch (intent.kind) {
    case 'setUseAccount':
      if (!hasAccount(found) || intent.use === prepared.useAccount) return null;
      return reprice(state, opened, prepared, intent.use, at);
    case 'acceptSplit':
      return go(state, { ...stage, kind: 'confirm' }, at);
    case 'back':
      return go(state, { kind: 'visit', ...opened, prepared }, at);
    default:
      return null;
  }
}

function onConfirm(state: State, stage: StageOf<'split' | 'confirm'>, intent: Intent, moment: Moment): Move | null {
  if (intent.kind === 'back') return go(state, { ...stage, kind: 'split' }, moment.at);
  if (intent.kind !== 'confirm' || intent.cash !== stage.prepared.split.cash) return null;
  return settle(state, stage, moment);
}

/** A new try prepares anew, so that the person confirms what the centre says now. */
function retryPayment(state: State, stage: StageOf<'notPaid'>, { at }: Moment): Move | null {
  if (!stage.retry || !ownCardIn(state)) return null;
  const { visitor, found, prepared } = stage;
  const leaving = undo({ ...stage, open: false });
  return after(leaving, prepare(state, { visitor, found, encounter: prepared.encounter }, prepared.useAccount, at));
}

function onService(state: State, stage: StageOf<'service'>, intent: Intent, moment: Moment): Move | null {
  switch (intent.kind) {
    case 'turnService':
      return turnService(state, stage, intent.to, moment);
    case 'printService':
      return printService(state, stage, moment);
    case 'changePin':
      return changePin(state, stage, moment);
    case 'withdrawLoss':
    case 'declare':
      return askForAct(state, stage, offeredAct(stage.answer, intent), moment);
    default:
      return backFrom(state, stage, moment);
  }
}

function onDone(state: State, stage: StageOf<'done'>, intent: Intent, moment: Moment): Move | null {
  if (intent.kind === 'payAtWindow') return payAtWindow(state, stage);
  if (intent.kind === 'nextVisit') return nextVisit(state, stage, moment);
  // A job that waits for paper is given up on leaving; one that runs ends by itself.
  return stage.print.op === null ? null : end(state, 'finished', moment.at);
}

/** Whether another bill can be gone on with from here: the result is out of the way, and the own card is still in. */
export function offersNext(state: State, stage: StageOf<'done'>): boolean {
  const { print } = stage;
  const out = print.op === null && (print.state === 'printed' || print.state === 'none');
  return stage.others > 0 && stage.collecting === null && out && ownCardIn(state);
}

/** Another bill is another payment: the PIN again, then centre and hospital are asked anew. */
function nextVisit(state: State, stage: StageOf<'done'>, moment: Moment): Move | null {
  if (!offersNext(state, stage)) return null;
  const { visitor } = stage;
  return moment.policy.pinBeforeAccount ? askPin(state, visitor, moment) : lookUp(state, visitor, moment.at);
}

function onPolicy(state: State, stage: StageOf<'policy'>, intent: Intent, moment: Moment): Move | null {
  if (intent.kind === 'openPolicy') return openPolicy(state, intent.to, moment);
  return intent.kind === 'printService' ? printPolicy(state, stage, moment) : backFromPolicy(state, stage, moment);
}

function onStepFailed(state: State, stage: StageOf<'stepFailed'>, intent: Intent, moment: Moment): Move | null {
  if (intent.kind === 'back') return backFrom(state, stage, moment);
  if (intent.kind !== 'openHome') return retryStep(state, stage, moment);
  if (!offersHome(stage)) return null;
  return openHome(state, { visitor: stage.visitor, origin: { kind: 'failed', failed: stage } }, moment);
}

function retryStep(state: State, stage: StageOf<'stepFailed'>, moment: Moment): Move | null {
  const { at } = moment;
  if (stage.retry === 'ask') return askAgain(state, stage, moment);
  if (stage.retry === 'lookUp') {
    return asksAgain(stage, moment.policy) ? askPin(state, stage.visitor, moment) : lookUp(state, stage.visitor, at);
  }
  if (stage.retry !== 'prepare' || stage.at === null) return null;
  return prepare(state, { visitor: stage.visitor, ...stage.at }, stage.at.useAccount, at);
}
