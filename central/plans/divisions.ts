import type { MedicalPlan } from './medical/schema.ts';
import type { CityName } from './social/load.ts';

/**
 * Where people of the reference centre are insured. Test people live in divisions that no place in China has (99xxxx);
 * these four stand for the cities whose plans are kept here. Every other division is 海川市, which does not exist.
 */
const CITY: Readonly<Record<string, { readonly name: CityName; readonly city: string }>> = {
  '991100': { name: 'beijing', city: '北京市' },
  '991200': { name: 'tianjin', city: '天津市' },
  '993100': { name: 'shanghai', city: '上海市' },
  '992300': { name: 'harbin', city: '哈尔滨市' },
};

/** The city that a division stands for; null for the made-up one. */
export function cityOf(division: string): { readonly name: CityName; readonly city: string } | null {
  return CITY[division] ?? null;
}

/** The division that stands for a city. */
export function divisionOf(name: CityName): string {
  const found = Object.entries(CITY).find(([, city]) => city.name === name);
  if (found === undefined) throw new Error(`no division stands for ${name}`);
  return found[0];
}

/** The plan of a scheme that is in force on a day, or null. */
export function planOn(
  plans: readonly MedicalPlan[],
  wanted: { readonly city: string; readonly insutype: string; readonly scheme: string },
  day: string,
): MedicalPlan | null {
  const found = plans.find(
    ({ city, insutype, scheme, valid }) =>
      city === wanted.city &&
      insutype === wanted.insutype &&
      scheme === wanted.scheme &&
      valid.value.from <= day &&
      day <= valid.value.to,
  );
  return found ?? null;
}
