import { auditOf } from './audit.ts';
import { onCard, onCardRead, onFault, onHostGone } from './card.ts';
import { onCertificateChecked } from './check.ts';
import { onCollected } from './collecting.ts';
import type { Effect, SessionEvent } from './events.ts';
import { onIntent } from './intents.ts';
import { choicesAfter, onHeadphones } from './look.ts';
import { onElectronicCard, onLossAsked } from './loss.ts';
import { type Moment, type Move, stay } from './moves.ts';
import { onPad, onPinEnded } from './pin.ts';
import { onPinChangeEnded, onPinChangeStep } from './pin-change.ts';
import { onPolicyAsked } from './policy.ts';
import { leftSuccess, onPrinted, onPrintProgress, onResolved, onSettleEnded, onSettleStep } from './result.ts';
import { mayPrint, onHomeAsked, onServiceAsked } from './services.ts';
import type { SessionPolicy } from './session-policy.ts';
import { lend, takeBack } from './staff.ts';
import type { Stage } from './stage.ts';
import type { State } from './state.ts';
import { steps } from './steps.ts';
import { onTick } from './time.ts';
import { onLookedUp, onPrepared, onPrepareStep } from './visit.ts';

/** What one event leads to. `accepted` answers an intent; it is true for every other event. */
export interface Turn {
  readonly state: State;
  readonly effects: readonly Effect[];
  readonly accepted: boolean;
}

function move(state: State, event: SessionEvent, moment: Moment): Move | null {
  switch (event.kind) {
    case 'card':
      return onCard(state, event.status, moment);
    case 'hostGone':
      return onHostGone(state, moment);
    case 'headphones':
      return onHeadphones(state, event, moment);
    case 'fault':
      return onFault(state, event, moment);
    case 'cardRead':
      return onCardRead(state, event, moment);
    case 'pad':
      return onPad(state, event.status, moment);
    case 'pinEnded':
      return onPinEnded(state, event, moment);
    case 'electronicCard':
      return onElectronicCard(state, event, moment);
    case 'lossAsked':
      return onLossAsked(state, event, moment);
    case 'pinChangeStep':
      return onPinChangeStep(state, event, moment);
    case 'pinChangeEnded':
      return onPinChangeEnded(state, event, moment);
    case 'lookedUp':
      return onLookedUp(state, event, moment);
    case 'homeAsked':
      return onHomeAsked(state, event, moment);
    case 'serviceAsked':
      return onServiceAsked(state, event, moment);
    case 'certificateChecked':
      return onCertificateChecked(state, event, moment);
    case 'policyAsked':
      return onPolicyAsked(state, event, moment);
    case 'prepareStep':
      return onPrepareStep(state, event);
    case 'prepared':
      return onPrepared(state, event, moment);
    case 'settleStep':
      return onSettleStep(state, event);
    case 'settleEnded':
      return onSettleEnded(state, event, moment);
    case 'resolved':
      return onResolved(state, event, moment);
    case 'collected':
      return onCollected(state, event, moment);
    case 'printProgress':
      return onPrintProgress(state, event);
    case 'printed':
      return onPrinted(state, event, moment);
    case 'intent':
      return onIntent(state, event.version, event.intent, moment);
    case 'lend':
      return lend(state, event.view, moment);
    case 'takeBack':
      return takeBack(state, moment);
    case 'touched':
      return stay({ ...state, activeAt: moment.at });
    case 'tick':
      return onTick(state, moment);
  }
}

/** What the person is being asked to decide; while it stays the same, a key pressed on an older count still counts. */
function offer(stage: Stage): string {
  switch (stage.kind) {
    case 'pin':
      return `pin ${stage.phase === 'askLastTry'}`;
    case 'loss':
      return `loss ${stage.step}`;
    case 'check':
      // Digits are typed faster than screens are drawn; what is told is another page.
      return `check ${stage.told === null}`;
    case 'pinChange':
      return `pinChange ${stage.step === 'askLastTry'}`;
    case 'split':
    case 'confirm':
      return `${stage.kind} ${stage.prepared.id} ${JSON.stringify(stage.prepared.split)} ${stage.prepared.useAccount}`;
    case 'service':
      // A second tap of the key that prints must not print twice, nor be lost where the first came to nothing.
      return `service ${stage.answer.service} ${mayPrint(stage)}`;
    case 'done':
      // A tap meant for "pay at the window" must not go on with the next bill.
      return `done ${stage.collection?.state ?? ''} ${stage.print.op === null}`;
    case 'policy':
      // A second tap on the key to the next sheet must not turn two.
      return `policy ${stage.view.at} ${mayPrint(stage)}`;
    case 'staff':
      // What is decided there changes with the view; a count of seconds or digits does not.
      return `staff ${stage.view.kind} ${stage.pressed}`;
    default:
      return stage.kind;
  }
}

/**
 * The session machine: one event, the next state, and what has to be done. Pure; `at` is monotonic ms and never
 * goes back. The version grows whenever the snapshot may look different.
 */
export function reduce(state: State, event: SessionEvent, at: number, policy: SessionPolicy): Turn {
  const turned = move(state, event, { at, policy });
  if (turned === null) return { state, effects: [], accepted: false };
  const moved = { ...turned, state: choicesAfter(state, turned.state) };
  const counts = event.kind === 'tick' && steps[moved.state.stage.kind].counts;
  const heard = moved.state.look !== state.look || moved.state.headphones !== state.headphones;
  const spoken = moved.state.locale !== state.locale || heard;
  const seen = moved.state.stage !== state.stage || moved.state.card !== state.card || spoken;
  const changed = counts || seen || moved.state.fault !== state.fault || moved.state.hostUp !== state.hostUp;
  if (!changed) return { ...moved, accepted: true };
  const version = state.version + 1;
  const entered = moved.state.since !== state.since || offer(moved.state.stage) !== offer(state.stage);
  const offerSince = entered ? version : state.offerSince;
  const next = { ...moved.state, version, offerSince };
  return {
    state: next,
    effects: [...moved.effects, ...leftSuccess(state, next), ...auditOf(state, next)],
    accepted: true,
  };
}
