import { err } from '../../common/kernel/result.ts';
import type { Settlements } from '../ports.ts';
import { isAskedFirst, whyNotFor } from '../settlement/origins.ts';
import type { Store } from '../store/store.ts';
import { failed } from './answers.ts';
import type { Custody } from './custody.ts';

/**
 * The money core as a resident's session uses it: what the desk or the hospital's own system has in hand is not hers, and
 * what she has is not theirs. Her bills come from the outside HIS.
 */
export function inSessionCustody(
  inner: Settlements,
  { custody, store }: { readonly custody: Custody; readonly store: () => Store | null },
): Settlements {
  const putDown = (encounterId: string): void => custody.putDown(encounterId, 'session');
  return {
    ...inner,
    async prepare(input) {
      const { encounterId } = input.encounter;
      const books = store();
      // Asked before it is taken: a journal that cannot be read leaves nothing in hand.
      const whyNot = () => (books === null ? null : whyNotFor(books, encounterId, null));
      const why = whyNot();
      if (why !== null && !isAskedFirst(why)) return err(failed(why));
      if (!custody.take(encounterId, 'session')) return err(failed('BILL_BUSY'));
      const prepared = await inner.prepare(input);
      // It is paid, and nothing of it was begun.
      if (!prepared.ok && isAskedFirst(why) && isAskedFirst(whyNot())) putDown(encounterId);
      return prepared;
    },
    async settle(prepared, limitMs, onStep) {
      const result = await inner.settle(prepared, limitMs, onStep);
      const isOver = result.kind === 'settled' || result.kind === 'reversed' || result.kind === 'unknown';
      if (isOver) putDown(prepared.encounter.encounterId);
      return result;
    },
    abandon(target, written) {
      const encounterId = 'id' in target ? target.encounter.encounterId : target.encounterId;
      // Refused because somebody else has it: by its encounter it would be that one's preparation that ends.
      if ('id' in target || custody.holderOf(encounterId) === 'session') inner.abandon(target, written);
      else written?.();
      putDown(encounterId);
    },
  };
}
