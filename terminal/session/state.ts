import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Look } from '../../common/contracts/session/look.ts';
import type { Locale } from '../../common/contracts/session/snapshot.ts';
import type { Stage } from './stage.ts';

/** `op` numbers the read (0: none is under way), `generation` the card session; `attempt` counts the reads. */
export interface CardProof {
  readonly op: number;
  readonly generation: number;
  readonly attempt: number;
}

/** The session machine's whole state. Times are monotonic ms. */
export interface State {
  readonly stage: Stage;
  /** When the stage began. */
  readonly since: number;
  /** The person's last sign of life. */
  readonly activeAt: number;
  readonly card: CardStatus;
  readonly hostUp: boolean;
  /** The host went while the own card was in: what the next one finds there may be the same card under another number. */
  readonly adopt: boolean;
  /** Such a card is being read: until it has proved to be the own one it is nobody's, and nothing goes on for it. */
  readonly proof: CardProof | null;
  /** The language that this person chose; null: the site's. It ends with the session. */
  readonly locale: Locale | null;
  /** What this person changed of the site's look; null: nothing. It ends with the session too. */
  readonly look: Partial<Look> | null;
  /** Whether headphones are in; null: no device host has said, or none can. */
  readonly headphones: boolean | null;
  /** Why no session may begin (the store, say), or null. */
  readonly fault: FailureCode | null;
  /** The print effect that still runs, of this session or of the one before. */
  readonly printing: number | null;
  /** The last effect number given out. */
  readonly op: number;
  /** Number of the newest snapshot, and of the first that offered what the screen now offers. */
  readonly version: number;
  readonly offerSince: number;
}

/** The state of a terminal that has just started: no host yet, nobody there. */
export function initialState(at: number): State {
  return {
    stage: { kind: 'idle' },
    since: at,
    activeAt: at,
    card: { kind: 'noReader' },
    hostUp: false,
    adopt: false,
    proof: null,
    locale: null,
    look: null,
    headphones: null,
    fault: null,
    printing: null,
    op: 0,
    version: 0,
    offerSince: 0,
  };
}

/** The number of the card session in the reader, or null where no card is in. Two cards at once count as −1. */
export function generationOf(card: CardStatus): number | null {
  if (card.kind === 'present' || card.kind === 'mute') return card.generation;
  return card.kind === 'tooMany' ? -1 : null;
}

/** Whether anything stands in a slot. */
export function cardIn(state: State): boolean {
  return generationOf(state.card) !== null;
}
