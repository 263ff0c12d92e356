import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Store } from '../../store/store.ts';
import { whyHeld as whyStayHeld, whyNotWritten as whyStayNotWritten } from '../stay/held.ts';

type Books = Pick<Store, 'settlements' | 'refunds' | 'worklist'>;

/** Of a visit that is settled the word is that nothing is left to pay. */
const said = (why: FailureCode | null): FailureCode | null => (why === 'STAY_SETTLED' ? 'HIS_NOTHING_UNPAID' : why);

/**
 * Why nobody may change anything about a registered visit, or null, by the same books as a stay's: its settlement stands
 * (HIS_NOTHING_UNPAID), or one has no known outcome, is being given back, or waits for people (SETTLEMENT_OPEN).
 */
export function whyHeld(store: Books, encounterId: string): FailureCode | null {
  return said(whyStayHeld(store, encounterId));
}

/** The same of a message that is about to be written; the refund of the visit may itself undo what it was told to. */
export function whyNotWritten(store: Books, encounterId: string): FailureCode | null {
  return said(whyStayNotWritten(store, encounterId));
}
