import type { StaffWork } from '../../common/contracts/session/staff-view.ts';
import type { StaffRole } from '../../common/contracts/staff.ts';
import type { TextKey, Values } from '../text/texts.ts';

type Say = (key: TextKey, values?: Values) => string;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "收费员或审计": one of these is needed. */
export function rolesText(t: Say, roles: readonly StaffRole[]): string {
  return roles.map((role) => t(`staff.role.${role}`)).join(t('staff.or'));
}

/** How long a row has been open, in the largest unit that fits. */
export function ageText(t: Say, { ageMs }: Pick<StaffWork, 'ageMs'>): string {
  if (ageMs >= DAY_MS) return t('staff.age.days', { count: Math.floor(ageMs / DAY_MS) });
  if (ageMs >= HOUR_MS) return t('staff.age.hours', { count: Math.floor(ageMs / HOUR_MS) });
  return t('staff.age.minutes', { count: Math.floor(ageMs / MINUTE_MS) });
}
