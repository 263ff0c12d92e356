import type { Screen } from '../../../common/contracts/session/snapshot.ts';
import type { NetKind } from './kinds.ts';
import type { ClientOrder } from './order.ts';

export type Target = 'centre' | 'his' | 'operator';

/** One thing that goes wrong; `shrink` takes them away one by one. Times are ms of simulated time. */
export type Item =
  /** The `nth` request of this name meets `kind`. `ms`: how long, where the kind has a length. */
  | {
      readonly is: 'net';
      readonly target: Target;
      readonly key: string;
      readonly nth: number;
      readonly kind: NetKind;
      readonly ms: number;
    }
  | { readonly is: 'linkDown'; readonly target: Target; readonly at: number; readonly ms: number }
  /** The process dies at a commit: the `nth` of a boot, or the `nth` after the first intent. */
  | { readonly is: 'kill'; readonly when: 'before' | 'after'; readonly from: 'boot' | 'intent'; readonly nth: number }
  /** The process dies as the `nth` request of this name is on its way out, or as its answer comes in. */
  | { readonly is: 'killAt'; readonly when: 'sending' | 'answered'; readonly key: string; readonly nth: number }
  | {
      readonly is: 'refuse';
      readonly how: 'full' | 'io';
      readonly from: 'boot' | 'intent';
      readonly nth: number;
      readonly times: number;
    }
  | { readonly is: 'lowSpace'; readonly at: number; readonly ms: number }
  /** The wall clock is set by `by` ms. */
  | { readonly is: 'clock'; readonly at: number; readonly by: number }
  /** The machine sleeps: the wall clock goes on, timers do not, connections are gone. */
  | { readonly is: 'suspend'; readonly at: number; readonly ms: number }
  | { readonly is: 'print'; readonly nth: number; readonly how: 'offline' | 'unknown' | 'unknownPrinted' | 'slow' }
  /** The person of visit `visit` does this `ms` after the screen `at` came up. */
  | {
      readonly is: 'hand';
      readonly visit: number;
      readonly at: Screen['kind'];
      readonly does: 'cardOut' | 'cardSwapped' | 'doubleTap';
      readonly ms: number;
    }
  /** The answer to the `nth` request is lost, and the machine sleeps longer than the other side knows keys. */
  | { readonly is: 'keysForgotten'; readonly key: 'records' | 'settled'; readonly nth: number }
  /** A row of the `nth` batch is one that the operator will never take. */
  | { readonly is: 'poisonRow'; readonly nth: number }
  /** People go through the work-list while all this goes on. */
  | ({ readonly is: 'staff'; readonly at: number } & Staff)
  /** The day's books are compared with the centre's while all this goes on. */
  | { readonly is: 'reconcile'; readonly at: number }
  /** The journal is lost for good; `ms` later people begin another one in its place. */
  | { readonly is: 'journalLost'; readonly at: number; readonly ms: number }
  /** The centre gives the message id of the `nth` 2207 that it does two effects. */
  | { readonly is: 'twice'; readonly nth: number }
  | { readonly is: 'otherTerminal'; readonly at: number }
  /** Reader without a cable, device host or screen dead, or the journal's file unlinked and put back, for `ms`. */
  | {
      readonly is: 'away';
      readonly what: 'readerUnplugged' | 'hostDies' | 'screenDies' | 'journalGone';
      readonly at: number;
      readonly ms: number;
    }
  | { readonly is: 'secondInstance'; readonly at: number }
  /** A caller comes to the counter of the first terminal, whoever stands before its kiosk. */
  | ({ readonly is: 'client'; readonly at: number } & ClientOrder)
  /** Somebody comes to the kiosk to pay the first bill of this person. */
  | { readonly is: 'comes'; readonly at: number; readonly person: number }
  /** The card is taken out of the counter's reader and is back after `ms`. */
  | { readonly is: 'cardAway'; readonly at: number; readonly ms: number }
  /** What meets the `nth` commit that is about rows of this kind of the HIS API, and the `times - 1` after it. */
  | {
      readonly is: 'strike';
      readonly of: ApiRows;
      readonly how: 'before' | 'after' | 'full' | 'io';
      readonly nth: number;
      readonly times: number;
    };

/** A key that is begun, an answer that is kept under it, a notice that is written, one that is acknowledged. */
export type ApiRows = 'key' | 'answer' | 'notice' | 'told';

/** Who goes through the work-list, and how. */
export interface Staff {
  /** What they say wherever a row may be answered so; elsewhere whatever comes to their minds. */
  readonly says: 'anything' | 'void' | 'stands' | 'refund';
  /** What they do with a row of which they cannot say that. */
  readonly else: 'anything' | 'nothing';
  /** The number that they bring as evidence: the one on the list, one that is nobody's, or none. */
  readonly brings: 'seen' | 'wrong' | 'none';
  /** Two people, two pairs at the same time, or one who signs twice. */
  readonly who: 'two' | 'twoPairs' | 'one';
  /** Somebody comes to pay the first bill so long after, ms; null: nobody does. */
  readonly paysAfter: number | null;
  /** So long after they said that it stands, ms, the centre takes it back without a word; null: it does not. */
  readonly thenGone: number | null;
}

/** One person's coming to the terminal. */
export interface Visit {
  readonly person: number;
  readonly encounter: number;
  /** The person takes the account away from the payment, or gives it back, on the split screen. */
  readonly toggles: boolean;
  /** How often "try again" is pressed. */
  readonly retries: number;
  /** ms between a screen and the person's hand. */
  readonly thinks: number;
  /** At the result: the card is taken and the person goes, or stands there until the terminal ends it. */
  readonly leaves: 'atOnce' | 'slowly';
}

export interface Setting {
  readonly noFence: boolean;
  readonly deduplicate: boolean;
  readonly infcodeAs: 'string' | 'number';
  readonly notFoundAs: 'empty' | 'refusal';
  readonly accountInsideFunds: boolean;
  readonly queryNeedsSetlId: boolean;
  readonly pin: boolean;
  readonly printer: boolean;
  /** The journal is a file, for the kinds that memory cannot show. */
  readonly file: boolean;
  /** A new process opens the journal's pages anew, rather than finding them open. */
  readonly reopens: boolean;
  /** The first visit is prepared already when it begins. */
  readonly prepared: boolean;
  /** Whether the terminal is started anew before the books are read. */
  readonly restartsAtEnd: boolean;
  /** What is found settled after its session is given back at once. */
  readonly reverses: boolean;
  /** The day's books are compared with the centre's, at the end. */
  readonly reconciles: boolean;
  /** They are compared once more when everybody has gone: what the books say of it all is known by then. */
  readonly comparesLast: boolean;
  /** Two people go through the work-list, at the end. */
  readonly rules: boolean;
  /** Somebody comes for the first bill once more, at the very end. */
  readonly paysAgain: boolean;
  /** Fen on the persons' accounts. */
  readonly balance: number;
}

/** One schedule, whole: the same plan is the same run. */
export interface Plan {
  readonly seed: number;
  readonly setting: Setting;
  readonly visits: readonly Visit[];
  readonly items: readonly Item[];
}
