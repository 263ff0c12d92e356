import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { TextKey } from './texts.ts';

/** The sentence of a result screen about the cash part: taken, to be paid at the window, or not known. */
export function cashWords({ split, collection }: Extract<Screen, { kind: 'done' }>): TextKey {
  if (split.cash === 0) return 'done.cashZero';
  if (collection?.state === 'collected') return 'done.collected';
  return collection?.state === 'unknown' ? 'done.collectUnknown' : 'done.window';
}
