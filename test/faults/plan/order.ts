/** A hospital's system by the name of its token. */
export type ClientName = 'his-a' | 'his-b';

/** Who stands at the counter: the desk's screens, or one of two systems. */
export type Caller = 'desk' | ClientName;

/** What a caller wants with a person's bill, and how it behaves. */
export interface ClientOrder {
  readonly caller: Caller;
  readonly person: number;
  /** The person's stay; else her first bill. */
  readonly stay: boolean;
  /** It bills; it gives back what somebody has settled of it; or it tries whatever one may try with another's bill. */
  readonly wants: 'bill' | 'giveBack' | 'meddle';
  /** Tells of a stay day by day before it bills it; a hospital's system also of a visit, step by step. */
  readonly byDays: boolean;
  /** Makes every call twice at the same time. */
  readonly asksTwice: boolean;
  /** How long it waits for the answer to a settlement, ms; then its connection is gone. */
  readonly patience: number;
  /** It is gone when the first answer comes, and its machine took it: nobody tells the terminal. */
  readonly deaf: boolean;
  /** After how long it asks again under the same key, ms; null: it never comes back. */
  readonly away: number | null;
  /** What it wants given back: nothing, all of it, or of a stay the settlement alone. */
  readonly refunds: 'nothing' | 'admission' | 'settlement';
  /** Bills with a line less what was given back. */
  readonly rebills: boolean;
  /**
   * With its quote in hand it undoes the discharge, tells of one line more, and discharges: never, before it settles that
   * quote all the same, or at the same moment.
   */
  readonly changes: 'never' | 'before' | 'beside';
}
