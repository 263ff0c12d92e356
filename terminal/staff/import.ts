import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StaffAct } from '../../common/contracts/staff.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Audit } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { type ListRefused, problemOf, readListFile } from './list-file.ts';

export interface ImportDeps {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly desk: Pick<Desk, 'under'>;
  /** The folder of the site profile. */
  readonly profileDir: string;
  readonly store: () => Store | null;
  readonly fault: () => FailureCode | null;
  /** The list is in force: it is kept outside the journal too. */
  readonly kept: () => void;
}

export interface Imported {
  readonly people: number;
  readonly digest: string;
}

/**
 * Puts the list of `file` in force. The first list needs nobody (nobody could be asked); each later one a technician
 * and an auditor of the list before, who signed for exactly these bytes. Fails with STAFF_LIST_*, STAFF_TICKET_*.
 */
export async function importList(
  { clock, audit, desk, profileDir, store: open, fault, kept }: ImportDeps,
  file: string,
  ticket: string | null,
): Promise<Result<Imported, ListRefused>> {
  const store = open();
  if (store === null) return err({ code: fault() ?? 'STORE_LOCKED', detail: '' });
  const refuse = (refused: ListRefused): Result<never, ListRefused> => {
    audit('staff.refused', { act: 'staffImport', failure: refused.code, by: null });
    return err(refused);
  };
  const read = readListFile(file, profileDir);
  if (!read.ok) return refuse(read.error);
  const { list, digest } = read.value;
  const problem = problemOf(list, formatDate(clock.now()));
  if (problem !== null) return refuse({ code: 'STAFF_LIST_INVALID', detail: problem });

  const put = (people: StaffAct | null): Imported => {
    const { by, second } = people ?? { by: null, second: null };
    store.transaction(() => {
      store.staff.putInForce(list, { digest, by, second, nowMs: clock.now() });
      audit('staff.imported', { digest, people: list.staff.length, signedOffBy: list.signedOff.by, by, second });
    });
    kept();
    return { people: list.staff.length, digest };
  };
  if (store.staff.salt() === null) return ok(put(null));
  const done = await desk.under(ticket, { act: 'staffImport', digest }, put);
  return done.ok ? done : err({ code: done.error, detail: '' });
}
