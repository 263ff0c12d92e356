import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { TextKey } from './texts.ts';

/** Where what is due will be paid, as the confirmation says it; null where nothing is due. */
export function dueWhere({ split, beside }: Extract<Screen, { kind: 'confirm' }>): TextKey | null {
  if (split.cash === 0) return null;
  return beside === true ? 'confirm.beside' : 'confirm.window';
}
