import { choseNothing } from './look.ts';
import { amend, begin, end, go, type Moment, type Move, stay } from './moves.ts';
import { isAnotherCardIn } from './other-card.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { Stage } from './stage.ts';
import { cardIn, type State } from './state.ts';
import { isResult, steps } from './steps.ts';

/** A result is on the glass this long at least before another card that is in already may take over. */
const NEXT_CARD_MS = 3000;
/** With the card gone and the paper out, the result wipes itself after this, or earlier where the profile says so. */
const WIPE_MS = 10_000;
/** That the card came out too early is said this long. */
const TORN_OUT_MS = 8000;
/** A card that nobody took is handed to the staff after this. */
const LEFT_MS = 30_000;
/** A new device host comes within this, or the terminal rests, out of service. */
const HOST_MS = 20_000;

function idleRule(stage: Stage): 'warn' | 'none' {
  // During an entry the pad itself keeps the time.
  if (stage.kind === 'pin' && stage.phase !== 'askLastTry') return 'none';
  if (stage.kind === 'pinChange' && stage.step !== 'askLastTry') return 'none';
  // The bureau is being asked; the question has a limit of its own.
  if (stage.kind === 'loss' && (stage.step === 'asking' || stage.step === 'reporting')) return 'none';
  if (stage.kind === 'check' && stage.op !== null) return 'none';
  return steps[stage.kind].idle;
}

/** When, in monotonic ms, the stage ends by itself; null where only an event ends it. */
export function endsAt(state: State, policy: SessionPolicy): number | null {
  const { stage } = state;
  if (stage.kind === 'stillThere') return state.since + policy.idleWarningMs;
  if (stage.kind === 'reading' && stage.held === 'host') return state.since + HOST_MS;
  if (isResult(stage)) return resultEndsAt(state, policy);
  // A language or a look chosen by somebody who walked away is not for the next one.
  if (stage.kind === 'cardProblem') return cardIn(state) ? null : state.since + TORN_OUT_MS;
  if (stage.kind === 'idle') return choseNothing(state) ? null : state.activeAt + policy.idleMs;
  if (stage.kind === 'takeCard') return stage.left ? null : state.since + LEFT_MS;
  return idleRule(stage) === 'none' ? null : state.activeAt + idleMs(state, policy);
}

/** Large letters and a voice take longer; whoever wants them is asked half as often. */
function idleMs({ look }: State, policy: SessionPolicy): number {
  const { theme, textSize, sound } = { ...policy.look, ...look };
  const slowly = theme === 'elder' || textSize !== 'normal' || sound;
  return slowly ? 2 * policy.idleMs : policy.idleMs;
}

function resultEndsAt(state: State, policy: SessionPolicy): number | null {
  const { stage } = state;
  if (!isResult(stage)) return null;
  if (isAnotherCardIn(state, stage)) return state.since + NEXT_CARD_MS;
  if (stage.print.op !== null || (stage.kind === 'done' && stage.collecting !== null)) return null;
  if (!cardIn(state)) return stage.quietSince + Math.min(policy.resultMs, WIPE_MS);
  // Whoever still touches the glass, or is being read to, has not read it to its end.
  return Math.max(stage.quietSince, state.activeAt) + policy.resultMs;
}

/** When the machine must be woken next: at an end, or at the next second of a count that is on the screen. */
export function nextWake(state: State, at: number, policy: SessionPolicy): number | null {
  const ends = endsAt(state, policy);
  const second = steps[state.stage.kind].counts ? at + 1000 - ((at - state.since) % 1000) : null;
  if (ends === null) return second;
  return second === null ? ends : Math.min(ends, second);
}

/** Time passed. */
export function onTick(state: State, { at, policy }: Moment): Move {
  const ends = endsAt(state, policy);
  if (ends === null || at < ends) return stay(state);
  const { stage } = state;
  if (stage.kind === 'idle') return stay({ ...state, locale: null, look: null });
  if (stage.kind === 'cardProblem') return begin(state, at);
  if (stage.kind === 'reading') return begin({ ...state, card: { kind: 'noReader' }, adopt: false }, at);
  if (isResult(stage)) return end(state, 'finished', at);
  if (stage.kind === 'takeCard') return amend(state, { ...stage, left: true });
  if (stage.kind === 'stillThere') return end(state, 'idle', at);
  return go(state, { kind: 'stillThere', back: stage }, at);
}
