import { readFileSync } from 'node:fs';
import { withPaths } from '../figures/figure.ts';
import { type National, nationalSchema } from './national.ts';
import { type City, citySchema } from './schema.ts';

const CITIES = new URL('../cities/', import.meta.url);

export const cityNames = ['beijing', 'shanghai', 'tianjin', 'harbin'] as const;
export type CityName = (typeof cityNames)[number];

/** The text of a file of figures, parsed; `id` as in "beijing/city" or "national". */
export function socialFile(id: string): unknown {
  return JSON.parse(readFileSync(new URL(`${id}.json`, CITIES), 'utf8'));
}

/** Reads a city's figures. Throws a ZodError for a figure without kind and source, or any other fault. */
export function readCity(json: unknown, id: string): City {
  return citySchema.parse(withPaths(json, id));
}

/** A city's figures beside its medical plans. Throws on an invalid file: they are ours. */
export function loadCity(name: CityName): City {
  return readCity(socialFile(`${name}/city`), `${name}/city`);
}

export function readNational(json: unknown): National {
  return nationalSchema.parse(withPaths(json, 'national'));
}

/** The rules of the whole country. */
export function loadNational(): National {
  return readNational(socialFile('national'));
}
