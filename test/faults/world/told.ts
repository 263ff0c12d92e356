import type { Caller, ClientName } from '../plan/order.ts';

/** What desk and clients at the counter were told, for the judge: their side of it, whatever the journal holds. */

/** Something that a caller was told about money. */
export interface Told {
  readonly at: number;
  readonly caller: Caller;
  /** The key that was asked under; null: none. */
  readonly key: string | null;
  /** By the answer to its own wish, by a notice, or because it read the bill. */
  readonly how: 'answer' | 'notice' | 'reading';
  /**
   * `settled`: of an answer it means that the cash is collected. `refused`: that it may try anew. `people`: that they
   * decide. `shown`: nothing but its number.
   */
  readonly what: 'settled' | 'refunded' | 'refused' | 'people' | 'unknown' | 'shown';
  readonly encounterId: string;
  readonly messageId: string | null;
  /** Yuan text, where it was told. */
  readonly total: string | null;
  readonly cash: string | null;
  /** At that moment the centre had it, and nothing had been begun that gives it back. */
  readonly stands: boolean;
}

/** A settlement that was begun, and who had asked for it at that moment. */
export interface Made {
  readonly at: number;
  readonly terminal: number;
  readonly messageId: string;
  readonly encounterId: string;
  /** `kiosk`: nobody at the counter; null: more than one of them. */
  readonly caller: Caller | 'kiosk' | null;
  readonly key: string | null;
}

/** A caller was let do something to a registration at the centre. */
export interface Done {
  readonly at: number;
  readonly caller: Caller;
  readonly verb: string;
  readonly encounterId: string;
  readonly mdtrtId: string;
}

export interface CounterEvidence {
  readonly told: Told[];
  readonly made: Made[];
  readonly done: Done[];
  /** Under these keys their client still has to hear an end when all is over; of those that never came back it has none. */
  readonly open: { readonly caller: ClientName; readonly key: string; readonly people: boolean }[];
  /** Whose books are complete, as far as they know. */
  readonly closed: Caller[];
  /** How often a client had no answer, and how often one came of an earlier asking. */
  unanswered: number;
  replayed: number;
}

export function newCounterEvidence(): CounterEvidence {
  return { told: [], made: [], done: [], open: [], closed: [], unanswered: 0, replayed: 0 };
}
