import type { CentreInput } from '../../../common/contracts/centre/transactions.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import { err, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { StayRow } from '../../store/stays.ts';
import { type CentreCalls, inputFailure, type Written } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import { whyNotWritten } from './held.ts';
import { ofStay } from './look.ts';

/** What changes a stay at the centre: beside a 2304 none of these may leave. */
export type StayNo = '2301' | '2302' | '2402' | '2403' | '2404' | '2405';

/**
 * Makes a message that changes a stay, with what follows from it, in one transaction: whether money of the stay is under way
 * is asked there once more, since a settlement is begun in a transaction of its own, and what was pre-settled of the stay
 * holds no longer. STAY_SETTLED, SETTLEMENT_OPEN; `source` where the input does not fit its table.
 */
export type WriteForStay = <I extends StayNo>(
  row: StayRow,
  [infno, input]: readonly [I, CentreInput<I>],
  source: FailureCode,
  follow?: (messageRow: number) => void,
) => Result<Written<I>, Failure>;

export function createWriteForStay({ store, clock, audit }: CoreDeps, calls: CentreCalls): WriteForStay {
  /** An open bill of the stay is back where it was before its lines were sent. */
  const withdrawBill = (encounterId: string): void => {
    const visit = store.visits.open(encounterId);
    if (visit?.phase !== 'ready') return;
    store.visits.setPhase(visit.id, 'registered', clock.now());
    audit('stay.bill-withdrawn', { encounterId, visit: visit.id });
  };

  return (row, [infno, input], source, follow) =>
    store.transaction(() => {
      const why = whyNotWritten(store, row.encounterId);
      if (why !== null) return err(failure(why));
      const message = calls.write(infno, ofStay(row), input);
      if (!message.ok) return err(inputFailure(source, message.error));
      withdrawBill(row.encounterId);
      follow?.(message.value.row);
      return message;
    });
}
