import type { z } from 'zod';
import type { hisDayApi } from '../../common/contracts/his/day.ts';
import type { HisStore } from '../store/his-store.ts';
import { initialsOf } from './initials.ts';

/** An answer has at most this many rows. */
const PAGE = 500;

/** What has changed of a day since the cursor, which counts every change of an encounter. */
export function dayOf(
  store: Pick<HisStore, 'changed' | 'bookings'>,
  { day, cursor }: z.output<typeof hisDayApi.in>,
): z.input<typeof hisDayApi.out> {
  const after = cursor === null || !/^\d{1,15}$/.test(cursor) ? 0 : Number(cursor);
  const changes = store.changed(after, PAGE);
  const last = changes.at(-1)?.seq ?? after;
  const refunded = new Set(
    store
      .bookings()
      .filter(({ kind }) => kind === 'refunded')
      .map(({ encounterId }) => encounterId),
  );
  return {
    encounters: changes
      .filter(({ row }) => row.encounter.visitedAt.startsWith(day))
      .map(({ row: { encounterId, name, encounter, holder, settlement } }) => ({
        ...{ encounterId, number: encounterId.replace(/\D/g, '').slice(-4) || null, name, initials: initialsOf(name) },
        ...{ visitedAt: encounter.visitedAt, department: encounter.department.name },
        ...{ medicalType: encounter.medicalType, total: encounter.total },
        state: stateOf(holder, settlement !== null, refunded.has(encounterId)),
      })),
    cursor: String(last),
    more: changes.length === PAGE,
  };
}

function stateOf(holder: string | null, settled: boolean, refunded: boolean) {
  if (settled) return 'settled' as const;
  if (holder !== null) return 'held' as const;
  return refunded ? ('refunded' as const) : ('unpaid' as const);
}
