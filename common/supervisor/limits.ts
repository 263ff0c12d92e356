/** Times of the supervision, ms. Each promise "back in 10 s" is: noticed + `restartAfter` + the part's own start. */
export interface Limits {
  /** How often the parts are judged. */
  readonly tickMs: number;
  /** A terminal that has not beaten for this long hangs. It beats twice a second. */
  readonly silentMs: number;
  /** A screen without proof of drawn frames for this long is blank. It proves once a second. */
  readonly blankMs: number;
  /** How long a part may take from its start until it serves (screen: until its first proof). */
  readonly startMs: Readonly<Record<PartName, number>>;
  /** A screen has this long to find a terminal that came back, before its silence counts again. */
  readonly reconnectMs: number;
  /** For so long an open settlement protects a part that still answers; a recovery may take hours. */
  readonly settlementMs: number;
  /** A pause of the supervisor itself (suspended, starved) beyond this is taken off everybody's silence. */
  readonly asleepMs: number;
  /** So many crashes of one part within `windowMs` end the restarts. */
  readonly crashes: number;
  readonly windowMs: number;
}

export type PartName = 'terminal' | 'host' | 'screen';

export const LIMITS: Limits = {
  tickMs: 500,
  silentMs: 4000,
  blankMs: 3500,
  startMs: { terminal: 20_000, host: 20_000, screen: 15_000 },
  reconnectMs: 5000,
  settlementMs: 180_000,
  asleepMs: 1500,
  crashes: 5,
  windowMs: 600_000,
};

/** Wait before the restart that follows the nth crash within the window (from 1), ms: 0, 500, 1000, 2000. */
export function restartAfter(crash: number): number {
  return crash <= 1 ? 0 : Math.min(2000, 500 * 2 ** (crash - 2));
}
