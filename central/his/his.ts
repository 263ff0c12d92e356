import type { z } from 'zod';
import type { hisDayApi } from '../../common/contracts/his/day.ts';
import type { hisApi } from '../../common/contracts/his/his.ts';
import type { HisBooking, HisSettlement, HisStore } from '../store/his-store.ts';
import { dayOf } from './day.ts';

type Out<K extends keyof typeof hisApi> = z.output<(typeof hisApi)[K]['out']>;
type In<K extends keyof typeof hisApi> = z.output<(typeof hisApi)[K]['in']>;

/** The hospital's rules behind `/his/v1/*`; no HTTP here. */
export interface His {
  unpaid(person: In<'unpaid'>): Out<'unpaid'>;
  hold(ask: In<'hold'>): Out<'hold'>;
  settled(report: In<'settled'>): Out<'settled'>;
  released(ask: In<'released'>): Out<'released'>;
  refunded(report: In<'refunded'>): Out<'refunded'>;
  query(ask: In<'query'>): Out<'query'>;
  day(ask: z.output<typeof hisDayApi.in>): z.input<typeof hisDayApi.out>;
}

/** How long a message id is known again, ms; null: for ever. */
export interface Memory {
  readonly now: () => number;
  readonly keyLifetimeMs: () => number | null;
}

function same(a: HisSettlement, b: HisSettlement): boolean {
  const facts = (s: HisSettlement) =>
    JSON.stringify([s.mdtrtId, s.setlId, s.settledAt, s.total, s.funds, s.hospital, s.account, s.cashDue]);
  return a.messageId === b.messageId && facts(a) === facts(b);
}

const FOR_EVER: Memory = { now: () => 0, keyLifetimeMs: () => null };

/**
 * `memory`: a HIS that knows message ids only for a time, as real ones may, takes a report that comes again after it for
 * a new one and books it twice. Its books and `query` forget nothing.
 */
export function createHis(store: HisStore, memory = FOR_EVER): His {
  const isForgotten = ({ bookedAt }: HisBooking): boolean => {
    const lifetime = memory.keyLifetimeMs();
    return lifetime !== null && memory.now() - bookedAt > lifetime;
  };
  /** The entry of a report that this is a repeat of, if it is remembered. */
  const known = (messageId: string, kind: HisBooking['kind']): HisBooking | null => {
    const entry = store.bookings(messageId).findLast((booking) => booking.kind === kind);
    return entry === undefined || isForgotten(entry) ? null : entry;
  };
  const book = (kind: HisBooking['kind'], report: Pick<HisBooking, 'encounterId' | 'messageId' | 'total'>): void => {
    const { encounterId, messageId, total } = report;
    store.book({ encounterId, messageId, kind, total, bookedAt: memory.now() });
  };

  return {
    /** Encounters of exactly this person (number and name) that are not paid; held ones are shown too. */
    unpaid({ identityNumber, name }) {
      const rows = store.byPerson(identityNumber.toUpperCase());
      const open = rows.filter((row) => row.name === name && row.settlement === null);
      return { identityNumber, encounters: open.map((row) => row.encounter).slice(0, 20) };
    },
    hold: ({ encounterId, holder }) =>
      store.atomically(() => {
        const row = store.find(encounterId);
        if (row === null) return { result: 'notFound' };
        if (row.settlement !== null) return { result: 'alreadySettled' };
        // A hold that arrives after its own release: whoever asked has gone.
        if (store.isReleased(holder)) return { result: 'heldElsewhere' };
        if (row.holder !== null && row.holder !== holder) return { result: 'heldElsewhere' };
        store.setHolder(encounterId, holder);
        return { result: 'held' };
      }),
    /**
     * The same report again is a duplicate. Money that moved is recorded also where the hold was lost meanwhile; only a
     * settlement against another holder, another one, or other amounts under the same message id is a conflict.
     */
    settled: (report) =>
      store.atomically(() => {
        const row = store.find(report.encounterId);
        if (row === null) return { result: 'notFound' };
        const { settlement } = row;
        if (settlement !== null && !same(settlement, report)) return { result: 'conflict' };
        if (known(report.messageId, 'settled') !== null) return { result: 'duplicate' };
        if (settlement === null && row.holder !== null && row.holder !== report.holder) return { result: 'conflict' };
        store.settle(report);
        book('settled', report);
        return { result: 'stored' };
      }),
    /** The settlement of this message is taken back, and the encounter is unpaid again. */
    refunded: (report) =>
      store.atomically(() => {
        const row = store.find(report.encounterId);
        if (row === null) return { result: 'notFound' };
        if (known(report.messageId, 'refunded') !== null) return { result: 'duplicate' };
        if (row.settlement?.messageId !== report.messageId) return { result: 'notSettled' };
        store.unsettle(report.encounterId);
        book('refunded', report);
        return { result: 'stored' };
      }),
    day: (ask) => dayOf(store, ask),
    query: ({ encounterId, messageId, holder }) => {
      const settlement = messageId === null ? undefined : store.bookings(messageId).at(-1)?.kind;
      const held = holder !== null && store.find(encounterId)?.holder === holder;
      return { settlement: settlement ?? 'unknown', held };
    },
    released: ({ encounterId, holder }) =>
      store.atomically(() => {
        const row = store.find(encounterId);
        if (row === null) return { result: 'notFound' };
        store.release(holder);
        if (row.settlement !== null) return { result: 'alreadySettled' };
        if (row.holder !== holder) return { result: 'notHeld' };
        store.setHolder(encounterId, null);
        return { result: 'released' };
      }),
  };
}
