import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { type KeptCopy, newestCopy, readStaffCopies, type StaffCopy, writeStaffCopy } from '../store/staff-copy.ts';
import type { Store } from '../store/store.ts';

export interface KeptStaffParts {
  /** The journal's file, beside which the list is kept. */
  readonly file: string;
  readonly databaseKey: Uint8Array;
  readonly clock: Clock;
  readonly report: (what: string, cause: unknown) => void;
  /** A copy cannot be read or written; told once until all is well again. */
  readonly trouble: (code: 'STAFF_LIST_COPY') => void;
}

/** The staff list as it is known where the journal is not. Nothing here stops a terminal that settles, or answers. */
export interface KeptStaff {
  /**
   * What this process saw in force last, else the newer copy; null: nothing is known. As long as one of the two cannot
   * be read, each asking looks at both again: the newer may be the one that is missing.
   */
  known(): StaffCopy | null;
  /** Why nothing is known: there has been no list, or what was kept of it cannot be had. */
  noList(): Extract<FailureCode, 'STAFF_NO_LIST' | 'STAFF_LIST_COPY'>;
  /** Puts what is known in force in a store that has no list, by nobody's name. */
  restore(into: Store): void;
  /** The list of this store is in force: both copies are it from now on. */
  keep(store: { readonly staff: Pick<Store['staff'], 'file'> }): void;
}

/** Puts a list in force, by nobody's name; throws where the store says so. */
export function putStaff(into: Store, { list, digest }: StaffCopy, nowMs: number): void {
  into.transaction(() => into.staff.putInForce(list, { digest, by: null, second: null, nowMs }));
}

export function createKeptStaff({ file, databaseKey, clock, report, trouble }: KeptStaffParts): KeptStaff {
  let inForce: StaffCopy | null = null;
  /** A copy could not be read when `inForce` was taken from the other. */
  let isUnsure = false;
  let told = false;

  const tell = (isBad: boolean): void => {
    if (isBad && !told) trouble('STAFF_LIST_COPY');
    told = isBad;
  };

  const read = (): readonly KeptCopy[] => {
    const kept = readStaffCopies(file, databaseKey);
    for (const one of kept) if (one.kind === 'useless' && !told) report('a copy of the staff list', one.cause);
    return kept;
  };

  /** False where the file system refuses; the other place is written all the same. */
  const write = ({ place }: KeptCopy, copy: StaffCopy): boolean => {
    try {
      writeStaffCopy(place, databaseKey, copy);
      return true;
    } catch (cause) {
      report('a copy of the staff list could not be written', cause);
      return false;
    }
  };

  const isOf = (one: KeptCopy, digest: string): boolean => one.kind === 'opened' && one.copy.digest === digest;

  const known = (): StaffCopy | null => {
    if (inForce !== null && !isUnsure) return inForce;
    const kept = read();
    const found = newestCopy(kept);
    const newest = found === null || (inForce !== null && inForce.at > found.at) ? inForce : found;
    inForce = newest;
    isUnsure = kept.some(({ kind }) => kind === 'useless');
    let isBad = isUnsure;
    for (const one of kept) {
      // What is absent or cannot be read stays so: this may be the folder under a disk that is not mounted.
      if (newest === null || one.kind !== 'opened' || isOf(one, newest.digest)) continue;
      if (!write(one, newest)) isBad = true;
    }
    tell(isBad);
    return newest;
  };

  return {
    known,
    noList: () => (read().some(({ kind }) => kind === 'useless') ? 'STAFF_LIST_COPY' : 'STAFF_NO_LIST'),
    restore(into) {
      try {
        const copy = known();
        if (copy !== null) putStaff(into, copy, clock.now());
      } catch (cause) {
        report('the staff list that was kept', cause);
        tell(true);
      }
    },
    keep(store) {
      try {
        const list = store.staff.file();
        if (list === null) return;
        const kept = read();
        const newest = newestCopy(kept);
        if (kept.every((one) => isOf(one, list.digest))) {
          [inForce, isUnsure] = [newest, false];
          tell(false);
          return;
        }
        const copy = { ...list, at: Math.max(clock.now(), (newest?.at ?? 0) + 1) };
        [inForce, isUnsure] = [copy, false];
        // Both, also where one was right: a power cut between them leaves the newer one to be told by its time.
        tell(kept.map((one) => write(one, copy)).includes(false));
      } catch (cause) {
        report('the copies of the staff list', cause);
        tell(true);
      }
    },
  };
}
