import type { Clock } from '../../kernel/ports.ts';

/** A clock that a test moves by hand; timers fire inside `advance`. */
export function manualClock(): Clock & { advance(ms: number): void; pending(): number } {
  let now = 0;
  let timers: { readonly at: number; readonly fn: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => now,
    after(ms, fn) {
      const timer = { at: now + ms, fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((t) => t !== timer);
      };
    },
    advance(ms) {
      now += ms;
      const due = timers.filter((t) => t.at <= now);
      timers = timers.filter((t) => t.at > now);
      for (const timer of due) timer.fn();
    },
    pending: () => timers.length,
  };
}
