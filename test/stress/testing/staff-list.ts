import { labStaff, staffListOf } from '../../../simulator/lab/staff.ts';
import type { Booted } from './rig.ts';

export const LIST = staffListOf(labStaff);
/** Auditor and technician of that list. */
export const ADOPTION = { by: 'S001', second: 'S002', reason: '与中心对账完毕' };

/** A first list is put in force, as `importList` does it: without one, no journal can be begun beside a lost one. */
export function putListInForce({ backbone }: Booted): void {
  const store = backbone.people();
  if (store === null) throw new Error('no store');
  const how = { digest: 'd'.repeat(64), by: null, second: null, nowMs: 1 };
  store.transaction(() => store.staff.putInForce(LIST, how));
  backbone.keepStaff();
}
