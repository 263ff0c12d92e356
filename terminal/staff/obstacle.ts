import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StaffActAsked } from '../../common/contracts/staff.ts';
import type { Store } from '../store/store.ts';

/** What the desk looks up. */
export interface DeskBooks {
  readonly staff: Pick<Store['staff'], 'salt' | 'find' | 'file'>;
  readonly worklist: Pick<Store['worklist'], 'get' | 'ofSettlement'>;
  readonly settlements: { open(): readonly { readonly id: number }[] };
}

export interface ObstacleDeps {
  /** Null while the store is not open; `noList`: why nobody is on a list, where there is none. */
  readonly store: () => DeskBooks | null;
  readonly noList: () => FailureCode;
  /** Why the terminal is out of service, or null. */
  readonly fault: () => FailureCode | null;
  /** Why the act would come to nothing whoever proves herself (`day`: of the books that are asked for), or null. */
  readonly refusal: (act: StaffActAsked, day: string | null) => FailureCode | null;
  /** `isFree`: the terminal could be lent now, no resident is here. */
  readonly lent: { isFree(): boolean };
}

/** Why nobody may begin to prove herself for this act, as terminal, journal and the act's own rules are now; or null. */
export function obstacleTo(deps: ObstacleDeps, act: StaffActAsked, day: string | null): FailureCode | null {
  const store = deps.store();
  if (store === null) return deps.fault() ?? 'STORE_LOCKED';
  // What is on the work-list waits for exactly these people; anything else open is being recovered, or being paid.
  const recovering = store.settlements.open().some(({ id }) => store.worklist.ofSettlement(id).length === 0);
  if (recovering) return 'STAFF_SETTLEMENT_OPEN';
  if (store.staff.salt() === null) return deps.noList();
  return deps.refusal(act, day) ?? (deps.lent.isFree() ? null : 'STAFF_SESSION');
}
