import type { CardReading } from '../../common/contracts/devices/card.ts';
import type { StaffRow } from '../store/staff-rows.ts';
import type { Store } from '../store/store.ts';
import { markOf } from './marks.ts';

/**
 * Whose card this is by the list in force, or null: by the card's mark; by the number's, which is as slow to make, only
 * where that finds nobody.
 */
export async function findMember(
  staff: Pick<Store['staff'], 'salt' | 'find'> | undefined,
  { cardId, socialSecurityNumber }: CardReading,
): Promise<StaffRow | null> {
  const salt = staff?.salt() ?? null;
  if (staff === undefined || salt === null) return null;
  const byCard = cardId ? staff.find({ card: await markOf(salt, 'card', cardId), number: null }) : null;
  if (byCard !== null || !socialSecurityNumber) return byCard;
  return staff.find({ card: null, number: await markOf(salt, 'number', socialSecurityNumber) });
}
