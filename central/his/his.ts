import type { z } from 'zod';
import type { hisApi } from '../../common/contracts/his/his.ts';
import type { HisSettlement, HisStore } from '../store/his-store.ts';

type Out<K extends keyof typeof hisApi> = z.output<(typeof hisApi)[K]['out']>;
type In<K extends keyof typeof hisApi> = z.output<(typeof hisApi)[K]['in']>;

/** The hospital's rules behind `/his/v1/*`; no HTTP here. */
export interface His {
  unpaid(person: In<'unpaid'>): Out<'unpaid'>;
  hold(ask: In<'hold'>): Out<'hold'>;
  settled(report: In<'settled'>): Out<'settled'>;
  released(ask: In<'released'>): Out<'released'>;
}

function same(a: HisSettlement, b: HisSettlement): boolean {
  const facts = (s: HisSettlement) =>
    JSON.stringify([s.mdtrtId, s.setlId, s.settledAt, s.total, s.funds, s.hospital, s.account, s.cashDue]);
  return a.messageId === b.messageId && facts(a) === facts(b);
}

export function createHis(store: HisStore): His {
  return {
    /** Encounters of exactly this person (number and name) that are not paid; held ones are shown too. */
    unpaid({ identityNumber, name }) {
      const rows = store.byPerson(identityNumber.toUpperCase());
      const open = rows.filter((row) => row.name === name && row.settlement === null);
      return { encounters: open.map((row) => row.encounter).slice(0, 20) };
    },
    hold: ({ encounterId, holder }) =>
      store.atomically(() => {
        const row = store.find(encounterId);
        if (row === null) return { result: 'notFound' };
        if (row.settlement !== null) return { result: 'alreadySettled' };
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
        if (row.settlement !== null) return { result: same(row.settlement, report) ? 'duplicate' : 'conflict' };
        if (row.holder !== null && row.holder !== report.holder) return { result: 'conflict' };
        store.settle(report);
        return { result: 'stored' };
      }),
    released: ({ encounterId, holder }) =>
      store.atomically(() => {
        const row = store.find(encounterId);
        if (row === null) return { result: 'notFound' };
        if (row.settlement !== null) return { result: 'alreadySettled' };
        if (row.holder !== holder) return { result: 'notHeld' };
        store.setHolder(encounterId, null);
        return { result: 'released' };
      }),
  };
}
