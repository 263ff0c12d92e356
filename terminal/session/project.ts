import type { ServicePrint } from '../../common/contracts/session/services/print.ts';
import type { Screen, Snapshot } from '../../common/contracts/session/snapshot.ts';
import { checkView, offersCheck } from './check.ts';
import { offersHome, offersNext, ownCardIn } from './intents.ts';
import { offersLoss } from './loss.ts';
import { mayChangePin } from './pin-change.ts';
import { offersPolicy } from './policy.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { Stage, StageOf } from './stage.ts';
import { cardIn, type State } from './state.ts';
import { hasAccount } from './visit.ts';
import { choiceSummary, termsOf, visitOf } from './visit-view.ts';

/** What a snapshot says that is the same for every session. */
export interface SnapshotFrame {
  readonly mode: Snapshot['mode'];
  /** The site's language, where the person chose none. */
  readonly locale: Snapshot['locale'];
  /** The site's look, where the person changed nothing. */
  readonly look: Snapshot['look'];
  readonly site: Snapshot['site'];
}

/** Where a projection stands in time: monotonic ms for counts, epoch ms for the clock on the glass. */
export interface ProjectionTime {
  readonly at: number;
  readonly now: number;
}

/** The state as the screen may know it: masked facts only, no holder, no fee line beyond the groups. */
export function project(state: State, frame: SnapshotFrame, policy: SessionPolicy, time: ProjectionTime): Snapshot {
  const sinceMs = Math.max(0, time.at - state.since);
  return {
    version: state.version,
    ...frame,
    locale: state.locale ?? frame.locale,
    look: { ...frame.look, ...state.look },
    at: time.now,
    cardIn: cardIn(state),
    ...(state.headphones === null ? {} : { headphones: state.headphones }),
    screen: screenOf(state, state.stage, { sinceMs, institution: frame.site.institution, policy }),
  };
}

interface View {
  readonly sinceMs: number;
  readonly institution: string;
  readonly policy: SessionPolicy;
}

function restScreen(state: State, policy: SessionPolicy): Screen {
  if (state.fault !== null) return { kind: 'outOfService', failure: state.fault };
  if (!state.hostUp) return { kind: 'outOfService', failure: 'HOST_GONE' };
  if (state.card.kind === 'serviceDown') return { kind: 'outOfService', failure: 'READER_SERVICE_DOWN' };
  if (state.card.kind === 'noReader') return { kind: 'outOfService', failure: 'READER_GONE' };
  return {
    kind: 'insertCard',
    pages: offersPolicy(state, policy),
    loss: offersLoss(state, policy),
    checks: offersCheck(state, policy),
    services: policy.hasServices,
  };
}

function screenOf(state: State, stage: Stage, view: View): Screen {
  const { sinceMs, institution, policy } = view;
  switch (stage.kind) {
    case 'idle':
      return restScreen(state, policy);
    case 'reading':
      return { kind: 'readingCard', sinceMs };
    case 'cardProblem':
      return { kind: 'cardProblem', failure: stage.failure, expiredOn: stage.expiredOn };
    case 'pin': {
      const { digits, phase, refused, triesLeft, then } = stage;
      const about = then === undefined ? {} : { about: then.act };
      return { kind: 'enterPin', person: stage.visitor.person, digits, phase, refused, triesLeft, ...about };
    }
    case 'pinProblem':
      return {
        kind: 'pinProblem',
        person: stage.visitor.person,
        failure: stage.failure,
        mayChange: policy.hasPad && mayChangePin(stage),
      };
    case 'pinChange': {
      const { step, digits, hint, refused, triesLeft } = stage;
      return { kind: 'changePin', person: stage.visitor.person, step, digits, hint, refused, triesLeft };
    }
    case 'pinChanging': {
      const { person } = stage.visitor;
      const untold = { digits: 0, hint: null, refused: false, triesLeft: null };
      return { kind: 'changePin', person, step: 'changing', ...untold };
    }
    case 'loss': {
      const card = stage.step === 'confirm' ? stage.card : null;
      const trouble = stage.step === 'failed' ? stage.trouble : null;
      return { kind: 'loss', step: stage.step, card, trouble, print: 'none' };
    }
    case 'lossDone':
      return { kind: 'loss', step: 'done', card: stage.card, trouble: null, print: plainPrint(stage.print.state) };
    case 'pinResult': {
      const print = plainPrint(stage.print.state);
      const { outcome } = stage;
      return { kind: 'pinResult', person: stage.visitor.person, outcome, mayGoOn: ownCardIn(state), print };
    }
    case 'lookingUp':
      return { kind: 'lookingUp', person: stage.visitor.person, sinceMs };
    case 'nothingUnpaid':
      return { kind: 'nothingUnpaid', person: stage.visitor.person, services: policy.hasServices };
    case 'asking': {
      const about = stage.asked.kind === 'home' ? 'home' : stage.asked.service;
      return { kind: 'lookingUp', person: stage.visitor.person, sinceMs, about };
    }
    case 'home':
      return {
        kind: 'home',
        person: stage.visitor.person,
        ...stage.home,
        pages: policy.hasPolicies,
        ...(stage.left === undefined ? {} : { left: stage.left }),
      };
    case 'service': {
      const print = printShown(stage, policy);
      return { kind: 'service', person: stage.visitor.person, answer: stage.answer, print };
    }
    case 'check':
      return { kind: 'checkCode', ...checkView(stage) };
    case 'policy':
      return { kind: 'policy', view: stage.view, print: printShown(stage, policy) };
    case 'whoYouAre': {
      const { insured, choices } = stage.found;
      const schemes = insured.insurances.map(({ insutype }) => insutype);
      const visits = choices.slice(0, 20).map(choiceSummary);
      const accountBalance = insured.insurances[0].balance;
      const services = policy.hasServices;
      return { kind: 'whoYouAre', person: stage.visitor.person, schemes, visits, accountBalance, services };
    }
    case 'visit': {
      const visit = visitOf(stage.encounter, institution);
      return { kind: 'visit', person: stage.visitor.person, visit, page: null };
    }
    case 'preparing':
      return { kind: 'preparing', person: stage.visitor.person, step: stage.step, sinceMs };
    case 'split':
    case 'confirm': {
      const { split, useAccount, encounter } = stage.prepared;
      const terms = termsOf(stage.prepared, policy.division);
      const shown = { person: stage.visitor.person, visit: visitOf(encounter, institution), split, useAccount, terms };
      if (stage.kind === 'confirm') return { kind: 'confirm', ...shown, beside: policy.collectMs !== null };
      return { kind: 'split', ...shown, accountChoice: hasAccount(stage.found) };
    }
    case 'working': {
      const { person } = stage.visitor;
      return { kind: 'working', person, step: stage.step, sinceMs, limitMs: policy.personLimitMs };
    }
    case 'done': {
      const { settled, print } = stage;
      return {
        kind: 'done',
        person: stage.visitor.person,
        split: settled.split,
        confirmedSplit: settled.changed ? settled.prepared.split : null,
        setlId: settled.setlId,
        messageId: settled.messageId,
        print: print.state,
        printFailure: print.failure,
        collection: stage.collection,
        others: offersNext(state, stage) ? stage.others : 0,
      };
    }
    case 'notPaid': {
      const { failure, sinceReversed } = stage;
      const reason = shorten(stage.reason);
      const mayRetry = stage.retry && ownCardIn(state);
      return { kind: 'notPaid', failure, reason, mayRetry, sinceReversed, print: plainPrint(stage.print.state) };
    }
    case 'unknown': {
      const { split } = stage.prepared;
      const { messageId } = stage;
      const print = plainPrint(stage.print.state);
      return { kind: 'unknown', person: stage.visitor.person, cash: split.cash, total: split.total, messageId, print };
    }
    case 'stepFailed': {
      const reason = shorten(stage.reason);
      const mayGoBack = stage.aside !== undefined;
      const services = policy.hasServices && offersHome(stage);
      return {
        kind: 'stepFailed',
        failure: stage.failure,
        reason,
        mayRetry: stage.retry !== null,
        mayGoBack,
        services,
      };
    }
    case 'stillThere': {
      const of = Math.round(policy.idleWarningMs / 1000);
      const secondsLeft = Math.max(0, Math.ceil((policy.idleWarningMs - sinceMs) / 1000));
      return { kind: 'stillThere', secondsLeft, of };
    }
    case 'staff':
      return { kind: 'staff', view: stage.view };
    case 'takeCard':
      return { kind: 'takeCard', afterMs: sinceMs, reason: stage.reason };
  }
}

function printShown({ print }: StageOf<'service' | 'policy'>, { hasPrinter }: SessionPolicy): ServicePrint {
  const { state, failure } = print ?? { state: 'idle', failure: null };
  return { state: state === 'none' || !hasPrinter ? 'off' : state, failure };
}

function shorten(reason: string | null): string | null {
  return reason === null ? null : [...reason].slice(0, 100).join('');
}

type PlainPrint = Extract<Screen, { kind: 'unknown' }>['print'];

/** Screens without a paper scene of their own know only that the slip is not out yet. */
function plainPrint(state: Extract<Screen, { kind: 'done' }>['print']): PlainPrint {
  return state === 'waitingForPaper' || state === 'waitingForCover' ? 'printing' : state;
}
