import type { Clock } from '../../common/kernel/ports.ts';
import { err } from '../../common/kernel/result.ts';
import type { Settlements } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { failed } from './answers.ts';
import type { Custody } from './custody.ts';
import { claimOrigin } from './origins.ts';

/**
 * The money core as a resident's session uses it: what the desk or the hospital's own system has in hand is not hers, and
 * what she has is not theirs. Her bills come from the outside HIS.
 */
export function inSessionCustody(
  inner: Settlements,
  { custody, store, clock }: { readonly custody: Custody; readonly store: () => Store | null; readonly clock: Clock },
): Settlements {
  const putDown = (encounterId: string): void => custody.putDown(encounterId, 'session');
  return {
    ...inner,
    async prepare(input) {
      const { encounterId } = input.encounter;
      const books = store();
      if (!custody.take(encounterId, 'session')) return err(failed('BILL_BUSY'));
      const claimed = books === null ? null : claimOrigin({ store: books, clock }, encounterId, null);
      if (claimed === null) return inner.prepare(input);
      putDown(encounterId);
      return err(failed(claimed));
    },
    async settle(prepared, limitMs, onStep) {
      const result = await inner.settle(prepared, limitMs, onStep);
      const isOver = result.kind === 'settled' || result.kind === 'reversed' || result.kind === 'unknown';
      if (isOver) putDown(prepared.encounter.encounterId);
      return result;
    },
    abandon(target) {
      inner.abandon(target);
      putDown('id' in target ? target.encounter.encounterId : target.encounterId);
    },
  };
}
