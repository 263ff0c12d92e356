import type { Screen, Snapshot } from '../../common/contracts/session/snapshot.ts';

/**
 * `ask`: somebody is asked whether she is still there. `card`: the card is to be taken. `alarm`: it was not, and is about
 * to be left behind. All three are heard in the hall and say nothing of anybody.
 */
export type Signal = 'ask' | 'card' | 'alarm';

/** A signal and which one it is since its screen came: each is heard once. */
export interface Due {
  readonly signal: Signal;
  readonly nth: number;
}

/** The warning is heard when it comes, and again while somebody could still answer it. */
const ASK_EVERY_MS = 10_000;
/** The card is asked for when it may be taken, and once more. */
const CARD_EVERY_MS = 5000;
/** A card that nobody took after this is being forgotten: the words on the glass grow stronger too. */
export const LATE_MS = 10_000;
const ALARM_EVERY_MS = 4000;
/** Whoever has not come back by then is out of hearing, and the hall has heard enough. */
const ALARM_MOST_MS = 300_000;

/** Screens that are over but for the card, which stands in the slot still. */
const ENDED: ReadonlySet<Screen['kind']> = new Set(['takeCard', 'cardProblem']);
/** Screens that ask for the card first, then the paper. */
const RESULTS: ReadonlySet<Screen['kind']> = new Set(['done', 'notPaid', 'unknown', 'pinResult']);

/** Which signal is due now. `shownMs`: how long this screen has stood here. Null: none. */
export function dueOf({ screen, cardIn }: Pick<Snapshot, 'screen' | 'cardIn'>, shownMs: number): Due | null {
  if (screen.kind === 'stillThere') {
    const pastMs = (screen.of - screen.secondsLeft) * 1000 + shownMs;
    return { signal: 'ask', nth: Math.floor(pastMs / ASK_EVERY_MS) };
  }
  if (!cardIn || isBusy(screen)) return null;
  if (RESULTS.has(screen.kind)) return { signal: 'card', nth: 0 };
  if (!ENDED.has(screen.kind)) return null;
  const pastMs = (screen.kind === 'takeCard' ? screen.afterMs : 0) + shownMs;
  if (pastMs < LATE_MS) return { signal: 'card', nth: Math.floor(pastMs / CARD_EVERY_MS) };
  const lateMs = pastMs - LATE_MS;
  return lateMs < ALARM_MOST_MS ? { signal: 'alarm', nth: Math.floor(lateMs / ALARM_EVERY_MS) } : null;
}

/** Settled, and the rest is being paid at the cashier beside: nobody is to leave yet. */
function isBusy(screen: Screen): boolean {
  return screen.kind === 'done' && (screen.collection?.state === 'asking' || screen.collection?.state === 'stopping');
}
