import type { TextKey, Values } from './texts.ts';

/** A count of months as people count their working life: "合 35 年 8 个月". Null below a year. */
export function inYears(months: number): { readonly words: TextKey; readonly values: Values } | null {
  if (months < 12) return null;
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return rest === 0
    ? { words: 'unit.inYears', values: { years } }
    : { words: 'unit.inYearsMonths', values: { years, months: rest } };
}
