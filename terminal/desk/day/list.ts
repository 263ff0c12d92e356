import type { DayPage, DayQuery, DayRow, DayState } from '../../../common/contracts/desk/day.ts';
import { formatDate } from '../../../common/kernel/dates.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { Billing, BillState } from '../../billing/port.ts';
import type { DayListRow, HisDayState } from '../../store/day-list.ts';
import type { Store } from '../../store/store.ts';
import { typedWords } from './words.ts';

export interface DayDeps {
  readonly clock: Clock;
  readonly store: () => Pick<Store, 'dayList'> | null;
  readonly billing: Pick<Billing, 'standing'>;
}

/** What this terminal knows better than the hospital. */
const BETTER: Readonly<Record<BillState, DayState | null>> = {
  none: null,
  prepared: 'held',
  settling: 'settling',
  unknown: 'unknown',
  settled: 'settled',
  refunding: 'refunding',
  refunded: 'refunded',
  people: 'people',
};

const HIS_STATES: readonly DayState[] = ['unpaid', 'held', 'settled', 'refunded'] satisfies readonly HisDayState[];

function isHisState(state: DayState): state is HisDayState {
  return HIS_STATES.includes(state);
}

const EMPTY: DayPage = { fits: 0, total: 0, from: 0, rows: [], asOf: null };

/** The day list in windows: from the indexed rows of the journal, with what the journal knows better on top. */
export function createDayList({ clock, store, billing }: DayDeps) {
  const today = (): string => formatDate(clock.now());
  const view = (row: DayListRow): DayRow => {
    const standing = billing.standing(row.encounterId);
    const better = standing.ok ? BETTER[standing.value.state] : null;
    const { encounterId, number, at, name, department, caseKind, total } = row;
    return { encounterId, number, at, name, department, caseKind, total, state: better ?? row.state };
  };
  return {
    page({ text, state, from, count }: DayQuery): DayPage {
      const open = store();
      if (open === null) return EMPTY;
      const day = today();
      const { dayList } = open;
      // What only this terminal knows of (unknown, settling, people) stands on the work-list; here it filters nothing out.
      const filter = { words: typedWords(text), state: state !== null && isHisState(state) ? state : null };
      const everything = { words: [], state: null };
      return {
        fits: dayList.fits(day, filter),
        total: dayList.fits(day, everything),
        from,
        rows: dayList.page(day, { ...filter, from, count }).map(view),
        asOf: dayList.asked(day)?.at ?? null,
      };
    },
    /** The unpaid that come next, for the foot of every screen. */
    queue() {
      const open = store();
      if (open === null) return { waiting: 0, next: [] };
      const [day, unpaid] = [today(), { words: [], state: 'unpaid' as const }];
      const next = open.dayList.page(day, { ...unpaid, from: 0, count: 3 });
      return {
        waiting: open.dayList.fits(day, unpaid),
        next: next.map(({ number, encounterId, name }) => ({ number: number ?? encounterId.slice(-4), name })),
      };
    },
  };
}
