import type { CentreInput } from '../../../common/contracts/centre/transactions.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import { err, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { RegistrationRow } from '../../store/registrations.ts';
import { type CentreCalls, inputFailure, type Written } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import { whyNotWritten } from './held.ts';
import { ofRegistration } from './look.ts';

/** What changes a registered visit at the centre: beside a 2207 none of these may leave. */
export type RegistrationNo = '2202' | '2203' | '2204' | '2205';

/**
 * Makes a message that changes a registered visit, with what follows from it, in one transaction: whether money of the
 * visit is under way is asked there once more, since a settlement is begun in a transaction of its own, and what was
 * pre-settled of the visit holds no longer. HIS_NOTHING_UNPAID, SETTLEMENT_OPEN; `source` where the input does not fit its
 * table.
 */
export type WriteForRegistration = <I extends RegistrationNo>(
  row: RegistrationRow,
  [infno, input]: readonly [I, CentreInput<I>],
  source: FailureCode,
  follow: () => void,
) => Result<Written<I>, Failure>;

export function createWriteForRegistration(
  { store, clock, audit }: CoreDeps,
  calls: CentreCalls,
): WriteForRegistration {
  /** An open bill of the visit is back where it was before its lines were sent. */
  const withdrawBill = (encounterId: string): void => {
    const visit = store.visits.open(encounterId);
    if (visit?.phase !== 'ready') return;
    store.visits.setPhase(visit.id, 'registered', clock.now());
    audit('registration.bill-withdrawn', { encounterId, visit: visit.id });
  };

  return (row, [infno, input], source, follow) =>
    store.transaction(() => {
      const why = whyNotWritten(store, row.encounterId);
      if (why !== null) return err(failure(why));
      const message = calls.write(infno, ofRegistration(row), input);
      if (!message.ok) return err(inputFailure(source, message.error));
      withdrawBill(row.encounterId);
      follow();
      return message;
    });
}
