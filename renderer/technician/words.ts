import type { StaffReportRow } from '../../common/contracts/session/staff-report.ts';
import type { StaffWork } from '../../common/contracts/session/staff-view.ts';
import type { StaffRole } from '../../common/contracts/staff.ts';
import { formatDate, parseDateTime } from '../../common/kernel/dates.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { factNameKey, factValueKey } from '../../common/strings/work-fact.ts';
import type { TextKey, Values } from '../text/texts.ts';

export type Say = (key: TextKey, values?: Values) => string;

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

/** "+12.30", "-0.01", "0.00": an amount of fen that may go both ways, in yuan. */
export function signedYuan(amount: number): string {
  return `${amount > 0 ? '+' : ''}${formatFen(fen(amount))}`;
}

/** "+2", "-1", "0". */
export function signedCount(count: number): string {
  return `${count > 0 ? '+' : ''}${count}`;
}

/** The day `days` after `day` (`yyyy-MM-dd`). */
export function dayBeside(day: string, days: number): string {
  return formatDate((parseDateTime(`${day} 12:00:00`) ?? 0) + days * DAY_MS);
}

/** What a fact of a work-list row is; one that has no words keeps its name. */
export function factName(t: Say, name: string): string {
  const key = factNameKey(name);
  return key === null ? name : t(key);
}

/** A fact's value: verdicts, states, causes and failures in words; numbers, days and others' words as they stand. */
export function factValue(t: Say, name: string, value: string): string {
  const key = factValueKey(name, value);
  return key === null ? value : t(key);
}

/** What became of a row that differs. */
export function rowStateText(t: Say, { open, worklist, resolution }: StaffReportRow): string {
  if (open) return worklist === null ? t('staff.report.row.open') : t('staff.report.row.call', { id: worklist });
  if (worklist === null || resolution === null || resolution === 'ended') return t('staff.report.row.explained');
  return t('staff.report.row.ended', { id: worklist, answer: t(`staff.answer.${resolution}`) });
}
