import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { Stage, StageKind, StageOf } from './stage.ts';

/** What one step allows, declared in one place and read by the reducer (DESIGN §4, Card removal). */
export interface Step {
  /**
   * `abort`: the session ends and is wiped. `finish`: it goes on to its result without the card. `ignore`: there is
   * no session that could end.
   */
  readonly onCardRemoved: 'abort' | 'finish' | 'ignore';
  /** What the person may want here. */
  readonly intents: readonly Intent['kind'][];
  /**
   * What idleness does: it ends the step, never without a warning that can be answered (WCAG 2.2.1), or nothing. Never
   * between confirm and result.
   */
  readonly idle: 'warn' | 'none';
  /** A running count of seconds is on the screen. */
  readonly counts: boolean;
}

export const steps: Readonly<Record<StageKind, Step>> = {
  idle: { onCardRemoved: 'ignore', intents: ['openPolicy', 'openLoss', 'openCheck'], idle: 'none', counts: false },
  reading: { onCardRemoved: 'abort', intents: [], idle: 'none', counts: true },
  cardProblem: { onCardRemoved: 'ignore', intents: ['end'], idle: 'none', counts: false },
  pin: { onCardRemoved: 'abort', intents: ['useLastTry', 'back', 'end'], idle: 'warn', counts: false },
  pinProblem: { onCardRemoved: 'abort', intents: ['changePin', 'end'], idle: 'warn', counts: false },
  pinChange: { onCardRemoved: 'abort', intents: ['useLastTry', 'back', 'end'], idle: 'warn', counts: false },
  pinChanging: { onCardRemoved: 'finish', intents: [], idle: 'none', counts: false },
  pinResult: { onCardRemoved: 'finish', intents: ['retry', 'end'], idle: 'none', counts: false },
  loss: { onCardRemoved: 'abort', intents: ['confirmLoss', 'retry', 'end'], idle: 'warn', counts: false },
  lossDone: { onCardRemoved: 'abort', intents: ['end'], idle: 'warn', counts: false },
  lookingUp: { onCardRemoved: 'abort', intents: ['end'], idle: 'none', counts: true },
  nothingUnpaid: { onCardRemoved: 'abort', intents: ['openHome', 'end'], idle: 'warn', counts: false },
  whoYouAre: { onCardRemoved: 'abort', intents: ['openVisit', 'openHome', 'end'], idle: 'warn', counts: false },
  asking: { onCardRemoved: 'abort', intents: ['back', 'end'], idle: 'none', counts: true },
  home: { onCardRemoved: 'abort', intents: ['openService', 'openPolicy', 'back', 'end'], idle: 'warn', counts: false },
  check: {
    onCardRemoved: 'abort',
    intents: ['typeCode', 'eraseCode', 'back', 'end'],
    idle: 'warn',
    counts: false,
  },
  policy: {
    onCardRemoved: 'abort',
    intents: ['openPolicy', 'printService', 'back', 'end'],
    idle: 'warn',
    counts: false,
  },
  service: {
    onCardRemoved: 'abort',
    intents: ['turnService', 'printService', 'changePin', 'withdrawLoss', 'declare', 'back', 'end'],
    idle: 'warn',
    counts: false,
  },
  visit: { onCardRemoved: 'abort', intents: ['acceptFees', 'back', 'end'], idle: 'warn', counts: false },
  preparing: { onCardRemoved: 'abort', intents: ['end'], idle: 'none', counts: true },
  split: {
    onCardRemoved: 'abort',
    intents: ['setUseAccount', 'acceptSplit', 'back', 'end'],
    idle: 'warn',
    counts: false,
  },
  confirm: { onCardRemoved: 'abort', intents: ['confirm', 'back', 'end'], idle: 'warn', counts: false },
  working: { onCardRemoved: 'finish', intents: [], idle: 'none', counts: true },
  done: {
    onCardRemoved: 'finish',
    intents: ['leavePrint', 'payAtWindow', 'nextVisit', 'end'],
    idle: 'none',
    counts: false,
  },
  notPaid: { onCardRemoved: 'finish', intents: ['retry', 'end'], idle: 'none', counts: false },
  unknown: { onCardRemoved: 'finish', intents: ['end'], idle: 'none', counts: false },
  stepFailed: { onCardRemoved: 'abort', intents: ['retry', 'openHome', 'back', 'end'], idle: 'warn', counts: false },
  stillThere: { onCardRemoved: 'abort', intents: ['stay', 'end'], idle: 'none', counts: true },
  staff: {
    onCardRemoved: 'ignore',
    intents: ['staffResolve', 'staffReport', 'staffCompare', 'staffPrint', 'staffSave', 'staffBack', 'staffEnd'],
    idle: 'none',
    counts: false,
  },
  takeCard: { onCardRemoved: 'ignore', intents: [], idle: 'none', counts: true },
};

/** A result screen: the outcome stands, the slip may still be on its way. */
export type ResultStage = StageOf<'done' | 'notPaid' | 'unknown' | 'pinResult'>;

export function isResult(stage: Stage): stage is ResultStage {
  return ['done', 'notPaid', 'unknown', 'pinResult'].includes(stage.kind);
}

/** A stage that no card session belongs to. */
function isCardless(stage: Stage): stage is StageOf<'idle' | 'staff' | 'loss' | 'lossDone' | 'check'> {
  return ['idle', 'staff', 'loss', 'lossDone', 'check'].includes(stage.kind);
}

/** The card session that the stage belongs to, or null at rest. */
export function stageGeneration(stage: Stage): number | null {
  if (isCardless(stage)) return null;
  if (stage.kind === 'stillThere') return stageGeneration(stage.back);
  if (stage.kind === 'policy') return stage.back === null ? null : stageGeneration(stage.back);
  return 'visitor' in stage ? stage.visitor.generation : stage.generation;
}

/** The same stage for another number of the same card (a new device host numbers anew). */
export function withGeneration(stage: Stage, generation: number): Stage {
  if (isCardless(stage)) return stage;
  if (stage.kind === 'stillThere') return { ...stage, back: withGeneration(stage.back, generation) };
  if (stage.kind === 'policy') return withHomeGeneration(stage, generation);
  return 'visitor' in stage ? { ...stage, visitor: { ...stage.visitor, generation } } : { ...stage, generation };
}

function withHomeGeneration(stage: StageOf<'policy'>, generation: number): StageOf<'policy'> {
  const { back } = stage;
  return back === null ? stage : { ...stage, back: { ...back, visitor: { ...back.visitor, generation } } };
}
