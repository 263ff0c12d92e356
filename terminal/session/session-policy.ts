import type { Look } from '../../common/contracts/session/look.ts';

/** What the site profile decides about a session. Times in ms. */
export interface SessionPolicy {
  readonly pinBeforeAccount: boolean;
  readonly accountFirst: boolean;
  readonly hasPad: boolean;
  readonly hasPrinter: boolean;
  /** Services beside the payment are offered here. */
  readonly hasServices: boolean;
  /** Something at this terminal reads electronic cards and hands their tokens over. */
  readonly hasElectronicCard: boolean;
  /** There are policy pages to read. */
  readonly hasPolicies: boolean;
  /** An external cashier is asked for the cash part, so long; null: there is none. */
  readonly collectMs: number | null;
  /** How the screens look and sound for somebody who has chosen nothing. */
  readonly look: Look;
  /** 就医地医保区划 of this place. */
  readonly division: string;
  /** Twice as long for who reads large letters or listens. */
  readonly idleMs: number;
  readonly idleWarningMs: number;
  readonly personLimitMs: number;
  readonly resultMs: number;
}
