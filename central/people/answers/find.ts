import type { z } from 'zod';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import { type CityName, cityNames, loadCity, loadNational } from '../../plans/social/load.ts';
import type { National } from '../../plans/social/national.ts';
import type { City } from '../../plans/social/schema.ts';
import type { Career } from '../career.ts';
import { careerOf, loadCareers } from '../load.ts';
import { contributionRecords, type MonthRecord } from '../records.ts';

/** What the benefits API knows of people with a working life. */
export interface People {
  readonly careers: ReadonlyMap<string, Career>;
  readonly cities: Readonly<Record<CityName, City>>;
  readonly national: National;
}

/** The people and figures beside this file. Throws on an invalid one: they are ours. */
export function loadPeople(): People {
  const cities = Object.fromEntries(cityNames.map((name) => [name, loadCity(name)])) as Record<CityName, City>;
  return { careers: loadCareers(), cities, national: loadNational() };
}

/** A person with the record up to the month of `now`. */
export interface Found {
  readonly career: Career;
  readonly city: City;
  readonly records: readonly MonthRecord[];
  readonly month: string;
  readonly asOf: string;
}

/** Null for a person who is not known by exactly this number and name (and card). */
export function find(people: People, ask: z.output<typeof whoAsks>, now: number): Found | null {
  const career = careerOf(people.careers, ask.identityNumber, ask.name);
  if (career === null || (ask.cardNumber !== undefined && ask.cardNumber !== career.cardNumber)) return null;
  const city = people.cities[career.city];
  const asOf = formatDateTime(now);
  const month = asOf.slice(0, 7);
  return { career, city, month, asOf, records: contributionRecords(career, city, people.national, month) };
}
