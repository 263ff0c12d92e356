import type { DeskLine } from '../../../common/contracts/desk/bill.ts';
import type { DayPage, DayQuery } from '../../../common/contracts/desk/day.ts';
import type { DeskIntent } from '../../../common/contracts/desk/intents.ts';
import type { RevealWhat } from '../../../common/contracts/desk/person.ts';
import type { DeskSnapshot } from '../../../common/contracts/desk/snapshot.ts';
import type { LinkStateOf } from '../../link/kept-link.ts';
import type { Revealed } from '../../link/screen-client.ts';

/** A window onto the lines of a bill. */
export interface LinesPage {
  readonly total: number;
  readonly lines: readonly DeskLine[];
}

/** What the desk's screen may ask of the terminal. Every call resolves; null or false where no good answer came. */
export interface DeskClient {
  /** Sends what the cashier wants; false: too late, not offered, or the link is down. */
  intent(version: number, intent: DeskIntent): Promise<boolean>;
  lines(from: number, count: number): Promise<LinesPage | null>;
  day(query: DayQuery): Promise<DayPage | null>;
  reveal(what: RevealWhat): Promise<Revealed | null>;
  /** Proves that the screen draws; `painted`: and that something stands on the glass. */
  rendered(frames: number, version: number, painted: boolean): void;
}

export interface DeskLinkStore extends DeskClient {
  /** For useSyncExternalStore. */
  state(): LinkStateOf<DeskSnapshot>;
  subscribe(listener: () => void): () => void;
}
