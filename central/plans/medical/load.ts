import { readdirSync, readFileSync } from 'node:fs';
import { withPaths } from '../figures/figure.ts';
import { type MedicalPlan, medicalPlanSchema } from './schema.ts';

/** The plan files of the cities, beside this folder. */
const CITIES = new URL('../cities/', import.meta.url);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A benefit with `like` takes everything else from the benefit of that name, and keeps the paths of what it took: a
 * figure stands in one place only.
 */
function unfold(benefits: unknown): unknown {
  if (!isObject(benefits)) return benefits;
  return Object.fromEntries(
    Object.entries(benefits).map(([name, benefit]) => {
      if (!isObject(benefit) || typeof benefit['like'] !== 'string') return [name, benefit];
      const { like, ...own } = benefit;
      const base = benefits[String(like)];
      return [name, { ...(isObject(base) ? base : {}), ...own }];
    }),
  );
}

/** Reads one plan from parsed JSON. Throws a ZodError for a figure without kind and source, or any other fault. */
export function readMedicalPlan(json: unknown, id: string): MedicalPlan {
  const placed = withPaths(json, id);
  if (!isObject(placed)) return medicalPlanSchema.parse(placed);
  return medicalPlanSchema.parse({ id, ...placed, benefits: unfold(placed['benefits']) });
}

/** Ids of all medical plan files, "beijing/employee-2010"; a city's other figures stand in its city.json. */
export function medicalPlanIds(): readonly string[] {
  return readdirSync(CITIES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, CITIES))
        .filter((file) => file.endsWith('.json') && file !== 'city.json')
        .map((file) => `${name}/${file.slice(0, -'.json'.length)}`),
    )
    .sort();
}

/** The text of a plan file, parsed. */
export function planFile(id: string): unknown {
  return JSON.parse(readFileSync(new URL(`${id}.json`, CITIES), 'utf8'));
}

/** One plan file. Throws on an invalid one: plans are ours. */
export function loadMedicalPlan(id: string): MedicalPlan {
  return readMedicalPlan(planFile(id), id);
}

/** All of them. */
export function loadMedicalPlans(): readonly MedicalPlan[] {
  return medicalPlanIds().map(loadMedicalPlan);
}
