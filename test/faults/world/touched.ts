import type { RefundRow } from '../../../terminal/store/refunds.ts';
import type { SettlementChange } from '../../../terminal/store/settlements.ts';
import type { Store } from '../../../terminal/store/store.ts';
import type { ApiRows } from '../plan/plan.ts';
import type { Point } from './points.ts';

/** What a commit is for, and the points before and after it. */
const POINTS_OF = {
  intent: ['P0', 'P1'],
  answer: ['P6', 'P7'],
  fence: ['P13', 'P13'],
  printBegun: ['P8', 'P8'],
  printEnded: ['P10', 'P10'],
  claim: ['P11', 'P11'],
  mark: ['P12', 'P11'],
} as const satisfies Record<string, readonly [Point, Point]>;

function purposeOf(from: string, to: string | undefined): 'answer' | 'fence' | null {
  if (from === 'fencing' || to === 'fencing') return 'fence';
  return from === 'intended' || to === 'settled' ? 'answer' : null;
}

/** Whoever is told of what a transaction wrote, once it is committed; of an intent at once. */
export interface Told {
  readonly onIntent: () => void;
  /** A settlement was begun, by its number. */
  readonly onMade: (id: number) => void;
  readonly onChange: (id: number, change: SettlementChange, from: string | null) => void;
  /** A refund was begun, or taken up once more. */
  readonly onRefund: (refund: Pick<RefundRow, 'settlementId' | 'by'>) => void;
}

/** What the open transaction has touched, as far as a point or the judge goes. */
export interface Touched {
  /** The same rows; what is written through them is noted. */
  readonly rows: Pick<Store, 'settlements' | 'refunds' | 'prints' | 'outbox' | 'clientKeys' | 'clientNotices'>;
  /** A transaction begins: nothing is noted yet. */
  reset(): void;
  /** It is committed: whoever waits for that is told. */
  tell(): void;
  /** Where something strikes that strikes this commit, before (0) or after (1) it. */
  points(which: 0 | 1): readonly Point[];
  /** The rows of the HIS API that it is about. */
  readonly api: ReadonlySet<ApiRows>;
  /** The message whose answer it was to keep, or null. */
  answer(): string | null;
}

export function touchedRows(real: Store, told: Told): Touched {
  const purposes = new Set<keyof typeof POINTS_OF>();
  const api = new Set<ApiRows>();
  let changes: (() => void)[] = [];
  let answered: string | null = null;
  return {
    rows: {
      settlements: {
        ...real.settlements,
        insert(row) {
          told.onIntent();
          purposes.add('intent');
          const id = real.settlements.insert(row);
          changes.push(() => told.onMade(id));
          return id;
        },
        change(id, change, nowMs) {
          const before = change.state === undefined ? null : real.settlements.get(id);
          const from = before?.state ?? null;
          const what = from === null ? null : purposeOf(from, change.state);
          if (what !== null) purposes.add(what);
          if (what === 'answer') answered = before?.messageId ?? null;
          real.settlements.change(id, change, nowMs);
          changes.push(() => told.onChange(id, change, from));
        },
      },
      refunds: {
        ...real.refunds,
        insert(row) {
          changes.push(() => told.onRefund(row));
          return real.refunds.insert(row);
        },
        change(id, change, nowMs) {
          real.refunds.change(id, change, nowMs);
          const { order } = change;
          const taken = order === undefined ? null : real.refunds.get(id);
          if (taken !== null) changes.push(() => told.onRefund(taken));
        },
      },
      prints: {
        ...real.prints,
        insert(row) {
          purposes.add('printBegun');
          return real.prints.insert(row);
        },
        finish(jobId, outcome, nowMs) {
          purposes.add('printEnded');
          return real.prints.finish(jobId, outcome, nowMs);
        },
      },
      outbox: {
        ...real.outbox,
        claim(...asked) {
          purposes.add('claim');
          return real.outbox.claim(...asked);
        },
        finish(...asked) {
          purposes.add('mark');
          return real.outbox.finish(...asked);
        },
      },
      clientKeys: {
        ...real.clientKeys,
        insert(row) {
          api.add('key');
          return real.clientKeys.insert(row);
        },
        answer(...told) {
          api.add('answer');
          return real.clientKeys.answer(...told);
        },
      },
      clientNotices: {
        ...real.clientNotices,
        insert(row) {
          api.add('notice');
          return real.clientNotices.insert(row);
        },
        ack(...asked) {
          api.add('told');
          return real.clientNotices.ack(...asked);
        },
      },
    },
    reset() {
      purposes.clear();
      api.clear();
      changes = [];
    },
    tell() {
      for (const one of changes) one();
    },
    points: (which) => [...purposes].map((what) => POINTS_OF[what][which]),
    api,
    answer: () => (purposes.has('answer') ? answered : null),
  };
}
