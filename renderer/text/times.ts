import { formatDate, formatDateTime, parseDateTime } from '../../common/kernel/dates.ts';
import { type Locale, textOf } from './texts.ts';

const DAY_MS = 86_400_000;
const CST_MS = 8 * 3_600_000;
const weekdays = ['weekday.0', 'weekday.1', 'weekday.2', 'weekday.3', 'weekday.4', 'weekday.5', 'weekday.6'] as const;

/** "09:41 周三" of an instant, China Standard Time. */
export function clockText(locale: Locale, epochMs: number): string {
  const day = weekdays[new Date(epochMs + CST_MS).getUTCDay()] ?? 'weekday.0';
  return `${formatDateTime(epochMs).slice(11, 16)} ${textOf(locale, day)}`;
}

/** The day of a `yyyy-MM-dd HH:mm:ss` as people say it, seen from `nowMs`: today, yesterday, or the date. */
export function dayText(locale: Locale, at: string, nowMs: number): string {
  const date = at.slice(0, 10);
  if (date === formatDate(nowMs)) return textOf(locale, 'day.today');
  if (date === formatDate(nowMs - DAY_MS)) return textOf(locale, 'day.yesterday');
  return dateText(locale, date);
}

/** "2028 年 9 月" of a `yyyy-MM`. */
export function monthText(locale: Locale, month: string): string {
  const [year = '', number = ''] = month.split('-');
  return textOf(locale, 'month.of', { year, month: locale === 'zh-CN' ? Number(number) : number });
}

/** "11 月 18 日" of a `yyyy-MM-dd`, of which the year is known. */
export function dateText(locale: Locale, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const zh = locale === 'zh-CN';
  return textOf(locale, 'day.other', { year, month: zh ? Number(month) : month, day: zh ? Number(day) : day });
}

/** "今天 09:12"; the text itself where it is not a date and time. */
export function momentText(locale: Locale, at: string, nowMs: number): string {
  if (parseDateTime(at) === null) return at;
  return `${dayText(locale, at, nowMs)} ${at.slice(11, 16)}`;
}
