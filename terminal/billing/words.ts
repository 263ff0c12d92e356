import { withoutName } from '../../common/kernel/masking.ts';
import { type Pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { CardHolder, Failure } from '../ports.ts';

/**
 * A failure as it may be kept, and told to whoever may not see who a person is: the other side's words without her name
 * and without a citizen's number. Null: nobody knows whose name may be in them, so they are left out.
 */
export function nameless(failure: Failure, person: Pii<CardHolder> | null): Failure {
  const { code, reason } = failure;
  if (reason === null) return failure;
  return { code, reason: person === null ? null : withoutName(reason, unwrapPii(person).name) };
}
