import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Utterance } from '../speech/utterance.ts';
import type { LinkStateOf } from './kept-link.ts';

export interface FeeLine {
  readonly name: string;
  readonly level: 'A' | 'B' | 'C' | 'unknown';
  readonly count: string;
  readonly unit: string | null;
  readonly unitPrice: string;
  readonly amount: number;
  /** What of it the person pays before any fund is asked, fen; null: nothing, or nobody said. */
  readonly own: {
    readonly ownExpense: number;
    readonly overLimit: number;
    readonly advance: number;
    readonly inScope: number;
    /** Yuan per unit. */
    readonly limit: string | null;
    /** Per cent. */
    readonly share: string | null;
  } | null;
}

export interface FeePage {
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly FeeLine[];
}

/** The server sends at most this many fee lines a page (screenLink.feeLines). */
export const LINES_PER_PAGE = 8;

/** A value in clear for a moment, at the person's own press. */
export interface Revealed {
  readonly value: string;
  readonly validMs: number;
}

/** What the screen may ask of the terminal. Every call resolves; null or false where no good answer came. */
export interface ScreenClient {
  /** Sends what the person wants; false: too late, not offered, or the link is down. */
  intent(version: number, intent: Intent): Promise<boolean>;
  feeLines(page: number): Promise<FeePage | null>;
  reveal(what: 'name'): Promise<Revealed | null>;
  /** Says that somebody turned a page. */
  touched(): void;
  /** Has this said in place of what is being said; nothing: silence. */
  speak(utterances: readonly Utterance[]): void;
  /** Proves that the screen draws; `painted`: and that something stands on the glass. */
  rendered(frames: number, version: number, painted: boolean): void;
}

export type LinkState = LinkStateOf<Snapshot>;

export interface ScreenLinkStore extends ScreenClient {
  /** For useSyncExternalStore. */
  state(): LinkState;
  subscribe(listener: () => void): () => void;
}
