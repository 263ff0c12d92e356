import type { DayPage, DayQuery, DayRow, DayState } from '../../../common/contracts/desk/day.ts';
import { formatDate } from '../../../common/kernel/dates.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { Billing, BillState } from '../../billing/port.ts';
import type { DayListRow, DayStanding, HisDayState } from '../../store/day-list.ts';
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
  const betterOf = (encounterId: string): DayState | null => {
    const standing = billing.standing(encounterId);
    return standing.ok ? BETTER[standing.value.state] : null;
  };
  /** Where the encounters of the day stand that the journal knows better; a filter and a row must not say two things. */
  const standingsOf = (dayList: Store['dayList'], day: string): ReadonlyMap<string, DayState> =>
    new Map(
      dayList.prepared(day).flatMap(({ encounterId, plainlySettled }) => {
        const better = plainlySettled ? 'settled' : betterOf(encounterId);
        return better === null ? [] : [[encounterId, better] as const];
      }),
    );
  const standing = (state: DayState, better: ReadonlyMap<string, DayState>): DayStanding => ({
    his: isHisState(state) ? state : null,
    not: [...better.keys()].filter((id) => better.get(id) !== state),
    also: [...better.keys()].filter((id) => better.get(id) === state),
  });
  const view = (row: DayListRow): DayRow => {
    const better = betterOf(row.encounterId);
    const { encounterId, number, at, name, department, caseKind, total } = row;
    return { encounterId, number, at, name, department, caseKind, total, state: better ?? row.state };
  };
  return {
    page({ text, state, from, count }: DayQuery): DayPage {
      const open = store();
      if (open === null) return EMPTY;
      const day = today();
      const { dayList } = open;
      const words = typedWords(text);
      const filter = { words, standing: state === null ? null : standing(state, standingsOf(dayList, day)) };
      const everything = { words: [], standing: null };
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
      const day = today();
      const unpaid = { words: [], standing: standing('unpaid', standingsOf(open.dayList, day)) };
      const next = open.dayList.page(day, { ...unpaid, from: 0, count: 3 });
      return {
        waiting: open.dayList.fits(day, unpaid),
        next: next.map(({ number, encounterId, name }) => ({ number: number ?? encounterId.slice(-4), name })),
      };
    },
  };
}
