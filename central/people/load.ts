import { readdirSync, readFileSync } from 'node:fs';
import { type Career, careerSchema } from './career.ts';

const FOLDER = new URL('./careers/', import.meta.url);

/** All made-up people with a working life, by the name of their file. Throws on an invalid one: they are ours. */
export function loadCareers(): ReadonlyMap<string, Career> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  return new Map(
    files.sort().map((file) => {
      const career = careerSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
      return [file.slice(0, -'.json'.length), career];
    }),
  );
}

/** The person of an identity number and name, or null. */
export function careerOf(careers: ReadonlyMap<string, Career>, identityNumber: string, name: string): Career | null {
  const wanted = identityNumber.toUpperCase();
  return [...careers.values()].find((one) => one.identityNumber === wanted && one.name === name) ?? null;
}
