import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { ServerTime } from '../gateways/https.ts';
import type { Audit } from '../ports.ts';
import type { Alarm } from './alarm.ts';
import type { Backbone } from './backbone.ts';
import { type ClockVerdict, createClockWatch } from './clock-watch.ts';
import { watchTime } from './time-watch.ts';

export interface HealthDeps {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly alarm: Alarm;
  readonly backbone: Pick<Backbone, 'core' | 'inspect'>;
}

/** What the terminal notices of its own clock, of standing still, and of its journal's file. */
export interface Health {
  start(): void;
  stop(): void;
  /** An answer of the centre bore this time. */
  heard(time: ServerTime): void;
  /** Why nothing may be settled though the journal is open. */
  closed(): FailureCode | null;
  clock(): { readonly verdict: ClockVerdict; readonly skewMs: number };
}

export function createHealth({ clock, audit, alarm, backbone }: HealthDeps): Health {
  const watch = createClockWatch((code, skewMs) => {
    if (code === null) audit('clock.right', { skewMs });
    else alarm('clock.wrong', { code, skewMs }, code);
    // Behind, though nobody saw it set: it went back while this process did not run.
    if (skewMs < 0) backbone.core()?.outbox.wake(skewMs);
  });
  let stop = (): void => {};
  return {
    start() {
      stop = watchTime(clock, {
        jumped(ms) {
          audit('clock.jumped', { ms });
          watch.jumped(ms);
          backbone.core()?.outbox.wake(ms);
        },
        stalled(ms) {
          audit('terminal.resumed', { ms });
          backbone.core()?.outbox.wake();
        },
        beat: backbone.inspect,
      });
    },
    stop: () => stop(),
    heard: watch.heard,
    closed: () => (watch.verdict() === 'CLOCK_WRONG' ? 'CLOCK_WRONG' : null),
    clock: () => ({ verdict: watch.verdict(), skewMs: watch.skewMs() }),
  };
}

/** Whether a settlement's outcome is open; a journal that cannot say counts as one that has one. */
export function settlementOpen(backbone: Pick<Backbone, 'books'>): boolean {
  try {
    return (backbone.books()?.store.settlements.open().length ?? 0) > 0;
  } catch {
    return true;
  }
}
