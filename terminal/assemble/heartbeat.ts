import { forgetLastMatch } from '../../common/kernel/last-match.ts';
import type { Clock } from '../../common/kernel/ports.ts';

/** What the terminal tells the shell of itself (shellLink.beat). */
export interface TerminalBeat {
  /** This process's monotonic clock, ms. */
  readonly at: number;
  readonly settlementOpen: boolean;
  /** Since a screen last proved that it shows what it should, ms; null: it never did. */
  readonly renderedAgoMs: number | null;
}

const BEAT_MS = 500;

/** Beats twice a second from now on, until the returned function is called. Each beat lets go of what was matched last. */
export function startHeartbeat(
  clock: Clock,
  state: () => Omit<TerminalBeat, 'at'>,
  send: (beat: TerminalBeat) => void,
): () => void {
  let cancel = (): void => {};
  const beat = (): void => {
    send({ at: clock.monotonic(), ...state() });
    forgetLastMatch();
    cancel = clock.after(BEAT_MS, beat);
  };
  beat();
  return () => cancel();
}
