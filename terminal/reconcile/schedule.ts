import { formatDate, formatDateTime, parseDateTime } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';

const DAY_MS = 86_400_000;
/** Days that a terminal which stood still makes up for; what is older, a person asks for by name. */
const CATCH_UP_DAYS = 7;
/** How often the wall clock is looked at: it may jump, so no long wait is trusted. */
const LOOK_MS = 60_000;
/** After a day that could not be compared. */
const AGAIN_MS = 15 * 60_000;

/** `day` plus `days`. */
export function dayAfter(day: string, days = 1): string {
  return formatDate((parseDateTime(`${day} 12:00:00`) ?? 0) + days * DAY_MS);
}

/** The days up to yesterday that are due, oldest first: none before the first that has anything in it. */
export function dueDays(nowMs: number, first: string | null, isDone: (day: string) => boolean): readonly string[] {
  const today = formatDate(nowMs);
  if (first === null || first >= today) return [];
  const days: string[] = [];
  for (let day = dayAfter(today, -CATCH_UP_DAYS); day < today; day = dayAfter(day)) {
    if (day >= first && !isDone(day)) days.push(day);
  }
  return days;
}

export interface DailyDeps {
  readonly clock: Clock;
  /** "02:30", China time. */
  readonly at: string;
  /** Nobody stands at the terminal. */
  readonly idle: () => boolean;
  readonly due: () => readonly string[];
  /** Compares a day; false where it has to be tried again later. Never throws. */
  readonly run: (day: string) => Promise<boolean>;
}

/** Compares every due day once a day, from its hour on, one after the other, until stopped. */
export function startDaily({ clock, at, idle, due, run }: DailyDeps): () => void {
  let stopped = false;
  let cancel = (): void => {};
  const later = (ms: number): void => {
    if (!stopped) cancel = clock.after(ms, look);
  };
  const work = async (): Promise<number> => {
    if (formatDateTime(clock.now()).slice(11, 16) < at) return LOOK_MS;
    for (const day of due()) {
      if (stopped || !idle()) return LOOK_MS;
      if (!(await run(day))) return AGAIN_MS;
    }
    return LOOK_MS;
  };
  const look = (): void => {
    work().then(later, () => later(AGAIN_MS));
  };
  later(LOOK_MS);
  return () => {
    stopped = true;
    cancel();
  };
}
