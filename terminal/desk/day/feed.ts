import type { HisDayRow } from '../../../common/contracts/his/day.ts';
import { formatDate } from '../../../common/kernel/dates.ts';
import { maskName } from '../../../common/kernel/masking.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { HisDay } from '../../gateways/his/port.ts';
import { yuan } from '../../session/visit-view.ts';
import type { Store } from '../../store/store.ts';
import { wordsOf } from './words.ts';

export interface FeedDeps {
  readonly clock: Clock;
  readonly his: () => HisDay | null;
  readonly store: () => Pick<Store, 'transaction' | 'dayList'> | null;
  /** Rows came, or the hospital said that nothing is new. */
  readonly changed: () => void;
  readonly report: (what: string, cause: unknown) => void;
}

/** How often the hospital is asked what is new, ms. A page that is full is followed by the next at once. */
const EVERY_MS = 15_000;
/** Days that have passed are kept as long as somebody may still look for yesterday's. */
const KEPT_MS = 2 * 86_400_000;

/** Reads the hospital's encounters of the day into the journal, from where it stopped; one question at a time. */
export function createDayFeed({ clock, his, store, changed, report }: FeedDeps) {
  let cancel = (): void => {};
  let stopped = false;
  let asking = false;

  const take = (
    open: NonNullable<ReturnType<FeedDeps['store']>>,
    day: string,
    rows: readonly HisDayRow[],
    cursor: string,
  ): void => {
    open.transaction(() => {
      for (const row of rows) {
        const { encounterId, number, initials, visitedAt: at, department, medicalType: caseKind, state } = row;
        const maskedName = maskName(unwrapPii(row.name));
        const kept = { encounterId, number, at, name: maskedName, department, caseKind, total: yuan(row.total), state };
        open.dayList.put(day, kept, wordsOf({ encounterId, number, initials, maskedName }));
      }
      open.dayList.setAsked(day, cursor, clock.now());
      open.dayList.forgetBefore(formatDate(clock.now() - KEPT_MS));
    });
  };

  const ask = async (): Promise<void> => {
    for (let more = true; more && !stopped; ) {
      const [open, gateway] = [store(), his()];
      if (open === null || gateway === null) return;
      const day = formatDate(clock.now());
      const answer = await gateway.day(day, open.dayList.asked(day)?.cursor ?? null);
      if (!answer.ok || stopped) return;
      take(open, day, answer.value.encounters, answer.value.cursor);
      more = answer.value.more;
      changed();
    }
  };

  const tick = (): void => {
    if (stopped) return;
    if (!asking) {
      asking = true;
      void ask()
        .catch((cause: unknown) => report('the day list', cause))
        .finally(() => {
          asking = false;
        });
    }
    cancel = clock.after(EVERY_MS, tick);
  };

  return {
    start: tick,
    stop(): void {
      stopped = true;
      cancel();
    },
  };
}
