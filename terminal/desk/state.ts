import type { DeskHead } from '../../common/contracts/desk/snapshot.ts';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PinPadStatus } from '../../common/contracts/devices/pin-pad.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Look } from '../../common/contracts/session/look.ts';
import type { Locale } from '../../common/contracts/session/snapshot.ts';
import type { Stage } from './stage.ts';

/** What the head of every screen says that is asked of journal and hospital from time to time. */
export type Facts = Pick<DeskHead, 'centre' | 'shift' | 'work' | 'queue'>;

/** The desk machine's whole state. Times are monotonic ms. */
export interface State {
  readonly stage: Stage;
  readonly since: number;
  readonly card: CardStatus;
  readonly pad: PinPadStatus;
  readonly printer: DeskHead['printer'];
  readonly hostUp: boolean;
  /** Why nothing can be billed, or null. */
  readonly fault: FailureCode | null;
  readonly facts: Facts;
  /** The card session that was let go of: the same card is read again by F2 alone. */
  readonly leftCard: number | null;
  readonly locale: Locale | null;
  readonly look: Partial<Look> | null;
  readonly op: number;
  readonly version: number;
  /** The first snapshot that offered what the screen now offers. */
  readonly offerSince: number;
}

export function initialState(at: number): State {
  return {
    stage: { kind: 'shut', op: null, failure: null },
    since: at,
    card: { kind: 'noReader' },
    pad: { kind: 'offline' },
    printer: 'offline',
    hostUp: false,
    fault: null,
    facts: {
      centre: { state: 'untried', answerMs: null },
      shift: null,
      work: { open: 0, unknown: 0 },
      queue: { waiting: 0, next: [] },
    },
    leftCard: null,
    locale: null,
    look: null,
    op: 0,
    version: 0,
    offerSince: 0,
  };
}

/** The card session in the reader, or null where no card can be read. */
export function generationOf({ card }: Pick<State, 'card'>): number | null {
  return card.kind === 'present' ? card.generation : null;
}
