/** What the site decides about the desk. */
export interface DeskPolicy {
  readonly hasPrinter: boolean;
  readonly hasCashier: boolean;
  /** The first pre-settlement asks with the account allowed to pay. */
  readonly accountFirst: boolean;
  /** 就医地 of the desk, 6 digits. */
  readonly division: string;
  /** After this the outcome of a settlement is told as unknown, ms. */
  readonly limitMs: number;
}
