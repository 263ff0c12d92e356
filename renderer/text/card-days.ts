import { type Locale, textOf } from './texts.ts';

/** "2028 年 9 月 3 日" of a `yyyy-MM-dd`, "2028 年" of a year alone; of none, that none is stated. */
export function cardDayText(locale: Locale, date: string | null): string {
  if (date === null) return textOf(locale, 'card.noEnd');
  const [year = '', month, day] = date.split('-');
  if (month === undefined || day === undefined) return textOf(locale, 'card.year', { year });
  const zh = locale === 'zh-CN';
  return textOf(locale, 'card.day', { year, month: zh ? Number(month) : month, day: zh ? Number(day) : day });
}
